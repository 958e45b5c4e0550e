"""Small corpora, written as the content files that a test is about."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

from factbook.config.settings import Settings
from factbook.content import link, load
from factbook.evidence.model import Evidence, QuoteLookup
from factbook.site.fragments import Fragments

if TYPE_CHECKING:
    from factbook.content.model import Corpus, Record

FOLDERS = {"source": "sources", "actor": "actors", "topic": "topics", "series": "series"}

SOURCE = "language: en\nfile: report.txt\npublisher: The Gazette\n"
"""A source without anything special."""


def corpus(first: str = "en", **files: str) -> Corpus:
    """The corpus of some files, named `fact`, `briefing`, or `source_flood_report` for sources/flood-report.yml."""
    records: list[Record] = []
    for name, text in files.items():
        path = _path(name)
        found, problems = load.parse(f"{_id(path)}{textwrap.dedent(text)}".encode(), path)
        assert not problems, problems
        records.extend(found)
    linked, problems = link.link(records, first)
    assert not problems, problems
    return linked


def fragments(language: str = "en", **files: str) -> Fragments:
    """What pages in `language` are joined from, in a site whose first language is English."""
    return fragments_of(corpus("en", **files), language)


def fragments_of(found: Corpus, language: str = "en") -> Fragments:
    """The same from a corpus; every quote is found, in line 7."""
    languages = ("en",) if language == "en" else ("en", language)
    return Fragments(found, evidence(found), settings(languages), language)


def evidence(found: Corpus, line: int = 7, standing: str = "found") -> Evidence:
    """Every quote with the same standing."""
    lookups = {
        (fact.id, number): QuoteLookup(standing, line)  # type: ignore[arg-type]  # the tests name real standings
        for fact in found.facts.values()
        for number in range(len(fact.citations))
    }
    return Evidence(lookups=lookups, held_texts={}, texts={})


def settings(languages: tuple[str, ...] = ("en",)) -> Settings:
    return Settings(
        root=Path("/nowhere"),
        name="The flood",
        description="What is known of the flood.",
        url="https://flood.example/",
        languages=languages,
        repository="https://github.com/example/flood",
        branch="main",
        snapshots=(),
        quote_words=25,
        copyright=None,
    )


def _id(path: str) -> str:
    """A thing's id is its file's name; facts and the briefing say their own."""
    folder, _, name = path.removeprefix("content/").removesuffix(".yml").partition("/")
    return f"id: {name}\n" if folder in FOLDERS.values() else ""


def _path(name: str) -> str:
    kind, _, slug = name.partition("_")
    if kind == "fact":
        return "content/facts/all.yml"
    if kind == "briefing":
        return "content/briefing.yml"
    return f"content/{FOLDERS[kind]}/{slug.replace('_', '-')}.yml"

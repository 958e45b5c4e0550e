"""The index: small files that hold every entry once, found by its words in all languages and spellings."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factbook.site.artifacts import Edition, SearchEntry
from factbook.site.page import Page
from factbook.site.search_index.index import Index
from factbook.site.search_index.languages import rules
from factbook.site.search_index.tokenize import stems
from tests.unit.site.figures_given import fact, made, value

if TYPE_CHECKING:
    from factbook.site.fragments import Fragments

FILES = {
    "actor_anna": (
        "name: {en: Anna Keller, uk: Анна Келлер}\nkind: person\naliases: [A. Keller]\nalso: [chancellor]\n"
    ),
    "topic_war": "title: The war\nalso: [conflict]\n",
}
TOLD = value("a", "value: 11000", speaker="anna"), fact("b", date="2025")


class Found:
    """An index as a browser reads it."""

    def __init__(self, fragments: Fragments, *articles: Page, language: str = "en", prefix: str = "") -> None:
        edition = Edition(language, prefix, fragments, articles=articles)
        self.files: dict[str, Any] = {one.path: json.loads(one.data) for one in Index(edition).files()}
        self.manifest = self.files[f"{prefix}search/manifest.json"]
        pieces = [part for path, part in self.files.items() if "/entries-" in f"/{path}"]
        self.entries = [entry for part in pieces for entry in part]
        self.postings = {
            key: value for path, part in self.files.items() if "words-" in path for key, value in part.items()
        }

    def by(self, word: str, *, mark: str = "") -> list[str]:
        """Kinds of the entries that have all words of a question."""
        sets = [self._numbers(f"{mark}{one}") for one in stems(word, rules("en"))]
        return [self.entries[number][0] for number in sorted(set.intersection(*sets))]

    def _numbers(self, key: str) -> set[int]:
        packed = self.postings.get(key, [])
        if isinstance(packed, str):
            bits = base64.b64decode(packed)
            return {at for at in range(len(bits) * 8) if bits[at >> 3] >> (at & 7) & 1}
        return {sum(packed[: at + 1]) for at in range(len(packed))}


def test_every_fact_and_page_is_an_entry_by_kind() -> None:
    found = Found(made(*TOLD, **FILES))
    assert found.manifest["kinds"] == [
        ["fact", 2],
        ["series", 1],
        ["topic", 1],
        ["actor", 1],
        ["source", 1],
        ["page", 0],
    ]
    assert [entry[0] for entry in found.entries] == ["fact", "fact", "series", "topic", "actor", "source"]
    assert found.manifest["entries"] == len(found.entries)


def test_newer_facts_come_first() -> None:
    first, second, *_ = Found(made(*TOLD, **FILES)).entries
    assert ['data-fact="b"' in first[1], 'data-fact="a"' in second[1]] == [True, True]


def test_a_fact_is_found_by_every_name_of_who_speaks() -> None:
    found = Found(made(*TOLD, **FILES))
    for name in ("Keller", "Келлер", "chancellor"):
        assert "fact" in found.by(name), name
        assert "actor" in found.by(name, mark="="), name


def test_a_fact_is_found_by_what_readers_call_its_topic() -> None:
    assert Found(made(*TOLD, **FILES)).by("conflict") == ["fact", "fact", "topic"]


def test_a_series_answers_with_its_figures_those_that_stand_first() -> None:
    old = value("old", "value: 8000", date="2026")
    found = Found(
        made(*TOLD, old, value("new", "value: 9000", date="2025-01", more="  supersedes: [old]\n"), **FILES)
    )
    (answer,) = (entry[2] for entry in found.entries if entry[0] == "series")
    assert [answer.index(f"{figure} troops") for figure in ("9,000", "11,000", "8,000")] == sorted(
        answer.index(f"{figure} troops") for figure in ("9,000", "11,000", "8,000")
    )
    assert found.by("troops kursk", mark="=") == ["series"]


def test_facts_that_give_a_figure_are_marked() -> None:
    found = Found(made(*TOLD, **FILES))
    assert sorted(found.entries[number][0] for number in found._numbers(":figure")) == ["fact", "series"]


def test_links_lead_from_the_page_of_the_search() -> None:
    for _, html, *_ in Found(made(*TOLD, **FILES)).entries:
        assert "\0" not in html
        assert 'href="../' in html


def test_a_hand_written_page_is_found_by_its_words() -> None:
    article = Page(path="method/", kind="page", id="method", title="Method", description="", html="", section="")
    entry = SearchEntry("method/", "How we check", "Every quotation is looked up.")
    found = Found(made(*TOLD, **FILES), replace(article, search=(entry,)))
    assert found.by("quotations") == ["page"]
    assert found.entries[-1][1].startswith('<li class="fact hit"')


def test_a_retracted_fact_is_not_found() -> None:
    gone = fact("gone", more="  retracted: {on: 2024-12-01, note: Wrong.}\n")
    assert Found(made(gone, fact("a"))).manifest["kinds"][0] == ["fact", 1]


def test_the_version_changes_with_what_is_shown_and_with_nothing_else() -> None:
    first, again = Found(made(*TOLD)).manifest["version"], Found(made(*TOLD)).manifest["version"]
    assert first == again
    assert Found(made(fact("other"))).manifest["version"] != first


def test_a_word_in_most_entries_is_packed_as_bits() -> None:
    found = Found(made(*(fact(f"f{n:03}") for n in range(200))))
    assert isinstance(found.postings["war"], str) or isinstance(found.postings["somebody"], str)
    assert len(found.by("somebody")) == 200


def test_a_further_edition_has_an_index_of_its_own() -> None:
    assert "de/search/manifest.json" in Found(made(fact("a"), language="de"), language="de", prefix="de/").files

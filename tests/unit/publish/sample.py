"""A small made-up site for the tests of publishing: names and texts with all that a theme can stumble over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.config.settings import Settings
from factbook.site.artifacts import Asset, Edition
from factbook.site.fragments import Fragments
from factbook.site.page import Page
from tests.unit.site.corpora import corpus, evidence

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("Ann & Bob", "<script>alert(1)</script>", 'Zoë "Z"', "Plain", "北京 {{ 7*7 }}", "O'Neil")


def settings(root: Path, **changes: object) -> Settings:
    values: dict[str, object] = {
        "root": root,
        "name": {"en": "Facts & <Figures>", "de": "Fakten"},
        "description": 'Who said "what" & when',
        "url": "https://facts.example/briefing/",
        "languages": ("en",),
        "repository": "https://github.com/example/facts",
        "branch": "main",
        "snapshots": (),
        "quote_words": 25,
        "copyright": "Short quotes only <b>",
        "commit": "0123456789abcdef0123",
    }
    (root / "content" / "pages").mkdir(parents=True, exist_ok=True)
    return Settings(**(values | changes))  # type: ignore[arg-type]  # the defaults above are of the right types


def edition(
    language: str = "en",
    prefix: str = "",
    actors: int = 4,
    words: str = "Words & more",
    url: str | None = "https://facts.example/briefing/",
) -> Edition:
    """A topic, some actors, a fact of 16 November 2024, and a file that stands beside the pages."""
    from pathlib import Path

    languages = ("en",) if language == "en" else ("en", language)
    configured = Settings(Path("/nowhere"), "Facts & <Figures>", "", url, languages, None, "main", (), 25, None)
    people = {
        f"actor_actor_{number}": f"name: '{NAMES[number % len(NAMES)].replace(chr(39), chr(39) * 2)}'\nkind: person\n"
        f"summary: 'All <about> it: {words}'\n"
        for number in range(actors)
    }
    found = corpus(
        source_gazette="language: en\nfile: report.txt\npublisher: The Gazette\n",
        topic_war=f"title: War\nsummary: '{words}'\n",
        fact="""\
            - id: said
              statement: "[[actor-0]] said <b>so</b> & left."
              date: 2024-11-15
              topics: [war]
              asserted_by: [actor-0]
              citations:
                - source: gazette
                  quote: so & <b>left</b>
              added: 2024-11-16
            """,
        **people,
    )
    redirect = Asset(f"{prefix}facts/f-1/index.html", b"<!doctype html><title>f</title>")
    return Edition(language, prefix, Fragments(found, evidence(found), configured, language), (), (redirect,))


def article(path: str, title: str, html: str = "<h1>x</h1>") -> Page:
    """A page that is written by hand."""
    return Page(path, "page", path.strip("/"), title, f"All about {title}", html, "")

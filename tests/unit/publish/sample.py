"""A small made-up site for the tests of the host: hand-made bodies, with all that a theme can stumble over."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from factbook.config.settings import Settings
from factbook.site.artifacts import Asset, Body, Edition, SearchEntry, TocEntry

if TYPE_CHECKING:
    from pathlib import Path


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


def body(path: str, title: str, **changes: object) -> Body:
    values: dict[str, object] = {
        "kind": "actor",
        "description": f"All about {title}",
        "html": f'<h1 id="top">{len(title)}</h1>\n<p id="says">Words &amp; more</p>\n',
        "toc": (TocEntry("says", "Says <this>"), TocEntry("said", "Said of", 2, (TocEntry("x", "X", 3),))),
        "section": path.partition("/")[0] or None,
        "in_navigation": path.count("/") < 2,
        "hide": frozenset({"navigation"}),
        "edit_path": f"content/{path.rstrip('/')}.yml#L3",
        "search": (SearchEntry(path, title, "All <about> it"),),
        "updated": date(2024, 11, 16),
    }
    return Body(path=path, title=title, **(values | changes))  # type: ignore[arg-type]  # as above


def edition(language: str = "en", prefix: str = "", actors: int = 4) -> Edition:
    """A home page, two sections, actors with every kind of table of contents, a redirect."""
    names = ("Ann & Bob", "<script>alert(1)</script>", 'Zoë "Z"', "Plain", "北京 {{ 7*7 }}", "O'Neil")
    shapes: tuple[dict[str, object], ...] = (
        {},
        {"toc": (), "edit_path": None},
        {"description": "", "hide": frozenset({"navigation", "toc"})},
        {"html": "<p>No heading</p>", "toc": (TocEntry("a", "A"),), "updated": None},
    )
    leaves = tuple(
        body(f"actors/actor-{number}/", names[number % len(names)], **shapes[number % len(shapes)])
        for number in range(actors)
    )
    bodies = (
        body("", "Briefing", kind="home", section=None),
        body("topics/", "Topics", kind="topics"),
        body("actors/", "Actors", kind="actors"),
        body("timeline/", "Timeline", kind="timeline", hide=frozenset({"navigation", "toc"}), toc=()),
        *leaves,
        body("topics/war/", "War"),
    )
    redirect = Asset(f"{prefix}facts/f-1/index.html", b"<!doctype html><title>f</title>")
    return Edition(language, prefix, bodies, (redirect,))

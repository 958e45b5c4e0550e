"""The small site's search index and site map lead everywhere that they should, and nowhere else."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.site.crawler import Site

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "https://flood.example/briefing/"


ROW = ("location", "kind", "title", "text", "note", "language")


@pytest.fixture(scope="session")
def hits(flood_site: Path) -> list[dict[str, Any]]:
    pieces = sorted((flood_site / "search").glob("entries-*.json"))
    rows = [row for piece in pieces for row in json.loads(piece.read_text(encoding="utf-8"))]
    return [dict(zip(ROW, row, strict=True)) for row in rows]


@pytest.fixture(scope="session")
def mapped(flood_site: Path) -> set[str]:
    text = (flood_site / "sitemap.xml").read_text(encoding="utf-8")
    return {address.removeprefix(ADDRESS) for address in re.findall(r"<loc>([^<]*)</loc>", text)}


def test_every_hit_leads_to_its_place(hits: list[dict[str, Any]], flood_site: Path) -> None:
    site = Site(flood_site)
    lost = []
    for hit in hits:
        address, _, anchor = hit["location"].partition("#")
        page = site.pages.get(f"{address}index.html")
        if page is None or (anchor and anchor not in page.ids):
            lost.append(hit["location"])
    assert not lost


def test_every_standing_fact_is_found_once(hits: list[dict[str, Any]]) -> None:
    """At its home, by its words."""
    places = [hit["location"] for hit in hits if hit["location"].endswith("#river-rose-40")]
    assert places == ["topics/flood/#river-rose-40"]
    assert any("Mayor Bruno Roth declined to say" in hit["text"] for hit in hits)


def test_hand_written_pages_are_found(hits: list[dict[str, Any]]) -> None:
    assert "about/" in {hit["location"] for hit in hits}


def test_facts_can_be_narrowed_in_every_way(flood_site: Path) -> None:
    manifest = json.loads((flood_site / "search" / "manifest.json").read_text(encoding="utf-8"))
    assert set(manifest["filters"]) == {"actor", "topic", "source", "year", "status"}
    assert ["ada-keller", "Ada Keller", 4] in manifest["filters"]["actor"]


def test_names_in_other_spellings_are_found(hits: list[dict[str, Any]]) -> None:
    words = " ".join(
        f"{hit['title']} {hit['text']}" for hit in hits if hit["location"].startswith("actors/ada-keller/")
    )
    assert "Ада Келлер" in words


def test_the_map_lists_every_page_and_no_redirect(mapped: set[str], flood_site: Path) -> None:
    site = Site(flood_site)
    pages = {path.removesuffix("index.html") for path in site.pages if path != "404.html"}
    redirects = {path for path in pages if re.search(r"(^|/)facts/|actors/keller/|closed-bridges/", path)}
    assert mapped == pages - redirects


def test_the_map_takes_its_dates_from_the_content(flood_site: Path) -> None:
    dates = re.findall(r"<lastmod>([^<]*)</lastmod>", (flood_site / "sitemap.xml").read_text(encoding="utf-8"))
    assert dates
    assert max(dates) == "2024-06-07", "the day of the retraction, not of the build"

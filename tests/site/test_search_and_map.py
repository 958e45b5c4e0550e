"""The small site's search index and site map lead everywhere that they should, and nowhere else."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.site.crawler import Site

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "https://flood.example/briefing/"


@pytest.fixture(scope="session")
def hits(flood_site: Path) -> list[str]:
    """The addresses of everything that can be found."""
    pieces = sorted((flood_site / "search").glob("entries-*.json"))
    rows = [row for piece in pieces for row in json.loads(piece.read_text(encoding="utf-8"))]
    return [address for row in rows for address in re.findall(r'href="(?:\.\./)?([^"#]*)', row[1])[:1]]


@pytest.fixture(scope="session")
def mapped(flood_site: Path) -> set[str]:
    text = (flood_site / "sitemap.xml").read_text(encoding="utf-8")
    return {address.removeprefix(ADDRESS) for address in re.findall(r"<loc>([^<]*)</loc>", text)}


def test_every_hit_leads_to_a_page(hits: list[str], flood_site: Path) -> None:
    site = Site(flood_site)
    assert len(hits) > 20
    assert not [hit for hit in hits if (hit if hit.endswith(".html") else f"{hit}index.html") not in site.pages]


def test_every_standing_fact_is_found_once(hits: list[str]) -> None:
    assert hits.count("facts/river-rose-40.html") == 1
    assert "facts/keller-14-rescued.html" not in hits, "it is retracted"


def test_hand_written_pages_are_found(hits: list[str]) -> None:
    assert "about/" in hits


def test_the_map_lists_every_page_and_no_redirect(mapped: set[str], flood_site: Path) -> None:
    site = Site(flood_site)
    pages = {path.removesuffix("index.html") for path in site.pages if path != "404.html"}
    redirects = {path for path in pages if re.search(r"actors/keller/|closed-bridges/", path)}
    assert mapped == pages - redirects


def test_the_map_takes_its_dates_from_the_content(flood_site: Path) -> None:
    dates = re.findall(r"<lastmod>([^<]*)</lastmod>", (flood_site / "sitemap.xml").read_text(encoding="utf-8"))
    assert dates
    assert max(dates) == "2024-06-07", "the day of the retraction, not of the build"

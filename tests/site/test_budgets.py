"""Every page has a budget, however much the site holds: in bytes, in elements, and in elements a fact."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.bench import corpus
from tests.conftest import build

if TYPE_CHECKING:
    from pathlib import Path

BYTES = 150 * 1024
ELEMENTS = 3_000
ELEMENTS_A_FACT = 25
FULL_FACTS = 50
"""At most so many facts stand on a page in full; the others on further pages, by year or topic."""

SITES = {
    "heavy": corpus.Size(actors=20, topics=6, sources=8, facts=900, series=2),
    "wide": corpus.Size(actors=500, topics=100, sources=1_000, facts=2_000, series=30),
}
"""Few things with very many facts each, and very many things: what a site of 5,000 facts holds, in two halves."""
KINDS = {
    *("home", "topics", "topic", "actors", "actor", "fact", "numbers", "series"),
    *("disputes", "timeline", "sources", "source", "changes", "search"),
}

_START = re.compile(r"<[a-z][a-z0-9-]*[\s/>]")
_SCRIPT = re.compile(r"<script\b.*?</script>", re.S)
_KIND = re.compile(r'<article class="fb"[^>]* data-page="([^"]*)"')
_FACT = re.compile(r'<li class="fact\b[^>]* data-fact=.*?(?=<li class="fact\b|</[ou]l>)', re.S)


@pytest.fixture(scope="module", params=SITES)
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every page of a site, by its path."""
    root: Path = tmp_path_factory.mktemp(request.param) / "root"
    corpus.write(root, SITES[request.param])
    assert not [found for found in build(root) if found.severity.name == "ERROR"]
    site = root / "site"
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))
    }


def test_there_is_a_page_of_each_kind(pages: dict[str, str]) -> None:
    assert {found[1] for html in pages.values() if (found := _KIND.search(html))} >= KINDS


def test_no_page_is_heavier_than_its_budget(pages: dict[str, str]) -> None:
    heavy = {path: len(html.encode()) for path, html in pages.items() if len(html.encode()) > BYTES}
    assert not heavy


def test_no_page_has_more_elements_than_its_budget(pages: dict[str, str]) -> None:
    counted = {path: elements(html) for path, html in pages.items()}
    assert not {path: count for path, count in counted.items() if count > ELEMENTS}


def test_no_fact_takes_more_elements_than_its_budget(pages: dict[str, str]) -> None:
    rows = [(path, row) for path, html in pages.items() for row in _FACT.findall(html)]
    assert len(rows) > 1_000
    assert not [(path, row[:120], elements(row)) for path, row in rows if elements(row) > ELEMENTS_A_FACT]


def test_no_page_shows_more_facts_in_full_than_its_budget(pages: dict[str, str]) -> None:
    counted = {path: len(_FACT.findall(html)) for path, html in pages.items()}
    assert not {path: count for path, count in counted.items() if count > FULL_FACTS}


def elements(html: str) -> int:
    """How many elements a page or a part of it has; what stands in scripts are none."""
    return len(_START.findall(_SCRIPT.sub("<script>", html)))

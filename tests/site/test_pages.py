"""The small site as a whole: its addresses, links, ids, and what contributors' text may not do."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import feedparser
import pytest

from tests.site.crawler import Site

ADDRESSES = Path(__file__).parent / "addresses.txt"
OF_THE_THEME = frozenset({"__toc"})
"""Ids that Material's labels name on every page, and that are there only when the page is in its own navigation."""


@pytest.fixture(scope="session")
def site(flood_site: Path) -> Site:
    return Site(flood_site, "/briefing/")


def test_every_address(site: Site, request: pytest.FixtureRequest) -> None:
    seen = "".join(f"{path.removesuffix('index.html') or '/'}\n" for path in site.pages)
    if request.config.getoption("--goldens"):
        ADDRESSES.write_text(seen, encoding="utf-8")
    assert seen == ADDRESSES.read_text(encoding="utf-8")


def test_every_link_and_fragment_resolves(site: Site) -> None:
    assert not list(site.broken())


def test_every_id_stands_once(site: Site) -> None:
    twice = [
        f"{page.path}: {name}"
        for page in site.pages.values()
        for name, count in Counter(page.ids).items()
        if count > 1
    ]
    assert not twice


def test_labels_and_aria_attributes_name_ids_that_exist(site: Site) -> None:
    wrong = [
        f"{page.path}:{line}: {name}"
        for page in site.pages.values()
        for name, line in page.references
        if name not in page.ids and name not in OF_THE_THEME
    ]
    assert not wrong


def test_tags_are_balanced(site: Site) -> None:
    assert not [problem for page in site.pages.values() for problem in page.unbalanced]


def test_nothing_is_loaded_from_elsewhere(site: Site) -> None:
    foreign = [
        f"{page.path}: {address}"
        for page in site.pages.values()
        for address in page.loads
        if re.match(r"(?:[a-z]+:)?//", address)
    ]
    assert not foreign


def test_contributors_text_is_only_text(flood_site: Path) -> None:
    page = (flood_site / "topics" / "bridges" / "index.html").read_text(encoding="utf-8")
    assert '<script>document.title = "hacked"' not in page
    assert "&lt;script&gt;document.title" in page
    assert "{{ title }}" in page
    assert "<b>The sum is ours" not in page


@pytest.mark.parametrize("path", ["topics/flood/", "de/topics/bridges/"])
def test_a_topic_names_its_own_feed(flood_site: Path, path: str) -> None:
    """As feed readers look for it: exactly `rel="alternate"`, and the type of Atom."""
    page = (flood_site / path / "index.html").read_text(encoding="utf-8")
    feeds = re.findall(r'<link rel="alternate" type="application/atom\+xml" title="([^"]+)" href="([^"]+)">', page)
    (own, own_address), (_, whole_address) = feeds
    assert own.endswith(("– The flood", "– Das Hochwasser"))
    found = [feedparser.parse((flood_site / path / address).read_bytes()) for address in (own_address, whole_address)]
    assert not any(feed.bozo for feed in found)
    assert found[0].feed.title == own


@pytest.mark.parametrize(
    ("old", "new"),
    [("actors/keller/", "actors/ada-keller/"), ("topics/closed-bridges/", "topics/bridges/")],
)
def test_old_addresses_lead_to_the_new_ones(site: Site, old: str, new: str) -> None:
    page = site.pages[f"{old}index.html"]
    assert any(site._target(page, href.partition("#")[0]) == f"{new}index.html" for href, _ in page.links)


@pytest.mark.parametrize("fact", ["river-rose-40", "keller-14-rescued"])
def test_every_fact_has_a_page_of_its_own(site: Site, fact: str) -> None:
    """The retracted one too: it says that it was retracted, and why."""
    assert site.pages[f"facts/{fact}.html"]


def test_a_retracted_fact_says_so(flood_site: Path) -> None:
    page = (flood_site / "facts" / "keller-14-rescued.html").read_text(encoding="utf-8")
    assert "The office withdrew the number." in page
    assert 'data-status="retracted"' in page
    assert 'id="keller-14-rescued"' not in (flood_site / "topics" / "flood" / "index.html").read_text(
        encoding="utf-8"
    )


def test_facts_carry_the_promised_markup(flood_site: Path) -> None:
    page = (flood_site / "topics" / "flood" / "index.html").read_text(encoding="utf-8")
    assert re.search(r'<article[^>]* data-page="topic"[^>]* data-id="flood"', page)
    assert re.search(r'class="[^"]*\bfact\b[^"]*"[^>]*data-fact="river-rose-40"', page)
    assert re.search(r'class="[^"]*\bcitation\b[^"]*"[^>]*data-origin="gazette-flood"', page)
    assert 'class="quote"' not in page
    assert 'class="quote"' in (flood_site / "facts" / "river-rose-40.html").read_text(encoding="utf-8")

"""Data in and beside pages: browsers neither run it nor complain of it, and what it names is there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

MARKDOWN, FEED = "text/markdown", "application/atom+xml"
BESIDE = {
    "": [MARKDOWN, FEED],
    "topics/flood/": [MARKDOWN, FEED, FEED],
    "actors/ada-keller/": [MARKDOWN, FEED],
    "sources/wire-flood/": [MARKDOWN, FEED],
    "changes/": [MARKDOWN, FEED],
    "de/topics/flood/": [MARKDOWN, FEED, FEED],
    "about/": [MARKDOWN, FEED],
    "de/about/": [MARKDOWN, FEED],
}
"""By page, what its head names: itself as Markdown, its own feed where it has one, and the site's."""


@pytest.mark.parametrize("address", [*BESIDE, "facts/river-rose-40.html"])
def test_the_policy_lets_the_data_be(page: Page, base_url: str, address: str) -> None:
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(base_url + address)
    data = page.locator('script[type="application/ld+json"]')
    assert data.count() == 1
    graph = json.loads(data.text_content() or "")["@graph"]
    assert graph[0]["@type"] == "WebPage"
    assert not wrong


@pytest.mark.parametrize("address", BESIDE)
def test_what_stands_beside_a_page_is_there(page: Page, base_url: str, address: str) -> None:
    page.goto(base_url + address)
    named = page.locator("head link[rel=alternate]").evaluate_all(
        "links => links.map(link => [link.type, link.href])"
    )
    assert [kind for kind, _ in named] == BESIDE[address]
    for _, href in named:
        assert page.request.get(href).ok, href


@pytest.mark.parametrize("address", ["", "topics/flood/"])
def test_the_themes_script_takes_no_feed_for_a_language(page: Page, base_url: str, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(base_url)))
    page.goto(base_url + address, wait_until="networkidle")
    assert not [path for path in asked if "sitemap" in path or "feed" in path]

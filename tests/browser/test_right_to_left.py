"""From right to left: a site in Arabic runs the other way throughout, and its foreign names and numbers do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.test_access import violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

PAGES = (
    "",
    "topics/",
    "topics/families/",
    "actors/",
    "actors/layla-haddad/",
    "facts/municipality-120-families.html",
    "sources/",
    "sources/rud-flood/",
    "numbers/families-fled/",
    "timeline/",
    "disputes/",
    "changes/",
    "search/",
    "about/",
    "en/topics/flood/",
)
TOPIC = "topics/families/"
FACT = "#municipality-120-families"


def box(found: Locator) -> dict[str, Any]:
    """Where an element stands."""
    place = found.first.bounding_box()
    assert place is not None
    return {**place, "right": place["x"] + place["width"]}


def test_no_page_scrolls_sideways_on_a_phone(browser: Browser, valley_url: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    seen = {}
    for address in PAGES:
        page.goto(valley_url + address)
        way = page.evaluate("getComputedStyle(document.body).direction")
        seen[address] = (way, page.evaluate("document.documentElement.scrollWidth - innerWidth"))
    context.close()
    assert seen == {address: ("ltr" if address.startswith("en/") else "rtl", 0) for address in PAGES}


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(browser: Browser, valley_url: str, width: int) -> None:
    found = {
        address: problems
        for address in PAGES
        if (problems := violations(browser, valley_url + address, "light", width))
    }
    assert not found


def test_a_fact_begins_at_the_right(page: Page, valley_url: str) -> None:
    page.goto(valley_url + TOPIC)
    row = page.locator(FACT)
    assert box(row.locator(".when"))["x"] > box(row.locator(".say"))["right"] - 1
    assert box(row.locator(".say"))["x"] > box(row.locator(".meta"))["right"] - 1


def test_a_chart_row_begins_at_the_right_and_its_scale_stays(page: Page, valley_url: str) -> None:
    page.goto(valley_url + TOPIC)
    chart = page.locator(".figure-chart[data-series=families-fled]")
    row = chart.locator("li").filter(has_text="ما يصل إلى 120")
    assert box(row.locator(".when"))["x"] > box(row.locator(".who"))["x"] > box(row.locator("svg.mark"))["x"]
    ticks = chart.locator(".ticks span")
    assert ticks.all_text_contents()[0] == "0"
    assert box(ticks.first)["x"] < box(ticks.last)["x"], "a scale runs from left to right in every script"


@pytest.mark.parametrize("address", ["", TOPIC])
def test_names_in_another_script_move_nothing_beside_them(page: Page, valley_url: str, address: str) -> None:
    page.goto(valley_url + address)
    apart = page.locator("article a").evaluate_all("links => links.map(link => getComputedStyle(link).unicodeBidi)")
    assert set(apart) == {"isolate"}


@pytest.mark.parametrize(
    ("fact", "language", "way"),
    [("stream-rose-40", "he", "rtl"), ("farmers-nobody-warned", "fa", "rtl"), ("herald-1200-tents", "en", "ltr")],
)
@pytest.mark.parametrize("edition", ["", "en/"])
def test_every_quote_runs_its_own_way(
    page: Page, valley_url: str, edition: str, fact: str, language: str, way: str
) -> None:
    page.goto(f"{valley_url}{edition}facts/{fact}.html")
    words = page.locator(f'.quote .words[lang="{language}"]')
    assert words.first.evaluate("node => getComputedStyle(node).direction") == way


def test_a_citation_opens_beside_its_chip(page: Page, valley_url: str) -> None:
    page.goto(valley_url + TOPIC)
    chip = page.locator(f"{FACT} a.citation").first
    chip.click()
    sheet = page.locator(":popover-open")
    expect(sheet.locator(".quote").first).to_be_visible()
    opened, beside = box(sheet), box(chip)
    assert opened["x"] <= beside["x"] <= opened["right"]
    assert abs(opened["right"] - beside["right"]) < 40, "it begins where the chip stands"


def test_paper_runs_the_same_way(page: Page, valley_url: str) -> None:
    page.set_viewport_size({"width": 700, "height": 1000})
    page.emulate_media(media="print")
    page.goto(valley_url + TOPIC)
    row = page.locator(FACT)
    assert box(row.locator(".when"))["x"] > box(row.locator(".say"))["right"] - 1
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0

"""From right to left: a site in Arabic runs the other way throughout, and its foreign names and numbers do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.test_access import SCHEMES, WIDTHS, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

PAGES = (
    "",
    "topics/",
    "topics/families/",
    "actors/",
    "actors/layla-haddad/",
    "sources/",
    "sources/rud-flood/",
    "numbers/families-fled/",
    "timeline/",
    "disputed/",
    "relations/",
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


@pytest.mark.parametrize("address", PAGES)
def test_a_phone_shows_every_page_without_scrolling_sideways(browser: Browser, valley_url: str, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(valley_url + address)
    way = page.locator("body").get_attribute("dir")
    scroll = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    context.close()
    assert (way, scroll) == ("ltr" if address.startswith("en/") else "rtl", 0)


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(browser: Browser, valley_url: str, address: str) -> None:
    found = [violations(browser, valley_url + address, scheme, width) for scheme in SCHEMES for width in WIDTHS]
    assert not any(found), found


def test_facts_and_timeline_begin_at_the_right(page: Page, valley_url: str) -> None:
    page.goto(valley_url + TOPIC)
    assert box(page.locator(f"{FACT} .fb-when"))["x"] > box(page.locator(f"{FACT} .fb-say"))["right"]
    assert box(page.locator(".fb-tl .fb-when"))["x"] > box(page.locator(".fb-tl .fb-tl__t"))["right"] - 1
    assert box(page.locator(".md-sidebar--secondary"))["right"] < box(page.locator("h1"))["x"]


def test_a_chart_is_mirrored_and_its_words_are_not(page: Page, valley_url: str) -> None:
    page.goto(valley_url + TOPIC)
    drawing = page.locator("svg.fb-wide")
    ticks = drawing.locator("text.c-a").filter(has_text="0")
    places = {tick.text_content(): box(tick)["x"] for tick in ticks.all()}
    assert places["0"] > places["40"] > places["160"], "the axis begins at the right"
    row = drawing.locator(".c-row", has_text="ما يصل إلى 120")
    assert box(row.locator("path.c-tip"))["right"] > box(row.locator("path.c-cap"))["right"], "it points to 0"
    assert box(row.locator("text.c-d"))["x"] > box(row.locator("text.c-v"))["right"], "the date stands first"
    turned = row.locator("text.c-v").evaluate("node => getComputedStyle(node).transform")
    assert turned == "matrix(-1, 0, 0, 1, 0, 0)", "the words are turned back"


def test_the_sum_and_the_graph_are_mirrored_too(page: Page, valley_url: str) -> None:
    page.goto(valley_url)
    bars = page.locator("svg.fb-bars")
    assert box(bars.locator("rect.b1"))["right"] > box(bars.locator("text.c-v"))["right"]
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(valley_url + "relations/")
    arcs = page.locator("svg.fb-narrow")
    assert box(arcs.locator(".g-node"))["x"] > box(arcs.locator(".g-edge"))["x"], "names first, then arcs"


def test_a_name_in_another_script_moves_no_number(page: Page, valley_url: str) -> None:
    """`The Valley Herald، 3 يونيو 2024`: the day stands left of the name, and the month left of the day."""
    page.goto(valley_url)
    words = page.locator(".fb-nums__w", has_text="The Valley Herald")
    places = words.evaluate(
        """node => ["The Valley", "3", "يونيو"].map(part => {
             const text = node.firstChild, at = text.data.indexOf(part), range = document.createRange();
             range.setStart(text, at); range.setEnd(text, at + part.length);
             return range.getBoundingClientRect().x;
           })"""
    )
    assert places == sorted(places, reverse=True)
    apart = page.locator(".fb-say a").first.evaluate("node => getComputedStyle(node).unicodeBidi")
    assert apart == "isolate"


@pytest.mark.parametrize(
    ("fact", "language", "way"),
    [("stream-rose-40", "he", "rtl"), ("farmers-nobody-warned", "fa", "rtl"), ("herald-1200-tents", "en", "ltr")],
)
@pytest.mark.parametrize("edition", ["", "en/"])
def test_every_quote_runs_its_own_way(
    page: Page, valley_url: str, edition: str, fact: str, language: str, way: str
) -> None:
    page.goto(f"{valley_url}{edition}topics/{'families' if 'tents' in fact else 'flood'}/")
    page.locator(f"#{fact} summary").click()
    quote = page.locator(f'#{fact} .quote[lang="{language}"]')
    assert quote.evaluate("node => getComputedStyle(node).direction") == way


def test_a_citation_opens_beside_its_number(page: Page, valley_url: str) -> None:
    page.goto(valley_url + TOPIC)
    citation = page.locator(f"{FACT} a.fb-cite").first
    citation.click()
    popover = page.locator("[popover]:popover-open")
    expect(popover.locator(".quote")).to_be_visible()
    opened, number = box(popover), box(citation)
    assert opened["x"] <= number["x"] <= opened["right"]
    assert abs(opened["right"] - number["right"]) < 40, "it begins where the number stands"


def test_paper_runs_the_same_way(page: Page, valley_url: str) -> None:
    page.set_viewport_size({"width": 700, "height": 1000})
    page.emulate_media(media="print")
    page.goto(valley_url + TOPIC)
    assert box(page.locator(f"{FACT} .fb-when"))["x"] > box(page.locator(f"{FACT} .fb-say"))["right"]
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0

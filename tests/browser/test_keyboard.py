"""Five journeys with the keyboard alone: a number's words, who says how many, a shared filter, a citation, paper."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

MOST = 150
"""Presses of Tab after which a reader would have given up."""


def reach(page: Page, wanted: Locator, key: str = "Tab") -> Locator:
    """Presses Tab until the wanted element has the focus, which must be seen."""
    target = wanted.first
    for _ in range(MOST):
        page.keyboard.press(key)
        if target.evaluate("node => node === document.activeElement"):
            seen = target.evaluate("node => node.matches(':focus-visible') && node.getClientRects().length > 0")
            assert seen, "the focus is seen"
            return target
    raise AssertionError(f"{MOST} presses of {key} do not lead to {wanted}")


def follow(page: Page, wanted: Locator) -> None:
    """Reaches a link and opens it."""
    reach(page, wanted)
    page.keyboard.press("Enter")


def test_from_a_number_to_its_very_words(page: Page, base_url: str) -> None:
    page.goto(base_url)
    follow(page, page.locator(".fb-nums__v a", has_text="40"))
    expect(page).to_have_url(re.compile(r"#river-rose-40$"))
    follow(page, page.locator("#river-rose-40 a.fb-cite"))
    popover = page.locator("[popover]:popover-open")
    expect(popover.locator(".quote")).to_contain_text("rose by 40 centimetres")
    words = reach(page, popover.get_by_role("link", name="Go to the very words"))
    expect(words).to_have_attribute("href", re.compile(r"^https://gazette\.example/.*#:~:text=The%20river%20Aare"))
    page.keyboard.press("Escape")
    expect(page.locator("#river-rose-40 a.fb-cite").first).to_be_focused()


def test_who_says_how_many(page: Page, base_url: str) -> None:
    """Along the marks of a chart, each told with its date and speaker, then the same by value in the table."""
    page.goto(base_url)
    follow(page, page.locator(".md-tabs__link", has_text="Numbers"))
    expect(page).to_have_url(re.compile(r"/numbers/$"))
    marks = page.locator("svg.fb-wide").first.locator("a")
    told = [reach(page, marks.nth(number)).get_attribute("aria-label") for number in range(marks.count())]
    assert {re.split(r": (?=[^:]+$)", words or "")[-1] for words in told} >= {"up to 12", "8–10"}
    assert any("Ada Keller" in (words or "") for words in told)
    assert any("Cantonal police" in (words or "") for words in told)
    follow(page, page.locator("details.fb-behind summary"))
    table = page.locator(".fb-fig").first.locator("table")
    follow(page, table.locator("th button").nth(2))
    expect(table.locator("th").nth(2)).to_have_attribute("aria-sort", "ascending")
    values = table.locator("tbody td.num").evaluate_all("cells => cells.map(cell => Number(cell.dataset.sort))")
    assert values == sorted(values)
    follow(page, table.locator("td.num a"))
    expect(page.locator(".fb-fact:target")).to_be_in_viewport()


def test_a_filtered_timeline_is_an_address_for_a_colleague(page: Page, browser: Browser, base_url: str) -> None:
    page.goto(base_url + "timeline/")
    reach(page, page.get_by_label("Topic"))
    page.keyboard.type("How many")
    expect(page).to_have_url(re.compile(r"\?topic=bridges$"))
    reach(page, page.get_by_label("Actor"))
    page.keyboard.type("Cantonal")
    expect(page).to_have_url(re.compile(r"\?topic=bridges&actor=cantonal-police$"))
    status = page.get_by_role("search", name="Filter the timeline").get_by_role("status")
    expect(status).to_have_text(re.compile(r"^1 of \d+ facts$"))
    context = browser.new_context()
    colleague = context.new_page()
    colleague.goto(page.url)
    expect(colleague.get_by_label("Topic")).to_have_value("bridges")
    expect(colleague.get_by_label("Actor")).to_have_value("cantonal-police")
    shown = colleague.locator(".fb-line > li:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("8 to 10 bridges")
    follow(colleague, colleague.get_by_role("button", name="Show everything"))
    expect(colleague).to_have_url(re.compile(r"/timeline/$"))
    context.close()


def test_from_a_topic_to_the_timeline_that_shows_the_same(page: Page, base_url: str) -> None:
    page.goto(base_url + "topics/bridges/")
    listed = page.locator(".fb-tl__t > li").count()
    follow(page, page.get_by_role("link", name="The same on the whole timeline"))
    expect(page).to_have_url(re.compile(r"/timeline/\?topic=bridges$"))
    expect(page.locator(".fb-line > li:visible")).to_have_count(listed)


def test_a_fact_is_cited(browser: Browser, base_url: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(base_url + "topics/flood/#river-rose-40")
    fact = page.locator("#river-rose-40")
    follow(page, fact.locator("summary"))
    cite = reach(page, fact.get_by_role("button", name="Cite this fact"))
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    starts = {"Plain text": "The Water office said", "BibTeX": "@misc{river-rose-40,", "CSL-JSON": "["}
    for name, start in starts.items():
        copy = reach(page, dialog.get_by_role("button", name=f"Copy: {name}"))
        page.keyboard.press("Enter")
        expect(copy).to_have_text("Copied")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith(start)
        assert "/facts/river-rose-40/" in copied
    page.keyboard.press("Escape")
    expect(cite).to_be_focused()
    context.close()


def test_a_topic_on_paper(page: Page, base_url: str) -> None:
    """What Ctrl+P prints: the answer first, the evidence open, and nothing of the screen's own."""
    page.goto(base_url + "topics/flood/")
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    first, every = sheets[0].extract_text(), re.sub(r"\s+", " ", " ".join(sheet.extract_text() for sheet in sheets))
    for words in ("How high did the river rise?", "Bottom line", "Key judgements", "The numbers", "up to 12"):
        assert words in first, words
    assert "Die Aare stieg am Samstag um 40 Zentimeter" in every, "quotes are opened"
    for words in ("Cite this fact", "Link to this fact", "Switch to dark", "This page as", "On this page"):
        assert words not in every, words


@pytest.mark.parametrize("address", ["", "topics/flood/", "timeline/", "numbers/bridges-closed/"])
def test_the_focus_goes_forth_and_back_the_same_way(page: Page, base_url: str, address: str) -> None:
    page.goto(base_url + address)
    forth = [_place_after(page, "Tab") for _ in range(25)]
    back = [_place_after(page, "Shift+Tab") for _ in range(24)]
    assert back == forth[-2::-1]
    assert len(set(forth)) == len(forth), "no trap"


def _place_after(page: Page, key: str) -> int:
    """Which element of the page has the focus after a key."""
    page.keyboard.press(key)
    return int(page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)"))

"""With the keyboard alone, the six tasks of a visit of four minutes: each from the briefing's first page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

MOST = 60
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
    """Reaches a link or a button and presses it."""
    reach(page, wanted)
    page.keyboard.press("Enter")


def test_how_many_who_says_so_and_in_which_words(page: Page, base_url: str) -> None:
    """The questions of the first page hold the figures; a chip opens the words, and the source is one link on."""
    page.goto(base_url)
    question = page.locator(".q", has=page.get_by_role("link", name="How many bridges were closed?"))
    expect(question.locator(".big")).to_have_text(["up to 12 bridges", "8–10 bridges"])
    expect(question.locator(".who")).to_contain_text(["Ada Keller", "Cantonal police"])
    chip = question.locator("a.citation[data-origin=gazette-flood]")
    follow(page, chip)
    sheet = page.get_by_role("dialog", name="The Gazette")
    expect(sheet.locator(".quote").first).to_contain_text("12 bridges")
    words = reach(page, sheet.get_by_role("link", name="Open at this quote"))
    expect(words).to_have_attribute("href", re.compile(r"^https://gazette\.example/.*#:~:text="))
    page.keyboard.press("Escape")
    expect(chip).to_be_focused()


def test_did_they_admit_it(page: Page, base_url: str) -> None:
    """A topic's table of who says what has a column for denials, and each cell leads to its fact."""
    page.goto(base_url)
    follow(page, page.locator(".md-tabs").get_by_role("link", name="Topics", exact=True))
    follow(page, page.locator("article").get_by_role("link", name="How high did the river rise?"))
    denied = page.locator("td[data-l=Denies]")
    expect(denied).to_contain_text("Bruno Roth")
    follow(page, denied.get_by_role("link", name="Bruno Roth"))
    expect(page.locator(".fact:target")).to_be_in_viewport()
    expect(page.locator(".fact:target .status")).to_contain_text(["Disputed", "Denied"])


def test_what_has_somebody_said(page: Page, base_url: str) -> None:
    page.goto(base_url)
    follow(page, page.locator(".md-tabs").get_by_role("link", name="Who says what"))
    follow(page, page.locator("article").get_by_role("link", name="Ada Keller"))
    expect(page.get_by_role("heading", name="What Ada Keller says")).to_be_visible()
    said = page.locator("#Says + .list > .fact")
    assert said.evaluate_all("facts => facts.map(fact => fact.dataset.fact)") == [
        *("keller-expects-fall", "keller-9-and-3", "keller-12-bridges")
    ]


def test_what_changed(page: Page, base_url: str) -> None:
    page.goto(base_url)
    follow(page, page.get_by_role("link", name="changes", exact=True))
    expect(page.locator("h1")).to_have_text("What we have changed")
    expect(page.locator("article")).to_contain_text("The office withdrew the number.")


def test_is_it_confirmed_independently(page: Page, base_url: str) -> None:
    """A search leads to the fact, and the fact says how firm it is before its quotes."""
    page.goto(base_url)
    page.keyboard.press("/")
    page.keyboard.type("river rose 40")
    page.keyboard.press("Enter")
    page.locator(".hits > li").first.wait_for()
    follow(page, page.locator(".hits a[href$='facts/river-rose-40.html']"))
    expect(page.locator("header .status[data-status=one-speaker]")).to_have_text("2 reports from one speaker")
    expect(page.locator(".report")).to_have_count(2)
    expect(page.locator(".report .copies .quote")).to_have_attribute("data-source", "bote-flood")


def test_cite_it(browser: Browser, base_url: str) -> None:
    """In four forms, chosen by the arrow keys; each copied with report, words and published address."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(base_url + "topics/flood/#Every-fact")
    follow(page, page.locator("#river-rose-40 .when a"))
    form = reach(page, page.get_by_role("radio", name="Plain"))
    expect(form).to_be_checked()
    button = page.locator("#cite + .cite button")
    for name, start in {
        "Plain": "Water office: “",
        "Footnote": "The Gazette,",
        "BibTeX": "@misc{",
        "RIS": "TY",
    }.items():
        expect(page.get_by_role("radio", name=name)).to_be_focused()
        button.evaluate("node => node.click()")
        expect(button).to_contain_text("✓")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith(start)
        assert "https://flood.example/briefing/facts/river-rose-40.html" in copied
        assert "The Gazette" in copied
        page.keyboard.press("ArrowRight")
    context.close()


def test_copy_a_quote_and_the_frame(browser: Browser, base_url: str) -> None:
    """A button copies the words beside it, as they are shown."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(base_url + "facts/river-rose-40.html")
    page.get_by_text("Embed").click()
    for words in ("#Quotes ~ * .words >> nth=1", "details .cite pre"):
        shown = page.locator(words)
        around = shown.locator("xpath=..")
        around.get_by_role("button", name="Copy").click()
        expect(around.get_by_role("button", name="✓")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == shown.text_content()
    context.close()


@pytest.mark.parametrize("address", ["", "topics/flood/", "facts/river-rose-40.html", "timeline/"])
def test_the_first_stop_leads_past_the_header(page: Page, base_url: str, address: str) -> None:
    page.goto(base_url + address)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


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

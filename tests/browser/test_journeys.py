"""What readers do: open a page, go from a claim to its words and back, cite it; on a phone, and without scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


TOPIC = "topics/flood/"
CHIP = "#river-rose-40 a.citation"
HEADINGS = {
    "": "The flood on the Aare",
    "topics/": "Topics",
    "topics/flood/": "How high did the river rise?",
    "actors/": "Who says what",
    "actors/ada-keller/": "Ada Keller",
    "facts/river-rose-40.html": "The Water office said the river rose by 40 centimetres.",
    "numbers/": "Numbers",
    "numbers/bridges-closed/": "Closed bridges",
    "disputes/": "Disputes",
    "timeline/": "Timeline",
    "sources/": "Sources & method",
    "sources/gazette-flood/": "The river rises",
    "changes/": "What we have changed",
    "search/": "Search",
    "about/": "About this briefing",
}
"""A page of each kind, with its heading."""


def test_a_citation_opens_its_quotes_and_gives_the_focus_back(page: Page, base_url: str) -> None:
    page.goto(base_url + TOPIC)
    chip = page.locator(CHIP).first
    chip.click()
    sheet = page.get_by_role("dialog", name="The Gazette")
    expect(sheet.locator(".quote .words").first).to_have_text("The river Aare rose by 40 centimetres on Saturday")
    expect(sheet).to_contain_text("one report in 2 copies")
    expect(chip).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(chip).to_be_focused()
    expect(chip).to_have_attribute("aria-expanded", "false")


def test_each_chip_opens_its_own_report(page: Page, base_url: str) -> None:
    page.goto(base_url + TOPIC)
    for origin, words in (("gazette-flood", "on Saturday"), ("wire-flood", "the water office said")):
        page.locator(f"{CHIP}[data-origin={origin}]").click()
        quote = page.locator(":popover-open .quote[data-source]").first
        expect(quote).to_have_attribute("data-source", origin)
        expect(quote).to_contain_text(words)
        page.keyboard.press("Escape")


def test_on_a_phone_the_sheet_stands_at_the_bottom_and_fits(browser: Browser, base_url: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(base_url + TOPIC)
    page.locator(CHIP).first.click()
    sheet = page.locator(":popover-open")
    expect(sheet.locator(".quote").first).to_be_visible()
    box = sheet.bounding_box()
    context.close()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert box["y"] + box["height"] == pytest.approx(740, abs=1)


def test_from_a_quote_to_its_source_and_back_to_the_fact(page: Page, base_url: str) -> None:
    page.goto(base_url + TOPIC)
    page.locator(CHIP).first.click()
    page.locator(":popover-open a[href*='sources/gazette-flood/']").first.click()
    expect(page).to_have_url(re.compile(r"/sources/gazette-flood/"))
    expect(page.locator(".quote", has_text="rose by 40 centimetres on Saturday").first).to_be_visible()
    page.locator("article a[href$='facts/river-rose-40.html']").first.click()
    expect(page.locator("h1")).to_have_text(HEADINGS["facts/river-rose-40.html"])


def test_a_topics_facts_are_filtered(page: Page, base_url: str) -> None:
    page.goto(base_url + TOPIC)
    facts = page.locator("#Facts > .fact")
    everything = facts.count()
    page.get_by_role("button", name="Two reports, one speaker").click()
    expect(page.locator("#Facts > .fact:visible")).to_have_count(1)
    expect(page.locator("#river-rose-40")).to_be_visible()
    page.get_by_role("button", name="All", exact=False).first.click()
    expect(page.locator("#Facts > .fact:visible")).to_have_count(everything)


@pytest.mark.parametrize("old", ["actors/keller/", "topics/closed-bridges/"])
def test_an_old_address_leads_to_the_new_one(page: Page, base_url: str, old: str) -> None:
    page.goto(base_url + old)
    page.wait_for_url(re.compile(r"/(actors/ada-keller|topics/bridges)/$"))


def test_the_other_language_is_one_link_away(page: Page, base_url: str) -> None:
    page.goto(base_url + TOPIC)
    page.get_by_role("button", name="Select language").hover()
    page.get_by_role("link", name="Deutsch").click()
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.locator("h1")).to_have_text(re.compile("Wie hoch stieg der Fluss"))
    english = page.locator("article :text('denied that the warning came too late')").first
    assert english.evaluate("node => node.closest('[lang]').lang") == "en", "what is not translated says so"


@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_scrolls_sideways(browser: Browser, base_url: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    wide = {}
    for address in HEADINGS:
        page.goto(base_url + address)
        if page.evaluate("document.documentElement.scrollWidth - innerWidth") > 0:
            wide[address] = page.evaluate(
                """() => [...document.querySelectorAll('body *')]
                     .filter(node => node.getBoundingClientRect().right > innerWidth + 1)
                     .slice(0, 5).map(node => node.outerHTML.slice(0, 120))"""
            )
    context.close()
    assert not wide


def test_every_page_reads_without_scripts(browser: Browser, base_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for address, heading in HEADINGS.items():
        page.goto(base_url + address)
        expect(page.locator("h1")).to_have_text(heading)
        shown = page.locator("article [data-copy]:visible, article .filter:visible")
        assert shown.count() == 0, f"{address} shows what does nothing without scripts"
    context.close()


def test_a_citation_leads_to_its_quotes_without_scripts(browser: Browser, base_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base_url + TOPIC)
    page.locator(f"{CHIP}[data-origin=wire-flood]").click()
    expect(page).to_have_url(re.compile(r"/facts/river-rose-40\.html#wire-flood$"))
    expect(page.locator(".report:target .quote .words")).to_contain_text("the water office said")
    context.close()


def test_contributors_text_does_not_run(page: Page, base_url: str) -> None:
    page.goto(base_url + "facts/keller-9-and-3.html")
    expect(page.locator("article")).to_contain_text('document.title = "hacked"')
    assert page.title() != "hacked"


def test_no_request_leaves_the_site_and_no_error_is_logged(page: Page, base_url: str) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for address in HEADINGS:
        page.goto(base_url + address, wait_until="networkidle")
    page.goto(base_url + "search/?q=river", wait_until="networkidle")
    page.goto(base_url + TOPIC)
    page.locator(CHIP).first.click()
    page.locator(":popover-open .quote").first.wait_for()
    foreign = [url for url in asked if not url.startswith((base_url, "data:", "blob:"))]
    assert (foreign, said) == ([], [])


@pytest.mark.parametrize("system", ["light", "dark"])
def test_a_fact_has_the_colours_that_a_reader_chose_elsewhere(browser: Browser, base_url: str, system: str) -> None:
    context = browser.new_context(color_scheme=system)  # type: ignore[arg-type]  # one of two words
    page = context.new_page()
    page.goto(base_url + TOPIC)
    page.locator("[data-md-component=palette] label:visible").click()
    chosen = page.locator("body").get_attribute("data-md-color-scheme")
    assert chosen == {"light": "slate", "dark": "default"}[system]
    page.goto(f"{base_url}facts/river-rose-40.html")
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert colour == {"default": "rgb(255, 255, 255)", "slate": "rgb(23, 27, 33)"}[chosen]
    context.close()

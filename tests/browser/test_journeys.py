"""What readers do: open a page, go from a claim to its words and back, search; on a phone, and without scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TOPIC = "topics/flood/"
FACT = "#river-rose-40"
PAGES = ("", "topics/flood/", "actors/ada-keller/", "numbers/bridges-closed/", "sources/gazette-flood/", "disputed/")


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("", "The flood on the Aare"),
        ("actors/ada-keller/", "Ada Keller"),
        ("topics/flood/", "How high did the river rise?"),
        ("sources/gazette-flood/", "The river rises"),
        ("numbers/bridges-closed/", "Closed bridges"),
    ],
)
def test_a_page_opens_with_its_heading(page: Page, base_url: str, address: str, heading: str) -> None:
    page.goto(base_url + address)
    expect(page.locator("h1")).to_have_text(re.compile(re.escape(heading)))


def test_from_the_briefing_to_a_topic(page: Page, base_url: str) -> None:
    page.goto(base_url)
    page.locator("article a[href*='topics/flood/']").first.click()
    expect(page).to_have_url(re.compile(r"/topics/flood/"))
    expect(page.locator(FACT)).to_be_visible()


def test_a_citation_opens_its_quote_and_gives_the_focus_back(page: Page, base_url: str) -> None:
    page.goto(base_url + TOPIC)
    citation = page.locator(f"{FACT} a.fb-cite").first
    citation.click()
    popover = page.locator("[popover]:popover-open")
    expect(popover.locator(".quote")).to_have_text("The river Aare rose by 40 centimetres on Saturday")
    expect(popover).to_contain_text("The Gazette")
    page.keyboard.press("Escape")
    expect(popover).to_have_count(0)
    expect(citation).to_be_focused()


def test_a_citation_opens_with_the_keyboard_alone(page: Page, base_url: str) -> None:
    page.goto(base_url + TOPIC)
    citation = page.locator(f"{FACT} a.fb-cite").first
    citation.focus()
    page.keyboard.press("Enter")
    popover = page.locator("[popover]:popover-open")
    expect(popover.locator(".quote")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[popover]') !== null"), "Tab goes into the pop-over"
    page.keyboard.press("Escape")
    expect(popover).to_have_count(0)
    expect(citation).to_be_focused()


def test_from_a_quote_to_its_source_and_back_to_the_fact(page: Page, base_url: str) -> None:
    page.goto(base_url + TOPIC)
    page.locator(f"{FACT} a.fb-cite").first.click()
    page.locator("[popover]:popover-open a[href*='sources/gazette-flood/']").first.click()
    expect(page).to_have_url(re.compile(r"/sources/gazette-flood/"))
    quote = page.locator(".quote", has_text="The river Aare rose by 40 centimetres on Saturday")
    expect(quote.first).to_be_visible()
    page.locator("article a[href*='#river-rose-40'], article a[href*='facts/river-rose-40/']").first.click()
    expect(page).to_have_url(re.compile(r"#river-rose-40$"))


def test_the_permanent_address_of_a_fact_leads_to_it(page: Page, base_url: str) -> None:
    page.goto(base_url + "facts/keller-12-bridges/")
    page.wait_for_url(re.compile(r"/topics/bridges/#keller-12-bridges$"))
    expect(page.locator("#keller-12-bridges")).to_be_in_viewport()


def test_an_old_address_leads_to_the_new_one(page: Page, base_url: str) -> None:
    page.goto(base_url + "actors/keller/")
    page.wait_for_url(re.compile(r"/actors/ada-keller/$"))


def test_the_other_language_is_one_link_away(page: Page, base_url: str) -> None:
    page.goto(base_url + "de/" + TOPIC)
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.locator("h1")).to_have_text(re.compile("Wie hoch stieg der Fluss"))
    english = page.locator("article :text('denied that the warning came too late')").first
    assert english.evaluate("node => node.closest('[lang]').lang") == "en", "what is not translated says so"


@pytest.mark.parametrize("address", PAGES)
def test_a_phone_shows_every_page_without_scrolling_sideways(browser: Browser, base_url: str, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(base_url + address)
    wide = page.evaluate(
        """() => [...document.querySelectorAll('article *')]
             .filter(node => node.getBoundingClientRect().right > innerWidth + 1
                && !node.closest('.md-typeset__scrollwrap, [data-scrolls], .fb-scroll'))
             .slice(0, 5).map(node => node.outerHTML.slice(0, 120))"""
    )
    scroll = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    context.close()
    assert scroll <= 0, wide


@pytest.mark.parametrize("address", PAGES)
def test_every_page_reads_without_scripts(browser: Browser, base_url: str, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base_url + address)
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("article[data-page]").inner_text().strip()
    context.close()


def test_a_citation_leads_to_its_quote_without_scripts(browser: Browser, base_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base_url + TOPIC)
    page.locator(f"{FACT} a.fb-cite").first.click()
    expect(page.locator(f"{FACT} .citation:target .quote")).to_be_visible()
    context.close()


def test_contributors_text_does_not_run(page: Page, base_url: str) -> None:
    page.goto(base_url + "topics/bridges/")
    expect(page.locator("#keller-9-and-3")).to_contain_text('document.title = "hacked"')
    assert page.title() != "hacked"


@pytest.mark.parametrize("address", PAGES)
def test_no_request_leaves_the_site_and_no_error_is_logged(page: Page, base_url: str, address: str) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(base_url + address, wait_until="networkidle")
    page.keyboard.press("s")
    page.locator("dialog input").fill("river")
    page.locator("dialog .fb-hits a").first.wait_for()
    foreign = [url for url in asked if not url.startswith((base_url, "data:", "blob:"))]
    assert (foreign, said) == ([], [])

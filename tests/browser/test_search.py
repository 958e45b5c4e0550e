"""The search: from words to the fact itself, over any page, on a page of its own, in each language, by keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from factbook.site.search_index.tokenize import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

SAMPLES = (
    "The river Aare rose by 12,000 (12.000; 12\u202f000) litres on 2024-11-16.",
    "Müller Mu\u0308ller Straße ΛΟΓΟΣ \u0130stanbul Київ и\u0306",
    "北京2024 평양에서 ไทย مُحمد हिन्दी",
    "ﬁx ² Ⅿ 𝐀 snake_case don’t e-mail 3,14 1,234,567",
)


def opened(page: Page, address: str, question: str = "") -> Locator:
    """The dialog of the search over a page, with a question typed."""
    page.goto(address)
    page.keyboard.press("s")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type(question)
    return dialog


def test_a_hit_is_the_fact_itself(page: Page, base_url: str) -> None:
    dialog = opened(page, base_url, "cantonal police 8 to 10")
    hit = dialog.locator(".fb-hits a").first
    expect(hit).to_have_attribute("href", re.compile(r"/topics/bridges/#police-8-to-10-bridges$"))
    expect(dialog.get_by_role("status")).to_have_text("1 found")
    hit.click()
    expect(page).to_have_url(re.compile(r"#police-8-to-10-bridges$"))
    expect(page.locator("#police-8-to-10-bridges")).to_be_in_viewport()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_fact_is_found_with_the_keyboard_alone(page: Page, base_url: str) -> None:
    dialog = opened(page, base_url + "topics/bridges/", "keller 12 bridges")
    # Hits come while one types: what "keller" alone finds is not yet the answer.
    expect(dialog.locator(".fb-hits a").first).to_have_attribute("href", re.compile(r"#keller-12-bridges$"))
    page.keyboard.press("ArrowDown")
    expect(dialog.locator(".fb-hits a").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/topics/bridges/#keller-12-bridges$"))
    expect(dialog).to_be_hidden()


def test_escape_closes_and_gives_the_focus_back(page: Page, base_url: str) -> None:
    page.goto(base_url)
    way = page.get_by_role("link", name="Search", exact=True)
    way.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(way).to_be_focused()


def test_a_page_is_a_hit_and_comes_before_its_facts(page: Page, base_url: str) -> None:
    dialog = opened(page, base_url, "Keller")
    expect(dialog.locator(".fb-hits a").first).to_have_attribute("href", re.compile(r"/actors/ada-keller/$"))


def test_a_name_in_another_script_is_found(page: Page, base_url: str) -> None:
    dialog = opened(page, base_url, "Келлер")
    expect(dialog.locator(".fb-hits a").first).to_have_attribute("href", re.compile(r"/actors/ada-keller/$"))


def test_filters_narrow_to_facts_and_live_in_the_address(page: Page, base_url: str) -> None:
    page.goto(base_url + "search/?q=bridges&actor=ada-keller")
    expect(page.locator(".fb-hits a").first).to_be_visible()
    places = page.locator(".fb-hits a").evaluate_all("links => links.map(link => link.hash)")
    assert places
    assert all(places), "with a filter only facts are hits"
    page.get_by_label("Status").select_option("corrected")
    expect(page).to_have_url(re.compile(r"\?q=bridges&actor=ada-keller&status=corrected$"))
    page.get_by_role("button", name="Clear").click()
    expect(page.locator(".fb-hits a")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"/search/$"))


def test_the_dialog_gives_an_address_to_share(page: Page, base_url: str) -> None:
    dialog = opened(page, base_url, "river")
    expect(dialog.locator(".fb-hits a").first).to_be_visible()
    way = dialog.get_by_role("link", name="Open as a page")
    expect(way).to_have_attribute("href", re.compile(r"\?q=river$"))  # hits of a part of the word come before
    way.click()
    expect(page).to_have_url(re.compile(r"/search/\?q=river$"))
    expect(page.get_by_role("searchbox")).to_have_value("river")
    expect(page.locator(".fb-hits a").first).to_be_visible()


def test_an_edition_finds_in_its_own_language(page: Page, base_url: str) -> None:
    dialog = opened(page, base_url + "de/topics/flood/", "Fluss")
    hit = dialog.locator(".fb-hits a").first
    expect(hit).to_have_attribute("href", re.compile(r"/de/topics/flood/$"))
    expect(dialog.get_by_role("status")).to_contain_text("gefunden")


def test_nothing_is_loaded_before_it_is_asked_for(page: Page, base_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(base_url)))
    page.goto(base_url, wait_until="networkidle")
    assert not [path for path in asked if "search" in path]
    page.keyboard.press("s")
    page.get_by_role("searchbox").fill("canton")
    page.locator(".fb-hits a").first.wait_for()
    pieces = {path.partition("?")[0] for path in asked if path.startswith("search/")}
    assert {"search/", "search/manifest.json"} < pieces
    assert len([path for path in pieces if "words-" in path]) == 1, "one word, one file"


def test_without_scripts_the_lists_are_the_way(browser: Browser, base_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base_url)
    page.get_by_role("link", name="Search", exact=True).click()
    expect(page).to_have_url(re.compile(r"/search/$"))
    expect(page.get_by_role("searchbox")).to_have_count(0)
    page.get_by_role("article").get_by_role("link", name="Timeline").click()
    expect(page).to_have_url(re.compile(r"/timeline/$"))
    context.close()


@pytest.mark.parametrize("address", ["", "search/?q=river"])
def test_a_phone_shows_the_search_without_scrolling_sideways(browser: Browser, base_url: str, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    if address:
        page.goto(base_url + address)
    else:
        opened(page, base_url, "river")
    page.locator(".fb-hits a").first.wait_for()
    wide = page.evaluate(
        """() => [...document.querySelectorAll('.fb-search *')].filter(node =>
             node.getBoundingClientRect().right > innerWidth + 1).map(node => node.outerHTML.slice(0, 120))"""
    )
    assert (wide, page.evaluate("document.documentElement.scrollWidth - innerWidth")) == ([], 0)
    context.close()


@pytest.mark.parametrize("text", SAMPLES)
def test_the_script_cuts_words_as_the_index_does(page: Page, base_url: str, text: str) -> None:
    page.goto(base_url + "search/")
    expect(page.get_by_role("searchbox")).to_be_visible()
    assert page.evaluate("text => window.factbookSearch.words(text)", text) == words(text)

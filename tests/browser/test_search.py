"""The search: from words to the fact itself, on a page whose address holds the question, in each language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from factbook.site.search_index.languages import rules
from factbook.site.search_index.tokenize import stem, words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page, Route

SAMPLES = (
    "The river Aare rose by 12,000 (12.000; 12\u202f000) litres on 2024-11-16.",
    "Müller Mu\u0308ller Straße ΛΟΓΟΣ \u0130stanbul ılık Łódź Øresund œuvre Київ и\u0306",
    "北京2024 평양에서 ไทย مُحمد हिन्दी",
    "ﬁx ² Ⅿ 𝐀 snake_case don’t e-mail 3,14 1,234,567",
    "F-16 f16 COVID\u201119 Type-12 (A-1 b-2) 8-10 thanked pledges planning companies press Paris",
)


def asked(page: Page, base_url: str, question: str) -> Locator:
    """The hits of a question."""
    page.goto(f"{base_url}search/")
    page.get_by_role("article").get_by_role("searchbox").fill(question)
    page.keyboard.press("Enter")
    hits = page.locator(".hits > li")
    hits.first.wait_for()
    return hits


def leads(hits: Locator) -> Locator:
    """The first link of the first hit."""
    return hits.first.get_by_role("link").first


def test_the_field_of_every_page_leads_to_the_answer(page: Page, base_url: str) -> None:
    page.goto(base_url + "topics/bridges/")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("cantonal police 8 to 10")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=cantonal"))
    expect(leads(page.locator(".hits > li"))).to_have_attribute(
        "href", re.compile(r"facts/police-8-to-10-bridges\.html$")
    )
    page.locator(".hits > li .when a").first.click()
    expect(page).to_have_url(re.compile(r"/facts/police-8-to-10-bridges\.html$"))


def test_a_question_for_a_number_is_answered_with_the_figures(page: Page, base_url: str) -> None:
    asked(page, base_url, "how many closed bridges")
    answer = page.locator(".answers")
    expect(answer).to_be_visible()
    expect(answer.locator(".big")).to_have_text(["8–10 bridges", "up to 12 bridges"])
    expect(page.locator(".told")).to_contain_text("how, many")


def test_forms_of_a_word_and_wrong_spellings_are_found(page: Page, base_url: str) -> None:
    hits = asked(page, base_url, "kellers bridge")
    expect(hits.filter(has_text="12 bridges")).not_to_have_count(0)
    asked(page, base_url, "kelelr")
    expect(page.locator(".told")).to_contain_text("keller")


def test_a_question_typed_before_the_index_is_there_is_kept(page: Page, base_url: str) -> None:
    held: list[Route] = []
    page.route("**/search/manifest.json", lambda route: held.append(route))
    with page.expect_request("**/search/manifest.json"):  # before that the form leads to the page by itself
        page.goto(f"{base_url}search/", wait_until="domcontentloaded")
    page.get_by_role("article").get_by_role("searchbox").fill("bridges")
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    held[0].continue_()
    expect(page.locator(".hits > li").first).to_be_visible()
    expect(page.get_by_role("article").get_by_role("searchbox")).to_have_value("bridges")


def test_facts_are_among_the_first_hits(page: Page, base_url: str) -> None:
    hits = asked(page, base_url, "Keller")
    kinds = hits.evaluate_all("items => items.slice(0, 4).map(item => item.hasAttribute('data-fact'))")
    assert any(kinds)


def test_a_name_in_another_script_is_found(page: Page, base_url: str) -> None:
    hits = asked(page, base_url, "Келлер")
    expect(hits.get_by_role("link", name="Ada Keller").first).to_be_visible()


def test_hits_are_narrowed_by_kind(page: Page, base_url: str) -> None:
    hits = asked(page, base_url, "bridges")
    page.get_by_role("button", name=re.compile("^Facts")).click()
    expect(page.get_by_role("button", name=re.compile("^Facts"))).to_have_attribute("aria-pressed", "true")
    expect(hits.locator("visible=true").first).to_have_attribute("data-fact", re.compile("."))
    assert hits.evaluate_all("items => items.every(item => item.hasAttribute('data-fact'))")


def test_the_address_holds_the_question(page: Page, base_url: str) -> None:
    asked(page, base_url, "river")
    expect(page).to_have_url(re.compile(r"/search/\?q=river$"))
    page.reload()
    expect(page.get_by_role("article").get_by_role("searchbox")).to_have_value("river")
    expect(page.locator(".hits > li").first).to_be_visible()


def test_an_edition_finds_in_its_own_language(page: Page, base_url: str) -> None:
    hits = asked(page, base_url + "de/", "Fluss")
    expect(page.get_by_role("status")).to_contain_text("Treffer")
    assert "/de/" in str(leads(hits).evaluate("link => link.href"))


def test_nothing_found_is_said_and_the_lists_are_offered(page: Page, base_url: str) -> None:
    page.goto(base_url + "search/?q=xylophone")
    expect(page.get_by_role("status")).to_contain_text("Nothing here has these words")
    expect(page.get_by_role("navigation", name="Or look through the lists")).to_be_visible()


def test_nothing_is_loaded_before_it_is_asked_for(page: Page, base_url: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.removeprefix(base_url)))
    page.goto(base_url, wait_until="networkidle")
    assert not [path for path in loaded if "search/" in path]
    asked(page, base_url, "canton")
    pieces = {path.partition("?")[0] for path in loaded if path.startswith("search/")}
    assert "search/manifest.json" in pieces
    assert len([path for path in pieces if "words-" in path]) <= 2, "one word and the figures: two files at most"


def test_without_scripts_the_lists_are_the_way(browser: Browser, base_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base_url)
    page.get_by_role("searchbox").fill("river")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=river$"))
    expect(page.get_by_text("The search needs JavaScript.")).to_be_visible()
    page.get_by_role("article").get_by_role("link", name="Timeline").click()
    expect(page).to_have_url(re.compile(r"/timeline/$"))
    context.close()


def test_a_phone_shows_the_search_without_scrolling_sideways(browser: Browser, base_url: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    asked(page, base_url, "how many closed bridges")
    wide = page.evaluate(
        """() => [...document.querySelectorAll('.search *')].filter(node =>
             node.getBoundingClientRect().right > innerWidth + 1).map(node => node.outerHTML.slice(0, 120))"""
    )
    assert (wide, page.evaluate("document.documentElement.scrollWidth - innerWidth")) == ([], 0)
    context.close()


@pytest.mark.parametrize("text", SAMPLES)
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_script_cuts_and_stems_words_as_the_index_does(
    page: Page, base_url: str, text: str, language: str
) -> None:
    page.goto(f"{base_url}{'' if language == 'en' else 'de/'}search/?q=river")
    page.locator(".hits > li").first.wait_for()
    assert page.evaluate("text => window.factbookSearch.words(text)", text) == words(text)
    stemmed = page.evaluate("text => window.factbookSearch.words(text).map(window.factbookSearch.stem)", text)
    assert stemmed == [stem(word, rules(language)) for word in words(text)]

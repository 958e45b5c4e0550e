"""For everyone: axe finds nothing on any kind of page, in light and dark, on a desk and on a phone."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Literal

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
PAGES = (
    "",
    "topics/",
    "topics/flood/",
    "actors/",
    "actors/ada-keller/",
    "facts/river-rose-40.html",
    "facts/keller-14-rescued.html",
    "sources/",
    "sources/gazette-flood/",
    "numbers/",
    "numbers/bridges-closed/",
    "timeline/",
    "disputes/",
    "changes/",
    "about/",
    "search/?q=river",
    "de/topics/flood/",
)
"""One page of each kind, the retracted fact and a page of another language beside them."""
WIDTHS = (1280, 390)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(browser: Browser, base_url: str, address: str) -> None:
    found = {
        f"{scheme} {width}": problems
        for scheme in SCHEMES
        for width in WIDTHS
        if (problems := violations(browser, base_url + address, scheme, width))
    }
    assert not found


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_an_open_citation(
    browser: Browser, base_url: str, scheme: Literal["light", "dark"], width: int
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(base_url + "topics/flood/")
    page.locator("#river-rose-40 a.citation").first.click()
    page.locator(":popover-open .quote").first.wait_for()
    found = _axe(page)
    context.close()
    assert not found


def test_motion_is_reduced_when_asked(browser: Browser, base_url: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(base_url + "topics/flood/")
    moving = page.evaluate(
        """() => [...document.querySelectorAll('article *')].filter(node => {
             const style = getComputedStyle(node);
             return parseFloat(style.animationDuration) > 0.01 && style.animationName !== 'none';
           }).length"""
    )
    context.close()
    assert moving == 0


def violations(browser: Browser, address: str, scheme: Literal["light", "dark"], width: int) -> list[str]:
    """What axe says of a page: rule, help and the first places."""
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address, wait_until="load")
    page.evaluate("document.querySelectorAll('details').forEach(node => { node.open = true; })")
    found = _axe(page)
    context.close()
    return found


def _axe(page: Page) -> list[str]:
    page.evaluate(AXE)
    results = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})",
        list(RULES),
    )
    return [
        f"{violation['id']}: {violation['help']}: {[node['html'][:160] for node in violation['nodes'][:3]]}"
        for violation in results["violations"]
    ]

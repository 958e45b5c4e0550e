"""The packed site in Firefox, which keeps the files of a folder further apart than Chromium does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.firefox import FIREFOX, firefox
from tests.browser.test_offline import folder, packed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.browser.firefox import Firefox

__all__ = ["folder", "packed"]

pytestmark = pytest.mark.skipif(FIREFOX is None, reason="NOT RUN: no Firefox is installed")
TYPE = """
const box = document.querySelector('article input[type=search]');
box.value = 'river rose';
box.dispatchEvent(new Event('input', {bubbles: true}));
"""


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with firefox(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


def test_the_search_finds_a_fact(window: Firefox, folder: Path) -> None:
    window.open((folder / "search" / "index.html").as_uri())
    window.run(TYPE)
    window.wait("return document.querySelectorAll('.fb-hits a').length")
    window.run("document.querySelector('.fb-hits a').click()")
    assert window.wait("return !location.href.includes('/search/') && document.querySelector('h1')?.textContent")


def test_a_facts_address_leads_to_it(window: Firefox, folder: Path) -> None:
    window.open((folder / "facts" / "river-rose-40" / "index.html").as_uri())
    assert window.wait("return location.href.endsWith('/topics/flood/index.html#river-rose-40')")


def test_a_citation_opens_its_quote(window: Firefox, folder: Path) -> None:
    window.open((folder / "topics" / "flood" / "index.html").as_uri())
    window.run("document.querySelector('#river-rose-40 .fb-cite').click()")
    quote = window.wait("return document.querySelector('[role=dialog] blockquote, dialog blockquote')?.textContent")
    assert "The river Aare rose by 40 centimetres on Saturday" in quote

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
ASK = """
const form = document.querySelector('article form[role=search]');
form.querySelector('input').value = 'river rose';
form.requestSubmit();
"""


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with firefox(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


def test_the_search_finds_a_fact(window: Firefox, folder: Path) -> None:
    window.open((folder / "search" / "index.html").as_uri())
    window.run(ASK)
    window.wait("return document.querySelectorAll('.hits a').length")
    window.run("document.querySelector('.hits a').click()")
    assert window.wait("return !location.href.includes('/search/') && document.querySelector('h1')?.textContent")


def test_a_citation_leads_to_its_quotes(window: Firefox, folder: Path) -> None:
    window.open((folder / "topics" / "flood" / "index.html").as_uri())
    window.run("document.querySelector('#river-rose-40 a.citation').click()")
    quote = window.wait("return document.querySelector('.report:target .quote .words')?.textContent")
    assert "The river Aare rose by 40 centimetres on Saturday" in quote

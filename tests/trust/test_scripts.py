"""Promise 2: valid facts in the world's scripts raise no alarm, and stand on the page character for character."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

from tests.conftest import build
from tests.trust.languages import site_of_scripts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Words(HTMLParser):
    """The text of a page, without its markup."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    def handle_data(self, data: str) -> None:
        """Keeps the words."""
        self.pieces.append(data)


def words_of(page: Path) -> str:
    """All text that stands on a page."""
    reader = Words()
    reader.feed(page.read_text(encoding="utf-8"))
    return "".join(reader.pieces)


def test_valid_facts_pass_and_show_unchanged(
    tmp_path: Path, full: bool, record: Callable[[int, str, str, str], None]
) -> None:
    """No diagnostic at all; quote and caveat stand on the built page, not normalised, not reordered."""
    count = 512 if full else 64
    expected, scripts = site_of_scripts(tmp_path, count)
    found = build(tmp_path)
    assert not found, "\n".join(f"{d.span.start} {d.code} {d.message}" for d in found[:20])
    shown = "\n".join(words_of(page) for page in sorted((tmp_path / "site" / "facts").glob("*.html")))
    altered = [name for name, sentence in expected.items() if shown.count(sentence) < 2]
    assert not altered
    record(
        2, "valid facts in other scripts", f"{count} facts in {scripts} languages", "no diagnostic; shown unchanged"
    )

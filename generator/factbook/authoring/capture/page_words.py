"""Capture: every word that a page or PDF shows, menus included: to see whether words stand there, not to be kept."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

from factbook.authoring.capture.captured import Unusable
from factbook.authoring.capture.page_encoding import decoded

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNSEEN = frozenset(("script", "style", "template", "noscript"))
_BLOCKS = frozenset(
    ("article", "aside", "blockquote", "body", "br", "caption", "dd", "div", "dl", "dt", "figcaption", "figure",
     "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "option", "p", "pre",
     "section", "table", "td", "th", "title", "tr", "ul")
)  # fmt: skip
"""What ends a line; whatever stands within one has other names."""


def words_of(data: bytes, media_type: str, charset: str) -> str | None:
    """The words; None for what is neither a page nor a text, and for a PDF where what reads it is not installed."""
    try:
        if data.startswith(b"%PDF-"):
            from factbook.authoring.capture import pdf_pages

            return pdf_pages.read(data, "").text
        if media_type.startswith("text/plain"):
            return decoded(data, charset)[0]
        if media_type not in ("text/html", "application/xhtml+xml", ""):
            return None
        page = _Page()
        page.feed(decoded(data, charset)[0])
        page.close()
    except (Unusable, ModuleNotFoundError):
        return None
    return "".join(page.words)


class _Page(HTMLParser):
    """Gathers what is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        self._end_line(tag)

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        self._end_line(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.words.append(data.replace("<", "‹"))

    def _end_line(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.words.append("\n")

"""Capture: every word that a page or PDF shows, menus included: to see whether words stand there, not to be kept.

Pages are strangers' and many, so each character is looked at once: Python's own parser takes minutes for some.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from factbook.authoring.capture.captured import Unusable
from factbook.authoring.capture.page_encoding import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(r"<[/!?]?([A-Za-z][A-Za-z0-9]*+)?[^<>]*+>")
_COMMENT = re.compile("-->")
_ENDS = {name: re.compile(rf"</{name}\b", re.I) for name in ("script", "style", "template", "noscript")}
_UNSEEN = re.compile(rf"<({'|'.join(_ENDS)})\b", re.I)
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
        return html.unescape("".join(_shown(decoded(data, charset)[0])))
    except (Unusable, ModuleNotFoundError):
        return None


def _shown(page: str) -> Iterator[str]:
    """The words between the tags, with a line's end where a block begins or ends."""
    at = 0
    while (start := page.find("<", at)) >= 0:
        yield page[at:start]
        if page.startswith("<!--", start):
            at = _end(_COMMENT, page, start, behind=True)
        elif unseen := _UNSEEN.match(page, start):
            at = _end(_ENDS[unseen[1].lower()], page, start + 1)
        elif tag := _TAG.match(page, start):
            at = tag.end()
            yield "\n" if (tag[1] or "").lower() in _BLOCKS else ""
        else:
            at = start + 1
            yield "‹"  # which is no tag to whoever reads on
    yield page[at:]


def _end(mark: re.Pattern[str], page: str, start: int, *, behind: bool = False) -> int:
    """Where a comment or script ends; the page's end, when it never does."""
    found = mark.search(page, start)
    return len(page) if found is None else found.end() if behind else found.start()

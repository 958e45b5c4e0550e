"""Pages of a text: a form feed parts them, as every program that makes text of a PDF has it."""

from __future__ import annotations

import re

PAGE_BREAK = "\f"
_MARK = PAGE_BREAK.encode()
_PAGES = re.compile(r"(?:pp?|pages?|s|seiten?|pág|с|стр)\.?\s*(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?", re.I)

Pages = tuple[int, int]
"""First and last page, from 1."""


def pages_of(data: bytes, start: int, end: int) -> Pages | None:
    """The pages on which the bytes from `start` to `end` of a text stand; None for a text without pages."""
    if _MARK not in data:
        return None
    first = data.count(_MARK, 0, start) + 1
    return first, first + data.count(_MARK, start, end)


def as_place(pages: Pages) -> str:
    """Pages as the `at` of a citation names them."""
    first, last = pages
    return f"p. {first}" if first == last else f"pp. {first}-{last}"


def named(at: str) -> Pages | None:
    """The pages that an `at` names; None for any other place: a section, a time, a page with a letter."""
    found = _PAGES.fullmatch(at.strip())
    return (int(found[1]), int(found[2] or found[1])) if found else None

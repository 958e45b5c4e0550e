"""Site: what stays English in a page of a language without a catalogue, said to be English."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factbook.site.i18n import ENDED, ENGLISH

if TYPE_CHECKING:
    from factbook.site.page import Page

_NO_TEXT = re.compile(r"(<(?:title|script|option)\b.*?</(?:title|script|option)>|<[^>]*>)", re.DOTALL)
"""Where no element may stand: in tags, and between some of them."""
_MARKS = re.compile(f"{ENGLISH}|{ENDED}|" + re.escape(r"\u0002") + "|" + re.escape(r"\u0003"))


def page_in_spans(page: Page) -> Page:
    """A page with its English words in elements of their own."""
    if ENGLISH not in page.html + page.title + page.description:
        return page
    return replace(page, title=unmarked(page.title), description=unmarked(page.description), html=spans(page.html))


def spans(html: str) -> str:
    """HTML with an element in place of each pair of marks, and none where no element may stand."""
    if ENGLISH not in html:
        return html
    parts = _NO_TEXT.split(html)
    parts[1::2] = map(unmarked, parts[1::2])
    parts[::2] = map(_span, parts[::2])
    return "".join(parts)


def unmarked(text: str) -> str:
    """A text without the marks, plain or as JSON has them."""
    return _MARKS.sub("", text)


def _span(text: str) -> str:
    return text.replace(ENDED + ENGLISH, "").replace(ENGLISH, '<span lang="en" dir="ltr">').replace(ENDED, "</span>")

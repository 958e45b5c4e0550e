"""Site: the frames of the page types: Jinja2 templates given finished strings, with only what is around in them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2

from factbook.site.urls import ROOT

if TYPE_CHECKING:
    from factbook.site.i18n import Wording

_PAGES = Path(__file__).parent / "pages"


def framed(kind: str, words: Wording, /, **strings: object) -> str:
    """The frame of a page type, filled with strings that are finished HTML, or lists of them."""
    return _frame(kind).render(say=words.say, count=words.count, root=ROOT, **strings)


@lru_cache(maxsize=64)
def _frame(kind: str) -> jinja2.Template:
    return _environment().get_template(f"{kind}/frame.html")


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    """Without autoescape: every string is escaped where it is made (`factbook.site.html`)."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(_PAGES),
        autoescape=False,  # see above
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )

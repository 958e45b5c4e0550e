"""Ground: the page of changes: what was added, corrected, superseded and retracted, by date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site.views.page import PageView

if TYPE_CHECKING:
    from factbook.site.views.parts import Heading, Link, Run, Statement, Text


@frozen
class Entry:
    """One change of one fact."""

    kind: str
    """retracted | corrected | superseded | added"""
    word: str
    tone: str
    """conflict | qualified | past | plain"""
    href: str
    """A mark that leads to the fact."""
    words: Statement
    """The fact in one line, without links of its own."""
    note: tuple[Run, ...]
    """Why, or by which fact it was replaced."""
    was: Text | None
    """The old words of a correction, where they are known."""
    now: Statement | None
    """The new ones beside them."""
    id: str = ""
    """The place to which the fact leads from its own correction."""


@frozen
class Day:
    """The changes of one day."""

    words: str
    iso: str
    entries: tuple[Entry, ...]
    more: str
    """How many further facts were added; empty when all are listed."""
    topics: tuple[Link, ...]
    """Where those stand."""


@frozen
class Month:
    """The days of one month on which something changed."""

    heading: Heading
    days: tuple[Day, ...]


@frozen
class Changes(PageView):
    """The whole page."""

    lead: str
    counts: tuple[str, ...]
    ways: tuple[Link, ...]
    """The feed, and the data."""
    months: tuple[Month, ...]
    none: str
    """What stands there when no fact carries a date of its own."""

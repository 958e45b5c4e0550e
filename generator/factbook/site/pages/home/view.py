"""Ground: the home page: the briefing in four minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site.views.page import PageView

if TYPE_CHECKING:
    from factbook.site.views.charts import SumChart
    from factbook.site.views.parts import Cite, Fact, FactList, Heading, Link, Statement, Text


@frozen
class KeyNumber:
    """A figure that opens the briefing."""

    modifier: str
    """"up to", "as given"."""
    value: str
    what: Text
    """What is counted."""
    who: str
    """Who says so, and when."""
    href: str
    cites: tuple[Cite, ...]


@frozen
class KeyNumbers:
    """The few numbers that open the briefing."""

    heading: Heading
    numbers: tuple[KeyNumber, ...]
    more: Link | None


@frozen
class Side:
    """One answer to a disputed question."""

    fact: str
    who: str
    words: Statement
    """The figure, else the statement in one line."""
    href: str
    cites: tuple[Cite, ...]


@frozen
class DisputeView:
    """One question with its answers under one another, or a sum beside its total."""

    title: Text
    href: str
    sides: tuple[Side, ...]
    sum: SumChart | None
    note: Text | None


@frozen
class Disputes:
    """Questions to which the sources give different answers, side by side."""

    heading: Heading
    disputes: tuple[DisputeView, ...]
    more: Link | None


@frozen
class Ways:
    """One list of the ways in."""

    title: str
    links: tuple[Link, ...]


@frozen
class WaysIn:
    """The sections of the site, with what to find there."""

    heading: Heading
    groups: tuple[Ways, ...]


@frozen
class HomeView(PageView):
    """The home page: the bottom line, key numbers, what is disputed, the latest facts."""

    bottom_line: Text | None
    meta: tuple[Link, ...]
    numbers: KeyNumbers | None
    disputed: Disputes | None
    latest: FactList | None
    ways: WaysIn
    behind: tuple[Fact, ...]
    """Facts whose quotes are cited above but that do not stand on the page in full."""

"""Ground: the pages of numbers, and a chart with the table behind it, as any page may hold one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site.views.page import PageView

if TYPE_CHECKING:
    from factbook.site.views.charts import SeriesChart
    from factbook.site.views.parts import Cite, FactList, Heading, Link, SourceList, Text, When


@frozen
class Value:
    """A row of the table behind a chart."""

    fact: str
    href: str
    """A mark that leads to the fact."""
    who: tuple[Link, ...]
    note: str
    """"superseded", "second hand"; empty: nothing."""
    when: When
    words: str
    """The value with its modifier: "up to 12,000"."""
    sort: str
    """The value as a plain number, for sorting."""
    series: Link
    cites: tuple[Cite, ...]
    faint: bool


@frozen
class Figure:
    """A chart, what it finds, and the table behind it."""

    id: str
    """Id of the series, or the name of the group drawn together."""
    series: str
    """Ids of the series in it, with spaces between them."""
    headline: str
    """The finding, computed from the values; nothing that they do not say."""
    reading: str
    """How to read the marks that are there."""
    chart: SeriesChart
    values: tuple[Value, ...]
    unit: str
    several: bool
    """Whether it holds more than one series, which cannot be compared with one another."""
    more: tuple[Link, ...] = ()
    """Ways to all values, for series of which the table holds only the latest."""


@frozen
class Counted:
    """What one series counts."""

    series: Link
    scope: Text | None
    description: Text | None


@frozen
class NumbersEntry:
    """A chart on the page of all numbers, with the series in it."""

    heading: Heading
    figure: Figure
    counted: tuple[Counted, ...]


@frozen
class Numbers(PageView):
    """The page of all numbers."""

    lead: str
    entries: tuple[NumbersEntry, ...]
    further: tuple[Link, ...]
    """Series whose charts stand on their own pages only."""


@frozen
class ChartSection:
    """The chart on the page of one series."""

    heading: Heading
    figure: Figure
    beside: tuple[Counted, ...]
    """Further series in the same chart."""


@frozen
class Series(PageView):
    """The page of one series."""

    scope: Text | None
    description: Text | None
    meta: tuple[str, ...]
    """Counts and dates, each a few words."""
    chart: ChartSection | None
    facts: FactList | None
    sources: SourceList | None

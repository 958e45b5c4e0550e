"""Ground: the page of who appears with whom, as a drawing and as the table of the facts behind each line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site.views.page import PageView

if TYPE_CHECKING:
    from factbook.site.views.charts import RelationChart
    from factbook.site.views.parts import Brief, Heading, Link


@frozen
class Pair:
    """Two actors and the facts that name both."""

    id: str
    first: Link
    second: Link
    shared: int
    facts: tuple[Brief, ...]
    facts_words: str
    """"4 facts"."""
    last: str
    last_iso: str


@frozen
class Drawn:
    """The drawing."""

    heading: Heading
    headline: str
    reading: str
    chart: RelationChart


@frozen
class Pairs:
    """The table."""

    heading: Heading
    often: tuple[Pair, ...]
    """Pairs who share several facts."""
    once: tuple[Pair, ...]
    """Pairs who share a single one."""
    once_words: str


@frozen
class Relations(PageView):
    """The page of who appears with whom."""

    lead: str
    drawn: Drawn | None
    pairs: Pairs | None
    none: str

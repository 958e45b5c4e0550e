"""Ground: what a drawing shows, already sorted, worded and linked; `render/charts` turns it into SVG."""

from __future__ import annotations

from typing import Literal

from factbook.runtime.frozen import frozen

Shape = Literal["exactly", "about", "up-to", "at-least", "more-than", "less-than", "range"]
"""How a value is drawn: a dot; a dot with soft ends; a limit with an open arrow; a bar between two limits."""


@frozen
class Tick:
    """A place on the axis of values."""

    at: float
    label: str


@frozen
class Mark:
    """One value that somebody gave."""

    href: str
    """Link to the fact."""
    when: str
    who: str
    note: str
    """What else must be known at a glance: "superseded", "second hand"; empty: nothing."""
    value: str
    """The value in words: "up to 12,000"."""
    shape: Shape
    low: float | None
    """Place on the axis; None: the value is no plain number, and only its words are shown."""
    high: float | None
    superseded: bool = False


@frozen
class Gap:
    """A long time without a value, in words."""

    words: str


@frozen
class Scope:
    """The values that can be compared with one another: one series."""

    title: str
    note: str
    """What exactly is counted; empty when the title says it."""
    to_scale: bool
    """Whether the values stand on the chart's axis; False: another unit or another order of size, drawn broken."""
    rows: tuple[Mark | Gap, ...]
    """Time runs down."""


@frozen
class SeriesChart:
    """Who put which value on a number, and when."""

    id: str
    """Start of the ids inside the drawing, unique on the page."""
    title: str
    description: str
    """All that the drawing says, as text."""
    unit: str
    ticks: tuple[Tick, ...]
    scopes: tuple[Scope, ...]


@frozen
class Part:
    """A piece of a sum."""

    label: str
    value: float


@frozen
class SumChart:
    """The parts of a sum against the total that was stated."""

    id: str
    title: str
    description: str
    stated_label: str
    stated: float
    stated_words: str
    parts_label: str
    parts: tuple[Part, ...]
    parts_words: str


@frozen
class Node:
    """An actor in the drawing of relations."""

    id: str
    href: str
    label: str
    note: str
    """What is said of it beside the name: the number of facts that it shares."""


@frozen
class Edge:
    """Two actors who appear in the same facts."""

    first: int
    """Place of the node in the graph's list."""
    second: int
    weight: int
    """Number of facts that name both."""
    href: str
    """Link to the row of the table that lists those facts."""
    label: str


@frozen
class RelationChart:
    """Who appears with whom."""

    id: str
    title: str
    description: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

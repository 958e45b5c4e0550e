"""Ground: the page of disagreements: what stands against what, side by side, and the facts in full below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site.views.page import PageView

if TYPE_CHECKING:
    from factbook.site.views.charts import SumChart
    from factbook.site.views.parts import Brief, FactList, Heading, Run, SourceList, Text


@frozen
class Side:
    """One of several facts that do not go together."""

    brief: Brief
    figure: str
    """The value with its unit; empty for a fact without one."""
    stance: str
    """"Denied", "Declines to confirm"; empty for what is simply told."""


@frozen
class Case:
    """Facts side by side."""

    title: Text | None
    href: str
    """Where the title leads: to the topic or the series; empty for a title alone."""
    sides: tuple[Side, ...]
    note: tuple[Run, ...]
    """What must be said of it."""
    chart: SumChart | None
    more: str = ""
    """How many further facts belong to it, and where they stand."""


@frozen
class Kind:
    """All cases of one kind."""

    heading: Heading
    cases: tuple[Case, ...]
    none: str
    """What stands there when there are none."""
    more: str = ""
    """How many further ones there are than a page can hold."""


@frozen
class Disputed(PageView):
    """The page of disagreements."""

    lead: str
    kinds: tuple[Kind, ...]
    facts: FactList | None
    sources: SourceList | None

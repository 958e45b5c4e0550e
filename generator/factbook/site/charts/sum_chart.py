"""Pages: sums that the editors worked out, drawn against the total that was stated."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factbook.site.components import figure_words as numbers
from factbook.site.components import status
from factbook.site.views.charts import Part, SumChart

if TYPE_CHECKING:
    from factbook.content.model import Computed, Fact
    from factbook.site.context import Desk


def open_sums(fact: Fact) -> tuple[Computed, ...]:
    """The fact's workings whose result is more than the total that the fact states."""
    return tuple(computed for computed in fact.computed if not status.adds_up(fact, computed))


def chart(desk: Desk, fact: Fact) -> SumChart | None:
    """The first open sum of a fact as two bars; None when all agree."""
    found = next(iter(open_sums(fact)), None)
    if found is None or fact.figure is None:
        return None
    say = desk.wording.say
    stated, result = numbers.with_unit(desk, fact.figure), numbers.number(desk.wording, found.value)
    working = " + ".join(numbers.number(desk.wording, part) for part in _terms(found))
    return SumChart(
        id=f"sum-{fact.id}",
        title=say("The parts and the whole"),
        description=say(
            "Stated: {stated}. The parts: {working} = {sum}.", stated=stated, working=working, sum=result
        ),
        stated_label=say("Stated"),
        stated=float(Decimal(fact.figure.high)),
        stated_words=numbers.value(desk.wording, fact.figure),
        parts_label=say("The parts: {working}", working=working),
        parts=tuple(Part(numbers.number(desk.wording, part), float(Decimal(part))) for part in _terms(found)),
        parts_words=say("{sum}, our sum", sum=result),
    )


def _terms(computed: Computed) -> tuple[str, ...]:
    return tuple(term.strip() for term in computed.working.split("+"))

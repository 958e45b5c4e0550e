"""Pages: sums that the editors worked out, drawn against the total that was stated."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.pages import numbers, parts, status
from generator.views.charts import Part, SumChart

if TYPE_CHECKING:
    from generator.model import Computed, Fact
    from generator.pages.desk import Desk

_SUM = re.compile(r"\s*\d+(?:\.\d+)?(?:\s*\+\s*\d+(?:\.\d+)?)+\s*")


def open_sums(desk: Desk, fact: Fact) -> tuple[Computed, ...]:
    """The fact's workings whose result is not the total that the fact states."""
    statement = parts.text(desk, fact.statement).words
    return tuple(computed for computed in fact.computed if not status.adds_up(fact, computed, statement))


def chart(desk: Desk, fact: Fact) -> SumChart | None:
    """The first open sum of a fact as two bars; None when it is no plain sum, or no one figure is stated."""
    found = next((computed for computed in open_sums(desk, fact) if _SUM.fullmatch(computed.working)), None)
    if found is None or fact.figure is None or fact.figure.low != fact.figure.high:
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
        stated=float(Decimal(fact.figure.low)),
        stated_words=numbers.value(desk.wording, fact.figure),
        parts_label=say("The parts: {working}", working=working),
        parts=tuple(Part(numbers.number(desk.wording, part), float(Decimal(part))) for part in _terms(found)),
        parts_words=say("{sum}, our sum", sum=result),
    )


def _terms(computed: Computed) -> tuple[str, ...]:
    return tuple(term.strip() for term in computed.working.split("+"))

"""Site, charts: the values of a series as they were given: no average, no trend and no sum is ever made."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site import dates

if TYPE_CHECKING:
    from factbook.content.dates import Date
    from factbook.content.model import Fact, Figure
    from factbook.site.fragments import Fragments


@frozen
class Value:
    """A figure that somebody gave."""

    fact: Fact
    figure: Figure
    low: Decimal
    high: Decimal
    when: Date
    """Of what it is a figure: the day as of which it was given, else that of the event."""
    past: bool
    """Whether it is superseded, not relied on, or denied."""


def values(made: Fragments, series: str) -> tuple[Value, ...]:
    """The values of a series that can be read as numbers, oldest first, a superseded one before what replaced it."""
    facts = made.standing(made.corpus.facts_by_series.get(series, ()))
    found = [value for fact in facts if (value := _value(made, fact)) is not None]
    in_order: list[Value] = []
    for value in sorted(found, key=lambda one: (one.when.sort_key[0], not one.past, one.when.sort_key, one.fact.id)):
        replacing = (place for place, other in enumerate(in_order) if value.fact.id in other.fact.supersedes)
        in_order.insert(next(replacing, len(in_order)), value)
    return tuple(in_order)


def current(found: tuple[Value, ...]) -> tuple[Value, ...]:
    """Those that are still held by who gave them."""
    return tuple(value for value in found if not value.past)


def speakers(made: Fragments, value: Value) -> str:
    """Who gives the figure, in plain words."""
    return made.words.listed(tuple(map(made.texts.actor_name, made.corpus.asserters(value.fact))))


def when_words(made: Fragments, value: Value) -> str:
    """The day of the figure, in plain words."""
    return dates.words(made.words, value.when, expected=value.fact.stance == "expects")


def _value(made: Fragments, fact: Fact) -> Value | None:
    figure = fact.figure
    if figure is None:
        return None
    low, high = _number(figure.low), _number(figure.high)
    if low is None or high is None:
        return None
    return Value(fact, figure, min(low, high), max(low, high), figure.as_of or fact.date, _is_past(made, fact))


def _is_past(made: Fragments, fact: Fact) -> bool:
    replaced = any(name in made.places for name in made.corpus.superseded_by.get(fact.id, ()))
    return replaced or fact.rank == "deprecated" or fact.stance == "denies"


def _number(typed: str) -> Decimal | None:
    try:
        number = Decimal(typed.replace("_", ""))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None

"""Pages: which facts stand against which, found in the corpus: nothing here is judged, only set side by side."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from factbook.site.charts import series_chart as figures
from factbook.site.charts import sum_chart as sums

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from factbook.content.dates import Date
    from factbook.content.model import Fact
    from factbook.site.charts.chart_summary import Given
    from factbook.site.context import Desk

NEAR = timedelta(days=7)
"""Two values of a series are set side by side when their dates lie at most this far apart."""


def contradictions(desk: Desk) -> tuple[tuple[Fact, ...], ...]:
    """Facts that the content says cannot be true together, each with all that it is linked to by such words."""
    return tuple(_together({fact.id: fact for fact in desk.current}, desk.corpus.contradictions))


def refusals(desk: Desk) -> tuple[Fact, ...]:
    """Facts whose speaker denies something or declines to confirm it."""
    return tuple(fact for fact in desk.current if fact.stance in ("denies", "declines-to-confirm"))


def open_sums(desk: Desk) -> tuple[Fact, ...]:
    """Facts whose parts are more than the total that they state."""
    return tuple(fact for fact in desk.current if sums.open_sums(fact))


def different_values(desk: Desk) -> tuple[tuple[Fact, ...], ...]:
    """Values of one series with dates that can be compared, from different speakers, that are not the same.

    Values stand together that are linked by such pairs: those of another month are a case of their own. The cases of
    a series follow one another, by date.
    """
    found: list[tuple[Fact, ...]] = []
    for series in desk.corpus.series:
        values = [value for value in figures.values(desk, series) if not value.faint]
        against: defaultdict[str, list[str]] = defaultdict(list)
        for first, second in _neighbours(values):
            if _differ(first, second) and _others(desk, first, second):
                against[first.fact.id].append(second.fact.id)
                against[second.fact.id].append(first.fact.id)
        found.extend(_together({value.fact.id: value.fact for value in values}, against))
    return tuple(found)


def _neighbours(values: list[Given]) -> Iterator[tuple[Given, Given]]:
    """Every two values whose dates are near; the values come by the day on which they begin."""
    for place, first in enumerate(values):
        for second in islice(values, place + 1, None):
            if _bounds(second.date)[0] - _bounds(first.date)[1] > NEAR:
                break
            if _near(first.date, second.date):
                yield first, second


def _together(facts: Mapping[str, Fact], links: Mapping[str, Iterable[str]]) -> Iterator[tuple[Fact, ...]]:
    """Facts that are linked to others, each with all that it is linked to through others, in the order of `facts`."""
    seen: set[str] = set()
    for name in facts:
        if name in seen or not any(other in facts for other in links.get(name, ())):
            continue
        together = _reached(name, facts, links)
        seen |= together
        yield tuple(fact for fact in facts.values() if fact.id in together)


def _reached(start: str, known: Container[str], links: Mapping[str, Iterable[str]]) -> set[str]:
    found, queue = {start}, [start]
    while queue:
        for other in links.get(queue.pop(), ()):
            if other in known and other not in found:
                found.add(other)
                queue.append(other)
    return found


def _differ(first: Given, second: Given) -> bool:
    def said(value: Given) -> tuple[float | None, float | None, str]:
        return value.low, value.high, value.figure.modifier

    return said(first) != said(second)


def _others(desk: Desk, first: Given, second: Given) -> bool:
    """Whether different people speak: one who gives two values has a reason that the reports will tell."""
    return set(desk.corpus.asserters(first.fact)) != set(desk.corpus.asserters(second.fact))


def _near(first: Date, second: Date) -> bool:
    (start, end), (begin, finish) = _bounds(first), _bounds(second)
    return start - finish <= NEAR and begin - end <= NEAR


def _bounds(when: Date) -> tuple[date, date]:
    """First and last day; an open side counts as the day that is known, or "by 4 Nov" would be near to everything."""
    known = when.last if when.first == date.min else when.first
    return known, known if when.last == date.max else when.last

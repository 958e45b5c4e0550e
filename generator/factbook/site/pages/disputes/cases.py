"""Site: which facts stand against which."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site.charts.values import current

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factbook.content.dates import Date
    from factbook.content.model import Fact
    from factbook.site.charts.values import Value
    from factbook.site.fragments import Fragments

_NEAR = timedelta(days=7)
"""Two figures of a series stand side by side when their dates are at most so far apart."""


@frozen
class Case:
    """Facts that do not say the same of one thing, by date."""

    facts: tuple[Fact, ...]
    series: str
    """Of figures: the series that they belong to; else empty."""
    declared: bool
    """Whether the editors set them against each other; figures that differ need not contradict each other."""


def cases(made: Fragments) -> tuple[Case, ...]:
    """What the editors set against one another, then other figures that differ, each fact in one case."""
    contradicted = [Case(facts, _series(facts), declared=True) for facts in _contradictions(made)]
    told = {fact.id for case in contradicted for fact in case.facts}
    differing = [
        Case(facts, name, declared=False)
        for name in made.corpus.series
        for facts in _different_figures(made, name)
        if not told.issuperset(fact.id for fact in facts)
    ]
    return (*contradicted, *_once(differing, told))


def refusals(made: Fragments) -> tuple[Fact, ...]:
    """Facts whose speaker denies something or declines to confirm it."""
    standing = made.standing(made.corpus.facts)
    return tuple(fact for fact in standing if fact.stance in ("denies", "declines-to-confirm"))


def _contradictions(made: Fragments) -> Iterator[tuple[Fact, ...]]:
    """Facts that the content says cannot be true together, each with all that it is linked to by such words."""
    return _together(made.standing(made.corpus.facts), made.corpus.contradictions)


def _different_figures(made: Fragments, series: str) -> Iterator[tuple[Fact, ...]]:
    """Figures of a series of about the same time, from different speakers, that are not the same."""
    values = current(made.values(series))
    against: defaultdict[str, list[str]] = defaultdict(list)
    for first, second in _neighbours(values):
        if _differ(first, second) and _other_speakers(made, first, second):
            against[first.fact.id].append(second.fact.id)
            against[second.fact.id].append(first.fact.id)
    return _together([value.fact for value in values], against)


def _once(found: Sequence[Case], told: set[str]) -> Iterator[Case]:
    """The cases without facts that stand in an earlier one, where two or more are left."""
    for case in found:
        rest = tuple(fact for fact in case.facts if fact.id not in told)
        if len(rest) > 1:
            told |= {fact.id for fact in rest}
            yield Case(rest, case.series, case.declared)


def _series(facts: Sequence[Fact]) -> str:
    """The one series that all facts give a figure in; empty where there is none."""
    found = {fact.figure.series if fact.figure else "" for fact in facts}
    return found.pop() if len(found) == 1 else ""


def _neighbours(values: Sequence[Value]) -> Iterator[tuple[Value, Value]]:
    """Every two values whose dates are near; they come by the day on which they begin."""
    for place, first in enumerate(values):
        for second in islice(values, place + 1, None):
            if _bounds(second.when)[0] - _bounds(first.when)[1] > _NEAR:
                break
            if _near(first.when, second.when):
                yield first, second


def _together(facts: Sequence[Fact], links: Mapping[str, Iterable[str]]) -> Iterator[tuple[Fact, ...]]:
    """Facts that are linked to others, each with all that it is linked to through others, in the order of `facts`."""
    known, seen = {fact.id for fact in facts}, set[str]()
    for fact in facts:
        if fact.id in seen or not any(other in known for other in links.get(fact.id, ())):
            continue
        together = _reached(fact.id, known, links)
        seen |= together
        yield tuple(one for one in facts if one.id in together)


def _reached(start: str, known: set[str], links: Mapping[str, Iterable[str]]) -> set[str]:
    found, queue = {start}, [start]
    while queue:
        for other in links.get(queue.pop(), ()):
            if other in known and other not in found:
                found.add(other)
                queue.append(other)
    return found


def _differ(first: Value, second: Value) -> bool:
    def said(value: Value) -> tuple[object, ...]:
        return value.low, value.high, value.figure.modifier

    return said(first) != said(second)


def _other_speakers(made: Fragments, first: Value, second: Value) -> bool:
    """Whether different people speak: one who gives two values has a reason that the reports will tell."""
    return set(made.corpus.asserters(first.fact)) != set(made.corpus.asserters(second.fact))


def _near(first: Date, second: Date) -> bool:
    (start, end), (begin, finish) = _bounds(first), _bounds(second)
    return start - finish <= _NEAR and begin - end <= _NEAR


def _bounds(when: Date) -> tuple[date, date]:
    """First and last day; an open side counts as the day that is known, or "by 4 Nov" would be near to everything."""
    known = when.last if when.first == date.min else when.first
    return known, known if when.last == date.max else when.last

"""Pages: from the values of a series to a chart, its finding in words, and the table behind it.

No average, no trend and no sum is ever made: the values are what the speakers gave.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from factbook.site.charts import axis
from factbook.site.charts import chart_summary as findings
from factbook.site.charts.chart_summary import Given
from factbook.site.components import citation as citations
from factbook.site.components import date_words as when
from factbook.site.components import figure_words as numbers
from factbook.site.components import text_and_links as parts
from factbook.site.pages.series import view
from factbook.site.views import charts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from factbook.content.dates import Date
    from factbook.content.model import Fact
    from factbook.content.model import Figure as Typed
    from factbook.site.context import Desk
    from factbook.site.views.charts import Shape
    from factbook.site.views.parts import Link, When

_DRAWN = 40
"""Values of a series that a drawing holds and that can still be read: the latest ones."""
_LONG = 3
"""Months without a value that are worth a word."""


def figure(desk: Desk, names: tuple[str, ...], id: str, about: str = "") -> view.Figure | None:
    """The chart of the series `names` with the table behind it; None when nobody put a value on any of them.

    `about` is the one series that the finding is about, when the others only stand beside it; its table is whole.
    """
    given = {name: found for name in names if (found := values(desk, name))}
    if not given:
        return None
    drawn = {name: found[-_DRAWN:] for name, found in given.items()}
    rows = drawn | ({about: given[about]} if about in given else {})
    told = {about: given[about]} if about in given else given
    return view.Figure(
        id=id,
        series=" ".join(given),
        headline=findings.headline(desk, _together(told), len(told)),
        reading=findings.reading(desk, _together(drawn), _off_axis(desk, drawn), drawn != given),
        chart=_chart(desk, id, drawn),
        values=tuple(_row(desk, value) for value in _together(rows)),
        unit=_unit(desk, _lead(drawn)),
        several=len(given) > 1,
        more=tuple(_more(desk, name, len(given[name])) for name in given if len(rows[name]) < len(given[name])),
    )


def groups(desk: Desk) -> dict[str, tuple[str, ...]]:
    """Series by the chart in which they are drawn: a group's name, or the id of a series that stands alone."""
    found: dict[str, list[str]] = {}
    for name, series in desk.corpus.series.items():
        found.setdefault(series.group or name, []).append(name)
    return {group: tuple(names) for group, names in found.items()}


def values(desk: Desk, series: str) -> tuple[Given, ...]:
    """The values that stand, oldest first, a superseded one before what replaced it."""
    found = [
        _given(desk, fact, fact.figure)
        for fact in desk.facts(desk.corpus.facts_by_series.get(series, ()))
        if fact.figure is not None
    ]
    in_order = sorted(found, key=lambda v: (v.date.sort_key[0], not v.superseded, v.date.sort_key, v.fact.id))
    return tuple(_replaced_first(in_order))


def _replaced_first(found: list[Given]) -> list[Given]:
    """A value moved before the first one that replaced it: a date of "by July" can stand after the 28th."""
    in_order: list[Given] = []
    for value in found:
        replacing = (n for n, other in enumerate(in_order) if value.fact.id in other.fact.supersedes)
        in_order.insert(next(replacing, len(in_order)) if value.superseded else len(in_order), value)
    return in_order


def speakers(desk: Desk, fact: Fact) -> str:
    """Plain names of who says so."""
    names = tuple(parts.actor_name(desk, actor).words for actor in desk.corpus.asserters(fact))
    return desk.wording.listed(names)


def _together(given: dict[str, tuple[Given, ...]]) -> tuple[Given, ...]:
    return tuple(value for found in given.values() for value in found)


def _more(desk: Desk, name: str, count: int) -> Link:
    """The way to all values of a series of which the table holds only some."""
    title = parts.text(desk, desk.corpus.series[name].title).words
    words = desk.wording.count("{n} value: {title}", "all {n} values: {title}", count, title=title)
    return parts.page_link(desk, words, parts.series_path(name))


def _given(desk: Desk, fact: Fact, typed: Typed) -> Given:
    low, high = _plain(typed.low), _plain(typed.high)
    return Given(fact, typed, low, high, bool(desk.facts(desk.corpus.superseded_by.get(fact.id, ()))))


def _plain(typed: str) -> float | None:
    try:
        return float(Decimal(typed.replace("_", "")))
    except InvalidOperation:
        return None


def _lead(given: dict[str, tuple[Given, ...]]) -> str:
    """The series with the most values sets the axis."""
    return max(given, key=lambda name: len(given[name]))


def _unit(desk: Desk, series: str) -> str:
    unit = desk.corpus.series[series].unit
    return parts.text(desk, unit).words if unit is not None else ""


def _off_axis(desk: Desk, given: dict[str, tuple[Given, ...]]) -> frozenset[str]:
    """Series that count in another unit, or in another order of size."""
    lead = _lead(given)
    highest = {name: max((v.high or 0.0 for v in found), default=0.0) for name, found in given.items()}
    alike = {name: high for name, high in highest.items() if _unit(desk, name) == _unit(desk, lead)}
    return frozenset(given) - axis.on_one_axis(alike, lead)


def _chart(desk: Desk, id: str, given: dict[str, tuple[Given, ...]]) -> charts.SeriesChart:
    """What is drawn of the last values: the same on the page of a series, of its topic and of all numbers."""
    key = id, *given
    if key not in desk.charts:
        desk.charts[key] = _drawn(desk, id, given)
    return desk.charts[key]


def _drawn(desk: Desk, id: str, given: dict[str, tuple[Given, ...]]) -> charts.SeriesChart:
    off = _off_axis(desk, given)
    drawn = [value for name, found in given.items() if name not in off for value in found]
    ends = [end for value in drawn for end in (value.low, value.high) if end is not None]
    places = axis.ticks(min(ends, default=0.0), max(ends, default=0.0))
    order = sorted(given, key=lambda name: name in off)
    return charts.SeriesChart(
        id=f"chart-{id}",
        title=desk.wording.say("Who gave which value, and when"),
        description=" ".join(_told(desk, name, given[name]) for name in order),
        unit=_unit(desk, _lead(given)),
        ticks=tuple(charts.Tick(place, desk.wording.number(Decimal(str(place)).normalize())) for place in places),
        scopes=tuple(_scope(desk, name, given[name], name not in off, len(given) > 1) for name in order),
    )


def _scope(desk: Desk, name: str, found: tuple[Given, ...], to_scale: bool, several: bool) -> charts.Scope:
    """A series in the drawing; one that stands alone needs no title, which the heading above already is."""
    title = parts.text(desk, desk.corpus.series[name].title).words if several else ""
    note = findings.short(desk, found) if several and len(found) > 1 else ""
    return charts.Scope(title, note, to_scale, tuple(_rows(desk, found)))


def _rows(desk: Desk, found: tuple[Given, ...]) -> Iterator[charts.Mark | charts.Gap]:
    before: Given | None = None
    for value in found:
        months = _months(_known(before.date), _known(value.date)) if before else 0
        if months >= _LONG:
            words = desk.wording.count("more than {n} month lies between", "more than {n} months lie between", months)
            yield charts.Gap(words)
        yield _mark(desk, value)
        before = value


def _known(when: Date) -> date:
    """The day that a row shows: the end of "by", the start of everything else."""
    return when.sort_key[0]


def _months(first: date, second: date) -> int:
    """Whole months between two days."""
    months = (second.year - first.year) * 12 + second.month - first.month
    return months - (second.day < first.day)


def _mark(desk: Desk, value: Given) -> charts.Mark:
    return charts.Mark(
        href=parts.fact_href(desk, value.fact),
        when=when.words(desk.wording, value.date),
        who=speakers(desk, value.fact),
        note=_note(desk, value),
        value=numbers.figure_words(desk.wording, value.figure),
        shape=_shape(value),
        low=value.low,
        high=value.high,
        superseded=value.faint,
    )


def _shape(value: Given) -> Shape:
    match value.figure.modifier:
        case "about" | "almost" | "just-over":
            return "about"
        case "up-to" | "at-least" | "more-than" | "less-than" as limit:
            return limit
        case _:
            return "exactly" if value.low == value.high else "range"


def _note(desk: Desk, value: Given) -> str:
    """What must be known beside the speaker's name."""
    say = desk.wording.say
    fact = value.fact
    notes = (
        (value.superseded, say("superseded")),
        (fact.rank == "deprecated" and not value.superseded, say("deprecated")),
        (fact.stance == "denies", say("denies")),
        (fact.stance == "expects", say("expected")),
        (not fact.asserted_by, say("own voice")),
        (bool(fact.via), say("second hand")),
    )
    return ", ".join(words for holds, words in notes if holds)


def _row(desk: Desk, value: Given) -> view.Value:
    return view.Value(
        fact=value.fact.id,
        href=parts.fact_href(desk, value.fact),
        who=tuple(parts.actor_link(desk, actor) for actor in desk.corpus.asserters(value.fact)),
        note=_note(desk, value),
        when=_when(desk, value),
        words=numbers.figure_words(desk.wording, value.figure),
        sort="" if value.high is None else f"{value.high:.6f}",
        series=parts.series_link(desk, value.figure.series),
        cites=citations.cites(desk, value.fact),
        faint=value.faint,
    )


def _when(desk: Desk, value: Given) -> When:
    if value.figure.as_of is not None:
        return when.dated(desk.wording, value.figure.as_of)
    return when.event(desk.wording, value.fact)


def _told(desk: Desk, name: str, found: tuple[Given, ...]) -> str:
    """All values of a series as a sentence, for readers who do not see the drawing."""
    title = parts.text(desk, desk.corpus.series[name].title).words
    said = "; ".join(_told_value(_mark(desk, value)) for value in found)
    return f"{title}: {said}{desk.wording.full_stop}"


def _told_value(mark: charts.Mark) -> str:
    return f"{mark.when}, {mark.who}{f' ({mark.note})' if mark.note else ''}: {mark.value}"

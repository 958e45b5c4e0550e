"""Site: the figures of a series as a sentence that names who gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.charts.values import Value, current, speakers
from factbook.site.figures import figure_words
from factbook.site.html import escape

if TYPE_CHECKING:
    from factbook.content.model import Series
    from factbook.site.fragments import Fragments

_ALL = 3
"""So many figures are told one by one; of more, the lowest and the highest."""


def answer(made: Fragments, series: Series, found: tuple[Value, ...]) -> str:
    """The figures that still stand; an earlier one is told where nothing else is known. Finished HTML."""
    told = current(found) or found
    unit = made.texts.html(series.unit)
    if not told:
        return made.words.say("The sources give no figure.")
    if len(told) > _ALL:
        return _range(made, told, unit)
    order = tuple(reversed(told))
    ends = [*[";"] * (len(order) - 1), made.words.full_stop]
    parts = [
        _said(made, value, unit if place == 0 else "", end)
        for place, (value, end) in enumerate(zip(order, ends, strict=True))
    ]
    return " ".join(parts)


def _range(made: Fragments, told: tuple[Value, ...], unit: str) -> str:
    stop, say = made.words.full_stop, made.words.say
    lowest, highest = min(told, key=lambda one: (one.low, one.high)), max(told, key=lambda one: (one.high, one.low))
    if (lowest.low, lowest.high) == (highest.low, highest.high):
        return _said(made, told[-1], unit, stop)
    low, high = _said(made, lowest, unit, ";"), _said(made, highest, "", stop)
    return " ".join((say("Lowest: {figure}", figure=low), say("highest: {figure}", figure=high)))


def _said(made: Fragments, value: Value, unit: str, end: str) -> str:
    """`11,000 troops, according to Volodymyr Zelenskyy;` and its chips."""
    words = escape(figure_words(made.words, value.figure))
    figure = f"<b>{words}{f' {unit}' if unit else ''}</b>"
    said = made.words.say("{figure}, according to {who}", figure=figure, who=escape(speakers(made, value)))
    return f"{said}{end}&nbsp;{made.chips((value.fact.id,))}"

"""Site, charts: the chart of a series as a picture to take along: what is drawn where, whatever it is drawn with."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from factbook.runtime.frozen import frozen
from factbook.site.charts.marks import LIMITS
from factbook.site.charts.values import speakers, when_words
from factbook.site.figures import figure_words, number
from factbook.site.social_cards.typeset import Face
from factbook.site.urls import page_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.site.charts.scale import Scale
    from factbook.site.charts.values import Value
    from factbook.site.fragments import Fragments

Ink = Literal["plain", "faint", "rule", "mark"]
WIDTH = 960
_SIZE, _TITLE = 14, 20
_WHEN, _WHO, _FIGURE, _START, _END = 24, 160, 500, 530, 880
"""Where the columns begin; figures end at theirs."""
_TOP, _ROW, _FOOT = 92, 34, 56
_ARROW = 54
_AT_MOST = 30
"""So many values fit a picture that is still read on one page: the newest."""


@frozen
class Words:
    """A line of text; `y` is its base line."""

    x: float
    y: float
    text: str
    size: int
    ink: Ink = "plain"
    anchor: Literal["start", "middle", "end"] = "start"


@frozen
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    ink: Ink = "mark"
    width: int = 2


@frozen
class Dot:
    """The mark of an exact figure."""

    x: float
    y: float
    hollow: bool


@frozen
class Drawing:
    """A picture of a chart."""

    height: int
    title: str
    parts: tuple[Words | Line | Dot, ...]


def drawing(made: Fragments, series: str, source: str) -> Drawing:
    """The picture of a series with more than one value; `source` is the line at its foot."""
    chart = made.chart(series)
    assert chart.scale is not None, series
    shown = chart.values[-_AT_MOST:]
    title = made.texts.plain(made.corpus.series[series].title)
    bottom = _TOP + _ROW * len(shown)
    parts = (
        Words(_WHEN, 38, fitted(title, _TITLE, WIDTH - 2 * _WHEN), _TITLE),
        *_axis(made, series, chart.scale, bottom),
        *(part for place, value in enumerate(shown) for part in _row(made, chart.scale, value, place)),
        Words(_WHEN, bottom + 36, fitted(source, _SIZE, WIDTH - 2 * _WHEN), _SIZE, "faint"),
    )
    return Drawing(bottom + _FOOT, title, parts)


def source_line(made: Fragments, series: str) -> str:
    """The site, and where on it the series stands."""
    return f"{made.name} · {made.address}{page_path('series', series)}" if made.address else made.name


@cache
def face(size: int) -> Face:
    """The font of the pictures in a size."""
    return Face("NotoSans-SemiBold", size)


def fitted(text: str, size: int, room: float) -> str:
    """As many words of a text as there is room for; in scripts that our font does not have, the text as it is."""
    if not face(size).drawable(text):
        return text
    lines, _ = face(size).lines(text, int(room), 1)
    return lines[0] if lines else f"{text[:20]}…"


def _axis(made: Fragments, series: str, scale: Scale, bottom: int) -> Iterator[Words | Line]:
    unit = made.texts.plain(made.corpus.series[series].unit)
    yield Words(_FIGURE, _TOP - 14, fitted(unit, _SIZE, _FIGURE - _WHO), _SIZE, "faint", "end")
    for tick in scale.ticks:
        x = _x(scale.at(tick))
        label = number(made.words, format(tick.normalize(), "f"))
        yield Words(x, _TOP - 14, label, _SIZE, "faint", "middle")
        yield Line(x, _TOP - 6, x, bottom, "faint" if tick == 0 else "rule", 1)


def _row(made: Fragments, scale: Scale, value: Value, place: int) -> Iterator[Words | Line | Dot]:
    y = _TOP + _ROW * place
    base, middle = y + 22, y + _ROW / 2
    ink: Ink = "faint" if value.past else "plain"
    figure = figure_words(made.words, value.figure)
    room = _FIGURE - _WHO - 16 - face(_SIZE).width(figure)
    yield Words(_WHEN, base, fitted(when_words(made, value), _SIZE, _WHO - _WHEN - 8), _SIZE, "faint")
    yield Words(_WHO, base, fitted(speakers(made, value), _SIZE, room), _SIZE, ink)
    yield Words(_FIGURE, base, figure, _SIZE, ink, "end")
    yield Line(_WHEN, y + _ROW, _END + 56, y + _ROW, "rule", 1)
    yield from _mark(scale, value, middle)


def _mark(scale: Scale, value: Value, y: float) -> Iterator[Line | Dot]:
    low, high, ink = _x(scale.at(value.low)), _x(scale.at(value.high)), _ink(value)
    match LIMITS.get(value.figure.modifier):
        case "up":
            yield from _arrow(high, max(high - _ARROW, _START - 20), y, ink)
        case "down":
            yield from _arrow(low, low + _ARROW, y, ink)
        case _ if low == high:
            yield Dot(low, y, value.past)
        case _:
            yield Line(low, y, high, y, ink)
            yield from (Line(x, y - 7, x, y + 7, ink) for x in (low, high))


def _arrow(start: float, tip: float, y: float, ink: Ink) -> Iterator[Line]:
    back = 7 if tip < start else -7
    yield Line(start, y - 9, start, y + 9, ink)
    yield Line(start, y, tip, y, ink)
    yield from (Line(tip, y, tip + back, y + side, ink) for side in (-5, 5))


def _ink(value: Value) -> Ink:
    return "faint" if value.past else "mark"


def _x(place: float) -> float:
    return _START + (_END - _START) * place / 100

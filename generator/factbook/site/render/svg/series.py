"""Rendering, drawings: who put which value on a number, and when; values as they were given, never an average.

Rows stand under what they count, time runs down, and the axis of values runs to the right. A dot is a value
as given; a bar with a cap and an open arrow is a limit, and the length of that bar carries no value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from factbook.runtime.frozen import frozen
from factbook.site.render.svg import elements as svg
from factbook.site.render.svg import text_width as letters
from factbook.site.views.charts import Gap, Mark, Scope, SeriesChart

if TYPE_CHECKING:
    from collections.abc import Iterator


@frozen
class Frame:
    """The measures of one width of the drawing."""

    name: str
    """Class of the drawing: the style sheet shows one width at a time."""
    width: float
    start: float
    """Where the axis of values starts."""
    end: float
    arrow: float
    """Length of the open end of a limit."""
    who: float | None
    """Where the speaker's column starts; None: the words stand above their mark."""


WIDE = Frame("fb-wide", 940, 396, 796, 84, 128)
NARROW = Frame("fb-narrow", 350, 8, 262, 56, None)

_TOP = 30.0
_LINE = 17.0
_HALF = 7.0
_GAP = "\u2002"
"""Between a name and the note behind it: a space that is as wide in a script that runs from the right."""
"""Half the height of a cap."""


def drawings(chart: SeriesChart) -> Markup:
    """The chart twice, for wide and for narrow columns."""
    return svg.join((drawing(chart, WIDE), drawing(chart, NARROW)))


def drawing(chart: SeriesChart, frame: Frame) -> Markup:
    """The chart at one width, as an SVG element whose marks are links."""
    scale = _Scale(chart, frame)
    parts: list[Markup] = []
    spans: list[_Span] = []
    y = _TOP
    for scope in chart.scopes:
        y, drawn, covered = _scope(scope, scale, y)
        parts.extend(drawn)
        spans.extend(covered)
        y += 10
    return svg.document(
        f"{chart.id}-{frame.name.removeprefix('fb-')}",
        frame.name,
        (frame.width, y - 4),
        chart.title,
        chart.description,
        *_axis(chart, scale),
        *_grid(chart, scale, spans),
        *parts,
    )


class _Scale:
    """From values to places."""

    def __init__(self, chart: SeriesChart, frame: Frame) -> None:
        places = [tick.at for tick in chart.ticks]
        self.frame = frame
        self.low = min(places, default=0.0)
        self.high = max(places, default=1.0)

    def __call__(self, value: float) -> float:
        share = (value - self.low) / ((self.high - self.low) or 1)
        return self.frame.start + (self.frame.end - self.frame.start) * share

    def holds(self, mark: Mark) -> bool:
        return mark.high is not None and mark.low is not None and self.low <= mark.low <= mark.high <= self.high


@frozen
class _Span:
    """Rows over which grid lines run."""

    top: float
    bottom: float
    whole: bool
    """Whether all ticks are drawn, or only the axis' start."""


def _scope(scope: Scope, scale: _Scale, y: float) -> tuple[float, list[Markup], list[_Span]]:
    parts: list[Markup] = []
    lines = list(_lines(scope.title, scope.note, scale.frame.width, bold=True))
    parts.extend(_stacked(lines, 0, y + 14, "c-h"))
    y += len(lines) * _LINE + (5 if lines else 0)
    spans: list[_Span] = []
    for row in scope.rows:
        y, part, span = _gap(row, scale, y) if isinstance(row, Gap) else _row(row, scope, scale, y)
        parts.append(part)
        spans.append(span)
    return y, parts, _joined(spans) if scale.frame.who is not None else spans


def _joined(spans: list[_Span]) -> list[_Span]:
    """Grid lines run through a whole scope where no words stand between the rows."""
    return [_Span(spans[0].top, spans[-1].bottom, all(s.whole for s in spans))] if spans else []


def _gap(gap: Gap, scale: _Scale, y: float) -> tuple[float, Markup, _Span]:
    x = scale.frame.start + 8 if scale.frame.who is not None else 0
    return y + 24, svg.text(x, y + 15, gap.words, "c-gap"), _Span(y, y, True)


def _row(mark: Mark, scope: Scope, scale: _Scale, y: float) -> tuple[float, Markup, _Span]:
    words, middle, bottom = _words(mark, scale.frame, y)
    whole = scope.to_scale and scale.holds(mark)
    hit = svg.element("rect", class_="c-hit", x=0, y=y, width=scale.frame.width, height=bottom - y)
    drawn = svg.link(
        mark.href,
        _spoken(mark, scale.frame),
        hit,
        *(_apart(words)),
        *(_placed(mark, scale, middle) if whole else _off(mark, scale, middle)),
        class_="c-row c-old" if mark.superseded else "c-row",
    )
    return bottom, drawn, _Span(middle - 12, middle + 12, whole)


def _spoken(mark: Mark, frame: Frame) -> str:
    """The row for screen readers: the words that are seen, in their order, so that one can say what one sees."""
    who = f"{mark.who}, {mark.note}" if mark.note else mark.who
    return f"{mark.when}, {who}: {mark.value}" if frame.who is not None else f"{who}, {mark.when}: {mark.value}"


def _apart(words: list[Markup]) -> Iterator[str]:
    """A space after each piece, which SVG does not draw: words of two pieces are never read as one."""
    for piece in words:
        yield piece
        yield " "


def _words(mark: Mark, frame: Frame, y: float) -> tuple[list[Markup], float, float]:
    """The words of a row, the height of its mark, and where the row ends."""
    if frame.who is None:
        lines = list(_lines(mark.who, f"{mark.note}, {mark.when}" if mark.note else mark.when, frame.width))
        middle = y + len(lines) * _LINE + 13
        return _stacked(lines, 0, y + 13), middle, middle + 17
    lines = list(_lines(mark.who, mark.note, frame.start - frame.who - 22))
    when = letters.wrap(mark.when, frame.who - 8)
    height = max(32.0, max(len(lines), len(when)) * _LINE + 10)
    base = y + 20
    dates = [svg.text(0, base + n * _LINE, line, "c-d") for n, line in enumerate(when)]
    return [*dates, *_stacked(lines, frame.who, base)], y + 16, y + height


def _lines(strong: str, faint: str, room: float, *, bold: bool = False) -> Iterator[tuple[str, str]]:
    """Lines of a strong and a faint part: on one line where there is room, else the faint one below."""
    if faint and letters.width(f"{strong} {faint}", bold=bold) + 6 <= room:
        yield strong, faint
        return
    yield from ((line, "") for line in letters.wrap(strong, room, bold=bold))
    yield from (("", line) for line in letters.wrap(faint, room))


def _stacked(lines: list[tuple[str, str]], x: float, y: float, strong_class: str = "c-w") -> list[Markup]:
    made: list[Markup] = []
    for row, (strong, faint) in enumerate(lines):
        spans = (
            [f"{strong}{_GAP}", svg.element("tspan", faint, class_="c-n")] if strong and faint else [strong or faint]
        )
        class_ = strong_class if strong else "c-n"
        made.append(svg.element("text", *spans, class_=class_, x=x, y=y + row * _LINE))
    return made


def _placed(mark: Mark, scale: _Scale, y: float) -> list[Markup]:
    """The mark at its place on the axis, and its value in words beside it."""
    low, high = scale(mark.low or 0.0), scale(mark.high or 0.0)
    left, right, drawn = _SHAPES[mark.shape](low, high, y, scale.frame)
    return [*drawn, _label(mark.value, left, right, y, scale.frame)]


def _label(words: str, left: float, right: float, y: float, frame: Frame) -> Markup:
    """Right of the mark; left of it where the drawing ends too soon and there is room."""
    room = letters.width(words, bold=True)
    if right + 9 + room <= frame.width or left - 9 - room < frame.start:
        return svg.text(right + 9, y + 4.5, words, "c-v")
    return svg.text(left - 9, y + 4.5, words, "c-v", anchor="end")


_Drawn = tuple[float, float, list[Markup]]
"""Where a mark starts and ends, and its pieces."""


def _dot(low: float, high: float, y: float, frame: Frame) -> _Drawn:
    return low - 6, low + 6, [svg.element("circle", class_="c-dot", cx=low, cy=y, r=5.5)]


def _about(low: float, high: float, y: float, frame: Frame) -> _Drawn:
    """A dot, or a bar, with ends that fade: nobody says where they stop."""
    soft = [_line(low - 26, low - 6, y, "c-soft"), _line(high + 6, high + 26, y, "c-soft")]
    core = _range(low, high, y, frame)[2] if high > low else _dot(low, high, y, frame)[2]
    return low - 26, high + 26, [*soft, *core]


def _up_to(low: float, high: float, y: float, frame: Frame) -> _Drawn:
    tip = high - max(28.0, min(frame.arrow, high - frame.start))
    arrow = svg.path(f"M{svg.number(tip + 7)} {svg.number(y - 5)}l-7 5l7 5", "c-tip")
    return tip, high, [_line(tip, high, y), _cap(high, y), arrow]


def _at_least(low: float, high: float, y: float, frame: Frame) -> _Drawn:
    tip = low + frame.arrow
    arrow = svg.path(f"M{svg.number(tip - 7)} {svg.number(y - 5)}l7 5l-7 5", "c-tip")
    return low, tip, [_line(low, tip, y), _cap(low, y), arrow]


def _range(low: float, high: float, y: float, frame: Frame) -> _Drawn:
    return low, high, [_line(low, high, y), _cap(low, y), _cap(high, y)]


_SHAPES = {
    "exactly": _dot,
    "about": _about,
    "up-to": _up_to,
    "at-least": _at_least,
    "more-than": _at_least,
    "less-than": _up_to,
    "range": _range,
}


def _off(mark: Mark, scale: _Scale, y: float) -> list[Markup]:
    """A value that does not fit the axis: a broken, dotted line, whose length says nothing."""
    end = scale.frame.end - 10
    top, bottom = svg.number(y - _HALF), svg.number(y + _HALF)
    broken = "".join(f"M{svg.number(end - back)} {bottom}L{svg.number(end - back + 5)} {top}" for back in (16, 9))
    lines = [_line(scale.frame.start, end - 16, y, "c-off"), _line(end - 2, end + 8, y, "c-off")]
    return [*lines, svg.path(broken, "c-break"), _label(mark.value, end, end + 8, y, scale.frame)]


def _line(start: float, end: float, y: float, class_: str = "c-line") -> Markup:
    return svg.path(f"M{svg.number(start)} {svg.number(y)}H{svg.number(end)}", class_)


def _cap(x: float, y: float) -> Markup:
    return svg.path(f"M{svg.number(x)} {svg.number(y - _HALF)}v{svg.number(2 * _HALF)}", "c-cap")


def _axis(chart: SeriesChart, scale: _Scale) -> Iterator[Markup]:
    """The values above the drawing, and the unit at its free end."""
    if not any(scope.to_scale for scope in chart.scopes):
        return
    narrow = scale.frame.who is None
    for n, tick in enumerate(chart.ticks):
        anchor = "start" if narrow and n == 0 else "middle"
        yield svg.text(0 if anchor == "start" else scale(tick.at), 16, tick.label, "c-a", anchor=anchor)
    if narrow:
        yield svg.text(scale.frame.width, 16, chart.unit, "c-a", anchor="end")
    else:
        yield svg.text(scale.frame.start - 22, 16, chart.unit, "c-a", anchor="end")


def _grid(chart: SeriesChart, scale: _Scale, spans: list[_Span]) -> Iterator[Markup]:
    for tick in chart.ticks:
        base = tick.at == scale.low if scale.low == 0 else tick.at == 0
        steps = "".join(
            f"M{svg.number(scale(tick.at))} {svg.number(span.top)}V{svg.number(span.bottom)}"
            for span in spans
            if (span.whole or base) and span.bottom > span.top
        )
        if steps:
            yield svg.path(steps, "c-g c-0" if base else "c-g")

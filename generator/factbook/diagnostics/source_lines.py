"""Report: the rows of a file that a span covers, each with the cells to underline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from itertools import accumulate
from typing import TYPE_CHECKING

from factbook.diagnostics.sanitize import drawn, width
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from factbook.diagnostics.types import Span

Texts = Callable[[str], str | None]
"""Gives a file's text by its path in the diagnostic, or None when it cannot be had."""
MOST_ROWS = 6
_REACH = 1000
"""Characters of a row on either side of a span that can at all be shown."""


@frozen
class Row:
    """One row of a file, cut to what fits."""

    number: int
    """From 1; 0 stands for rows left out."""
    text: str
    start: int
    """Cell at which the underlining starts."""
    length: int
    """Cells underlined."""


@frozen
class Excerpts:
    """The files behind the diagnostics, each taken apart once."""

    texts: Texts
    _rows: dict[str, list[str]] = field(default_factory=dict)

    def rows(self, span: Span, cells: int) -> tuple[Row, ...]:
        """The rows that `span` covers, each at most `cells` wide; the middle of a long one is left out."""
        lines = self._lines(span.path)
        last = min(max(span.end_line, span.line), len(lines))
        numbers = list(range(span.line, last + 1))
        if len(numbers) > MOST_ROWS:
            numbers = [*numbers[: MOST_ROWS - 2], 0, numbers[-1]]
        return tuple(self._row(lines, number, span, cells) for number in numbers)

    def _lines(self, path: str) -> list[str]:
        if path not in self._rows:
            text = self.texts(path) or ""
            self._rows[path] = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n") if text else []
        return self._rows[path]

    def _row(self, lines: list[str], number: int, span: Span, cells: int) -> Row:
        if not number:
            return Row(0, "…", 0, 0)
        text = lines[number - 1]
        end_line = max(span.end_line, span.line)
        start = span.column - 1 if number == span.line else len(text) - len(text.lstrip())
        end = span.end_column - 1 if number == end_line and span.end_column else len(text.rstrip())
        if not span.end_column and number == span.line:
            end = start + 1
        return _cut(number, text, start, max(end, start + 1), cells)


def _cut(number: int, text: str, start: int, end: int, cells: int) -> Row:
    """The part of a row around the characters `start` to `end` that fits into `cells`."""
    start = min(start, len(text))
    skipped = max(0, start - _REACH)
    pieces = drawn(text[skipped : start + _REACH])
    start, end = start - skipped, min(end - skipped, len(pieces))
    edges = [0, *accumulate(width(piece) for piece in pieces)]
    first, last = _window(edges, start, end, cells)
    before = "…" if first or skipped else ""
    after = "…" if last < len(pieces) or skipped + len(pieces) < len(text) else ""
    shown = before + "".join(pieces[first:last]) + after
    underlined = max(1, edges[max(start, min(end, last))] - edges[start])
    return Row(number, shown, edges[start] - edges[first] + len(before), underlined)


def _window(edges: list[int], start: int, end: int, cells: int) -> tuple[int, int]:
    """First and last piece to show, so that the span and something before it fit between two `…`."""
    if edges[-1] <= cells:
        return 0, len(edges) - 1
    span = min(edges[max(end, start)] - edges[start], cells // 2)
    lead = max(cells // 3, cells - 2 - span - (edges[-1] - edges[start]))
    first = start
    while first and edges[start] - edges[first - 1] <= min(lead, cells - 2 - span):
        first -= 1
    last = start
    while last < len(edges) - 1 and edges[last + 1] - edges[first] <= cells - 2:
        last += 1
    return first, last

"""Report: the format for people: what is wrong, its row with the words underlined, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.sanitize import visible
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.diagnostics.colours import Paint, Style
    from factbook.diagnostics.source_lines import Excerpts, Row
    from factbook.diagnostics.types import Diagnostic, Span


@frozen
class Paragraphs:
    """Writes each diagnostic as a paragraph, in the manner of compilers."""

    excerpts: Excerpts
    paint: Paint
    columns: int
    """Cells that a row may take."""
    prefix: str = ""
    """What stands before each path."""

    def full(self, problem: Diagnostic) -> str:
        """The whole paragraph, without a line feed at its end."""
        gutter = _gutter(problem)
        style: Style = problem.severity.value
        head = f"{self.paint(f'{style}[{problem.code}]', style)}: {visible(problem.message)}"
        lines = [head, *self._place(problem.span, style, "", gutter)]
        for label in problem.labels:
            lines += self._place(label.span, "frame", visible(label.text), gutter)
        bar = " " * gutter + self.paint(" = ", "frame")
        help = [visible(row) for advice in problem.help for row in advice.split("\n")]
        lines += [f"{bar}{'      ' if index else 'help: '}{row}" for index, row in enumerate(help)]
        return "\n".join(lines)

    def _place(self, span: Span, style: Style, words: str, gutter: int) -> Iterator[str]:
        """A place: its address, its rows with marks under them, behind the last mark the label's words."""
        arrow, mark = (":::", "-") if style == "frame" else ("-->", "^")
        yield f"{' ' * gutter}{self.paint(arrow, 'frame')} {visible(self.prefix + span.start)}"
        rows = self.excerpts.rows(span, self.columns - gutter - 3)
        edge = " " * gutter + self.paint(" |", "frame")
        if rows or words:
            yield edge if rows else f"{edge} {words}"
        for row in rows:
            yield self._numbered(row, gutter)
            if row.number:
                marks = self.paint(mark * row.length, style)
                yield f"{edge} {' ' * row.start}{marks} {words if row is rows[-1] else ''}".rstrip()

    def _numbered(self, row: Row, gutter: int) -> str:
        number = str(row.number) if row.number else ""
        return f"{self.paint(f'{number:>{gutter}} |', 'frame')} {row.text}".rstrip()


def _gutter(problem: Diagnostic) -> int:
    """Digits of the greatest row number in the paragraph."""
    spans = [problem.span, *(label.span for label in problem.labels)]
    return len(str(max(max(span.line, span.end_line) for span in spans)))

"""Report: one line a diagnostic, in the form that editors and `grep` take apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.sanitize import visible

if TYPE_CHECKING:
    from factbook.diagnostics.colours import Paint, Style
    from factbook.diagnostics.types import Diagnostic


def concise(problem: Diagnostic, paint: Paint, prefix: str = "") -> str:
    """`path:line:column: error[code] message`; `prefix` stands before the path."""
    name: Style = problem.severity.value
    head = paint(f"{name}[{problem.code}]", name)
    return f"{visible(prefix + problem.span.start)}: {head} {visible(problem.message)}"

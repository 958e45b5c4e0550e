"""Report: the one line at the end that says how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.suppress_consequences import causes

if TYPE_CHECKING:
    from collections.abc import Collection

    from factbook.diagnostics.types import Diagnostic


def summary(problems: Collection[Diagnostic], ending: str = "") -> str:
    """`2 errors and 1 warning in 3 files; nothing was written`: `ending` follows the semicolon."""
    problems = causes(problems)
    errors = sum(problem.is_error for problem in problems)
    warnings = len(problems) - errors
    files = len({problem.span.path for problem in problems})
    counts = [count(number, word) for number, word in ((errors, "error"), (warnings, "warning")) if number]
    found = f"{' and '.join(counts)} in {count(files, 'file')}" if counts else "no problems"
    return f"{found}; {ending}" if ending else found


def count(number: int, singular: str, plural: str = "") -> str:
    """`1 file`, `2 files`, `1,200 facts`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"

"""Report: the one line at the end that says how it went."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factbook.diagnostics.suppress_consequences import causes
from factbook.diagnostics.types import Severity

if TYPE_CHECKING:
    from collections.abc import Collection

    from factbook.diagnostics.types import Diagnostic


def summary(problems: Collection[Diagnostic], ending: str = "") -> str:
    """`2 errors and 1 warning in 3 files; nothing was written`: `ending` follows the semicolon."""
    problems = causes(problems)
    found = Counter(problem.severity for problem in problems)
    files = len({problem.span.path for problem in problems})
    counts = [count(found[one], one.value) for one in Severity if found[one]]
    said = f"{_listed(counts)} in {count(files, 'file')}" if counts else "no problems"
    return f"{said}; {ending}" if ending else said


def _listed(counts: list[str]) -> str:
    return " and ".join((", ".join(counts[:-1]), counts[-1])) if len(counts) > 1 else counts[0]


def count(number: int, singular: str, plural: str = "") -> str:
    """`1 file`, `2 files`, `1,200 facts`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"

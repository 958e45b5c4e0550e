"""Report: diagnostics for programs, one JSON array."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.diagnostics.types import Diagnostic


def as_json(problems: Iterable[Diagnostic], prefix: str = "") -> str:
    """The array; every character outside ASCII is escaped, so that no terminal or log obeys any of them."""
    return json.dumps(objects(problems, prefix), indent=2)


def objects(problems: Iterable[Diagnostic], prefix: str = "") -> list[dict[str, object]]:
    """The array's members, for what holds more than diagnostics."""
    return [_object(problem, prefix) for problem in problems]


def _object(problem: Diagnostic, prefix: str) -> dict[str, object]:
    span = problem.span
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "message": problem.message,
        "path": prefix + span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line or span.line,
        "end_column": span.end_column or None,
        "help": list(problem.help),
    }

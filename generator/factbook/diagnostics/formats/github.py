"""Report: workflow commands, from which GitHub makes notes beside the changed lines of a pull request.

See https://docs.github.com/actions/reference/workflow-commands. GitHub shows ten errors and ten warnings
a step, so those in the change's own files come first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.sanitize import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.diagnostics.types import Diagnostic


def github(problem: Diagnostic, prefix: str = "") -> str:
    """One `::error …`, `::warning …` or `::notice …` command; `prefix` leads from the repository's root."""
    span = problem.span
    properties = {"file": prefix + span.path, "line": str(span.line), "col": str(span.column)}
    if span.end_line > span.line:
        properties["endLine"] = str(span.end_line)
    elif span.end_column:  # GitHub refuses an end column on a note of several lines
        properties["endColumn"] = str(span.end_column)
    properties["title"] = problem.code
    command = "notice" if problem.severity == "note" else problem.severity.value
    named = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{command} {named}::{_data(problem)}"


def own_first(problems: Iterable[Diagnostic], own: frozenset[str]) -> tuple[Diagnostic, ...]:
    """The diagnostics of the files in `own` first, each half in its order."""
    return tuple(sorted(problems, key=lambda problem: problem.span.path not in own))


def _data(problem: Diagnostic) -> str:
    rows = [problem.message, *problem.help]
    return "%0A".join(visible(row).replace("%", "%25") for row in rows)


def _property(value: str) -> str:
    return visible(value).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")

"""Command line: how a command ends, as shells and workflows hear it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.types import has_errors

if TYPE_CHECKING:
    from collections.abc import Collection

    from factbook.diagnostics.types import Diagnostic

EXIT_OK = 0
EXIT_CONTENT = 1
"""The content has errors."""
EXIT_USAGE = 2
"""The command line or the configuration is wrong."""
EXIT_INTERRUPTED = 130
"""Somebody has pressed Ctrl-C."""
EXIT_BUG = 70
"""Factbook itself failed (EX_SOFTWARE of sysexits.h): neither content nor command is wrong."""


def exit_status(problems: Collection[Diagnostic], *, strict: bool) -> int:
    """`EXIT_CONTENT` when something has to be mended first; warnings count only when `strict`."""
    return (
        EXIT_CONTENT
        if has_errors(problems) or (strict and any(problem.stops_strict for problem in problems))
        else EXIT_OK
    )

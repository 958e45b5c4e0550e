"""Report: a failure of the system or of Factbook itself, in one line; the traceback is for the curious."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.sanitize import visible

if TYPE_CHECKING:
    from factbook.diagnostics.console import Output


def failure(words: str, error: BaseException, output: Output) -> None:
    """Says what failed, on standard error, and where in the code when `output` is verbose."""
    output.error(visible(words))
    if output.verbose:
        import traceback

        for line in "".join(traceback.format_exception(error)).splitlines():
            output.error(line)

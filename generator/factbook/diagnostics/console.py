"""Report: the two streams that a command writes to, and how much it says on them."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

from factbook.diagnostics.colours import Paint, wants_colour
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from typing import TextIO

# A runner obeys `##[command]` anywhere in a line, and Azure's `##vso[`: content must not be able to say that.
_OLD_COMMAND = re.compile(r"##(?=\w*\[)")


@frozen
class Output:
    """Where a command's words go: results to standard output, everything about the work to standard error."""

    quiet: bool = False
    """Only results and what is wrong."""
    verbose: bool = False
    """Also what each stage did."""

    def result(self, text: str) -> None:
        """Prints what was asked for, on standard output."""
        _write(sys.stdout, text)

    def info(self, text: str) -> None:
        """Says on standard error what was done, unless quiet; results that came before are shown before."""
        sys.stdout.flush()  # a pipe holds them back otherwise, and `serve` runs on
        if not self.quiet:
            _write(sys.stderr, text)

    def debug(self, text: str) -> None:
        """Says on standard error what only the curious want to know."""
        if self.verbose:
            _write(sys.stderr, text)

    def error(self, text: str) -> None:
        """Says on standard error why the work cannot be done: also when quiet."""
        _write(sys.stderr, text)

    @property
    def paint(self) -> Paint:
        """The colours of standard output."""
        return Paint(wants_colour(sys.stdout))

    @property
    def columns(self) -> int:
        """Cells in a row of the terminal; 120 where there is none."""
        if not sys.stdout.isatty():
            return 120
        from shutil import get_terminal_size

        return max(40, min(get_terminal_size().columns, 200))


def _write(stream: TextIO, text: str) -> None:
    """Writes a line, with what the stream's encoding cannot hold spelt out."""
    if os.environ.get("CI"):
        text = _OLD_COMMAND.sub("# #", text)
    try:
        stream.write(f"{text}\n")
    except UnicodeEncodeError:
        encoding = stream.encoding or "ascii"
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")

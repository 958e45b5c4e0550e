"""Report: the two streams that a command writes to, and how much it says on them.

Whatever is printed holds words of strangers. So what is handed over is one line, and in it everything that could
begin another line, steer the terminal or command a runner of workflows is spelt out, unless the caller says that it
hands over lines of its own making (`text`) or a command (`command`).
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from typing import TYPE_CHECKING

from factbook.diagnostics.colours import COLOUR, Paint, wants_colour
from factbook.diagnostics.sanitize import visible
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

# A runner obeys `::command::` at the start of a line, `##[command]` anywhere in one, and Azure's `##vso[`: content
# must not be able to say that.
_COMMAND = re.compile(r"^(\s*):(?=:)", re.M)
_OLD_COMMAND = re.compile(r"##(?=\w*\[)")


@frozen
class Output:
    """Where a command's words go: results to standard output, everything about the work to standard error."""

    quiet: bool = False
    """Only results and what is wrong."""
    verbose: bool = False
    """Also what each stage did."""

    def result(self, line: str) -> None:
        """Prints a line of what was asked for, on standard output; raises OSError when nobody can have it."""
        self.text(line.replace("\n", "\\n"))

    def text(self, lines: str) -> None:
        """Prints lines that we have put together, each with the words of others made visible before."""
        with _telling_of_standard_output():
            _write(sys.stdout, _defused(_shown(lines, self.paint)))

    def command(self, line: str) -> None:
        """Prints a line that a runner of workflows obeys."""
        with _telling_of_standard_output():
            _write(sys.stdout, _OLD_COMMAND.sub("# #", visible(line)))

    def flush(self) -> None:
        """Has all results reach whoever reads them; raises OSError when they do not."""
        with _telling_of_standard_output():
            sys.stdout.flush()

    def info(self, line: str) -> None:
        """Says on standard error what was done, unless quiet; results that came before are shown before."""
        self.flush()  # a pipe holds them back otherwise, and `serve` runs on
        if not self.quiet:
            _say(line)

    def debug(self, line: str) -> None:
        """Says on standard error what only the curious want to know."""
        if self.verbose:
            _say(line)

    def error(self, line: str) -> None:
        """Says on standard error why the work cannot be done: also when quiet."""
        _say(line)

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


def _nobody() -> TextIO:
    """In the place of a stream that cannot be written: what waits for it cannot be written at the end either."""
    return open(os.devnull, "w", encoding="utf-8")


@contextlib.contextmanager
def _telling_of_standard_output() -> Iterator[None]:
    """The system does not say of a stream which it is."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        sys.stdout = _nobody()
        raise OSError(error.errno, error.strerror, "Standard output") from error


def _say(line: str) -> None:
    """Says a line on standard error. Where nobody can hear it, the exit status says enough."""
    try:
        _write(sys.stderr, _defused(visible(line.replace("\n", "\\n"))))
    except OSError:
        sys.stderr = _nobody()


def _shown(lines: str, paint: Paint) -> str:
    """Lines with everything spelt out but their ends, tabs, and our own colours."""
    if lines.isprintable():
        return lines
    parts = COLOUR.split(lines) if paint.on else [lines]
    colours = COLOUR.findall(lines) if paint.on else []
    shown = ["\n".join("\t".join(map(visible, row.split("\t"))) for row in part.split("\n")) for part in parts]
    return "".join(text + colour for text, colour in zip(shown, [*colours, ""], strict=True))


def _defused(text: str) -> str:
    if not os.environ.get("CI"):
        return text
    return _OLD_COMMAND.sub("# #", _COMMAND.sub(r"\1: ", text))


def _write(stream: TextIO, text: str) -> None:
    """Writes a line, with what the stream's encoding cannot hold spelt out."""
    try:
        stream.write(f"{text}\n")
    except UnicodeEncodeError:
        encoding = stream.encoding or "ascii"
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")

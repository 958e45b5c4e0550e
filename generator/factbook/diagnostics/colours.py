"""Report: colours, when the stream is a terminal that wants them."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Literal

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from typing import TextIO

Style = Literal["error", "warning", "note", "frame", "strong", "added", "removed"]
_CODES: dict[Style, str] = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "frame": "34",
    "strong": "1",
    "added": "32",
    "removed": "31",
}

COLOUR = re.compile(rf"\x1b\[(?:0|{'|'.join(_CODES.values())})m")
"""What `Paint` writes before and after words."""


@frozen
class Paint:
    """Colours words, or leaves them as they are."""

    on: bool = False

    def __call__(self, text: str, style: Style) -> str:
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.on and text else text


def wants_colour(stream: TextIO) -> bool:
    """Whether `stream` is a terminal that can show them, as far as nobody has said so.

    NO_COLOR (https://no-color.org) says no, whatever else is set; FORCE_COLOR (https://force-color.org) says yes, for
    a pipe into a pager and for logs that show colours.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"

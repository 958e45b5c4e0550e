"""Cutting a text into pieces that share no word, so that a large text is worked through in little memory."""

import re
from collections.abc import Iterator
from functools import cache

from factbook.evidence.texts.character_tables import HAN_NUMERALS, IDEOGRAPHIC
from factbook.evidence.texts.normalize import without_tags
from factbook.evidence.texts.store import Text
from factbook.runtime.frozen import frozen

LENGTH = 4096
"""How long a piece is, in characters, at least; a cut follows as soon as one can be made."""

LONGEST = 65536
"""A run of characters without a place for a cut is cut here, whatever stands there."""

_TAG_LENGTH = 300
"""A tag that begins this far before the end of what is read so far may go on beyond it."""


@frozen
class Piece:
    """A stretch of a text, and where it stands."""

    raw: str
    line: int
    """The line of its first character, from 1."""
    column: int
    """The column of its first character, from 1."""
    byte: int
    """The byte of its first character in `Text.data`."""


def pieces(text: Text, first: int = 1, last: int | None = None) -> Iterator[Piece]:
    """The lines from `first` to `last` (from 1, both inside; None: to the end) in pieces, in order."""
    first = max(first, 1)
    byte, stop = line_start(text.data, first), len(text.data)
    if last is not None:
        stop = line_start(text.data, last + 1)
    line, column = first, 1
    for raw in _cut(text.blocks(byte, stop)):
        yield Piece(raw, line, column, byte)
        byte += len(raw.encode("utf-8"))
        if breaks := raw.count("\n"):
            line, column = line + breaks, len(raw) - raw.rindex("\n")
        else:
            column += len(raw)


def line_start(data: bytes, line: int) -> int:
    """The byte where a line begins (from 1); the text's length when it has fewer lines."""
    start, missing = 0, line - 1
    while missing > 0 and start < len(data):
        stop = start + 65536
        breaks = data.count(b"\n", start, stop)
        if breaks >= missing:
            for _ in range(missing):
                start = data.index(b"\n", start) + 1
            return start
        start, missing = stop, missing - breaks
    return min(start, len(data))


def _cut(blocks: Iterator[str]) -> Iterator[str]:
    rest = ""
    for block in blocks:
        rest += block
        start = 0
        for stop in _stops(rest, len(rest) - _TAG_LENGTH):
            yield rest[start:stop]
            start = stop
        rest = rest[start:]
    start = 0
    for stop in (*_stops(rest, len(rest)), len(rest)):
        if start < stop:
            yield rest[start:stop]
            start = stop


def _stops(raw: str, limit: int) -> Iterator[int]:
    blank, start = without_tags(raw) if limit > LENGTH else "", 0
    while start + LENGTH < limit:
        found = _safe_place().search(blank, start + LENGTH, min(limit, start + LONGEST))
        if not found and start + LONGEST >= limit:
            return
        start = found.end() if found else start + LONGEST
        yield start


@cache
def _safe_place() -> re.Pattern[str]:
    """White space (not before a digit, nor after a hyphen), and between Chinese or Japanese characters."""
    # The class is subtracted by a look-ahead: a Chinese number is one word to a reader.
    ideograph = f"(?![{HAN_NUMERALS}])[{IDEOGRAPHIC}]"
    return re.compile(f"(?<=[^\\s\u00ad‐-])\\s(?!\\s*+\\d)|{ideograph}(?={ideograph})")

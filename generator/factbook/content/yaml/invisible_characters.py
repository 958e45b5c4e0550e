"""Ground: characters that nobody sees: those that scripts need pass, those that deceive are refused.

What turns the direction of reading can make a reviewer see other words than a program
(https://trojansource.codes, https://www.unicode.org/reports/tr36/); what takes no space can make two names
look like one. Persian, the scripts of India and emoji need joiners, Thai and Khmer breaks without width,
Arabic and Hebrew marks of direction: there they are part of the text.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from factbook.content.yaml.tree import position
from factbook.diagnostics.types import Diagnostic, Severity, Span

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_OVERRIDES = "\u202d\u202e"
_OPENERS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_CLOSERS = frozenset(_OPENERS.values())
_MARKS = "\u200e\u200f\u061c"
_JOINERS = "\u200c\u200d\u034f"
_BREAKS = "\u200b\u2060"
_MONGOLIAN = frozenset("\u180a\u180b\u180c\u180d\u180f\u202f")
"""What stands between a Mongolian letter and a mark of its shape."""
_LAST_LATIN = "\u02ff"
_FLAG = "\U0001f3f4"
MOST = 20
"""Warnings of one file."""


def unseen(text: str, path: str, lines: array[int]) -> tuple[Diagnostic, ...]:
    """Errors for what turns the direction of a line and does not turn it back, warnings for what no script needs."""
    if text.isascii():
        return ()
    found: list[Diagnostic] = []
    rows: dict[int, None] = {}
    for match in _UNSEEN.finditer(text):
        at, character = match.start(), match[0]
        line, column = position(lines, at)
        if character in _OVERRIDES or character in _OPENERS or character in _CLOSERS:
            rows.setdefault(line)
        elif not _needed(text, at, character) and len(found) < MOST:
            message = f"the character U+{ord(character):04X} stands here, which nobody sees"
            advice = "Delete it: type the words on both sides again."
            span = Span(path, line, column, line, column + 1)
            found.append(Diagnostic("invisible-character", message, span, Severity.WARNING, help=(advice,)))
    for line in list(rows)[:MOST]:
        found += _turned(text[lines[line - 1] : lines[line] - 1], path, line)
    return tuple(found)


def turns(value: str) -> str:
    """The first character of `value` that turns the direction of reading for good; empty when all is in order."""
    if value.isascii():
        return ""
    return next((character for row in value.split("\n") for _, character in _loose(row)), "")


def _turned(row: str, path: str, line: int) -> Iterator[Diagnostic]:
    for at, character in _loose(row):
        message = f"the character U+{ord(character):04X} stands here, which turns the direction of reading"
        advice = (
            "Delete it: words in Arabic or Hebrew letters read from right to left by themselves."
            if character in _OVERRIDES
            else "Open and close it in the same line, or delete it."
        )
        yield Diagnostic("text-direction", message, Span(path, line, at + 1, line, at + 2), help=(advice,))
        return


def _loose(row: str) -> Iterator[tuple[int, str]]:
    """Overrides, and what is opened and not closed or closed and not opened within the row."""
    opened: list[tuple[int, str]] = []
    for at, character in enumerate(row):
        if character in _OVERRIDES:
            yield at, character
        elif character in _OPENERS:
            opened.append((at, character))
        elif character in _CLOSERS and (not opened or _OPENERS[opened.pop()[1]] != character):
            yield at, character
    yield from opened


def _needed(text: str, at: int, character: str) -> bool:
    """Whether a script or an emoji needs the character at this place."""
    before = text[at - 1] if at else ""
    if character in _MARKS:
        return _has_rightward(text, at)
    if character in _JOINERS:
        return before > _LAST_LATIN and (before in "\ufe0f\u200c\u200d" or unicodedata.category(before)[0] in "LMS")
    if character in _BREAKS:
        return before > "\u0e00" and unicodedata.category(before)[0] in "LM"
    if "\u180b" <= character <= "\u180f":
        return "\u1820" <= before <= "\u18aa" or before in _MONGOLIAN
    if "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef":
        return before > "\u00a8" or (before != "" and before in "0123456789#*©®")
    if "\U000e0020" <= character <= "\U000e007f":
        return before == _FLAG or "\U000e0020" <= before < "\U000e007f"
    return False


def _has_rightward(text: str, at: int) -> bool:
    """Whether letters that are read from right to left stand in the same line."""
    row = text[text.rfind("\n", 0, at) + 1 : text.find("\n", at) if text.find("\n", at) >= 0 else len(text)]
    return any(sign not in _MARKS and unicodedata.bidirectional(sign) in ("R", "AL") for sign in row[:2000])

"""Report: text from content made fit for a terminal: nothing invisible, nothing that steers it, known widths.

A file can hold escape sequences, characters that turn the reading direction round, and characters that
nobody sees. What is printed spells them out, so that the reader sees them and the terminal obeys none.
"""

from __future__ import annotations

import unicodedata

TAB = 4
"""Cells between tab stops in a shown row."""
_JOINERS = "\u200c\u200d"
_LAST_LATIN = "\u02ff"


def visible(text: str) -> str:
    """`text` in one line: every control, direction and zero-width character spelt as its number."""
    return text if text.isprintable() else "".join(drawn(text, tab="\\t"))


def drawn(row: str, tab: str | None = None) -> list[str]:
    """What is drawn for each character of `row`; tabs become `tab`, or spaces up to the next stop."""
    if row.isprintable():
        return list(row)
    pieces: list[str] = []
    at = 0
    for index, character in enumerate(row):
        if character == "\t":
            piece = " " * (TAB - at % TAB) if tab is None else tab
        else:
            piece = _drawn(character, row[index - 1] if index else "")
        pieces.append(piece)
        at += width(piece)
    return pieces


def width(text: str) -> int:
    """How many cells of a terminal `text` takes: none for combining marks, two for wide characters."""
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def _drawn(character: str, before: str) -> str:
    if character.isprintable() or unicodedata.category(character) == "Zs":
        return character
    if character in _JOINERS and before > _LAST_LATIN:  # Persian and Indic words need them
        return character
    number = ord(character)
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _width(character: str) -> int:
    if character in _JOINERS or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1

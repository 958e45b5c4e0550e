"""Rendering, drawings: how wide words are, roughly, so that lines break and labels do not run over marks."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

SIZE = 13.0
"""The one size of text in our drawings, in units of the drawing."""

# Advance widths of Helvetica in thousandths of the size (Adobe Font Metrics); every sans face is near them.
_WIDTHS = {
    **dict.fromkeys("ijl'|", 222),
    **dict.fromkeys(" !,./:;I[]\\ft", 278),
    **dict.fromkeys("()r-`", 333),
    **dict.fromkeys("Jcksvxyz", 500),
    **dict.fromkeys("+<=>~", 584),
    **dict.fromkeys("FTZ", 611),
    **dict.fromkeys("&ABEKPSVXY", 667),
    **dict.fromkeys("CDHNRUw", 722),
    **dict.fromkeys("GOQ", 778),
    **dict.fromkeys("Mm", 833),
    **dict.fromkeys("W@%—…", 950),
}
_OTHER = 556
_FULL = 1000
_BOLD = 1.07


@lru_cache(maxsize=4096)
def width(words: str, *, bold: bool = False) -> float:
    """Units that `words` take at our size, within some five in a hundred."""
    thousandths = sum(_letter(letter) for letter in words)
    return thousandths * SIZE / 1000 * (_BOLD if bold else 1)


def wrap(words: str, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """Lines of at most `room` units; a single word that is longer stays whole."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _letter(letter: str) -> int:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if unicodedata.combining(letter):
        return 0
    return _FULL if unicodedata.east_asian_width(letter) in "WF" else _OTHER

"""The words of the sentence before and after a quote, from the text or from its context, in which most are `x`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.evidence.contexts.take import END
from factbook.evidence.texts.sentence_context import begun, sentence_ends

if TYPE_CHECKING:
    from factbook.evidence.contexts.file_format import Context

UNTOLD = "x"
"""Stands for a word that only the text holds."""

_FAR = 400
"""How far a sentence is followed, in characters of the text."""
_WORDS = 60
"""The same, in words of a context."""
_UNTOLD_ROW = re.compile(rf"(?:\b{UNTOLD}\b[ ·]*)+")


def in_text(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands in the sentence before a stretch of the text, and behind it."""
    after = text[end : end + _FAR]
    ends = sentence_ends(after)
    return begun(text[max(0, start - _FAR) : start]).strip(), after[: ends[-1] if ends else None].strip()


class TextAround:
    """The words of a context, as far as they are told, to be asked by their numbers."""

    def __init__(self, context: Context) -> None:
        self._words: list[str] = []
        self._ends: set[int] = set()
        for items in context.words.values():
            for item in items:
                if item == END:
                    self._ends.add(len(self._words))
                elif item.isascii() and item.isdigit():
                    self._words += [UNTOLD] * int(item)
                else:
                    self._words.append(item)

    def around(self, start: int, end: int) -> tuple[str, str]:
        """What stands in the sentence before the words from one number to another, and behind them."""
        first, last = start, end
        while first > max(0, start - _WORDS) and first not in self._ends:
            first -= 1
        while last < min(len(self._words), end + _WORDS) and last not in self._ends:
            last += 1
        return " ".join(self._words[first:start]), " ".join(self._words[end:last])


def readable(words: str) -> str:
    """Such words as they are shown to a reader: what is not told is an ellipsis."""
    return _UNTOLD_ROW.sub("… ", words).strip()

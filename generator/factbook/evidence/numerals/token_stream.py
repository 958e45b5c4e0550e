"""A text cut into tokens, with the words of its language: what all readers of this room look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.evidence.numerals.quantity import Kind, Quantity
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from fractions import Fraction

    from factbook.evidence.numerals.lexicon import Lexicon, Phrase
    from factbook.evidence.numerals.tokens import Token


@frozen
class Passage:
    """A text being read."""

    text: str
    tokens: list[Token]
    lexicon: Lexicon

    def find(self, index: int, role: str) -> Phrase | None:
        """The longest phrase of this role that begins at the token."""
        tokens, lexicon = self.tokens, self.lexicon
        if index >= len(tokens) or tokens[index][1] not in lexicon.phrases:
            return None
        return lexicon.find(tokens, index, role)

    def printed(self, index: int) -> str:
        """The token as the text has it."""
        return self.text[self.tokens[index].start : self.tokens[index].end]

    def quantity(self, low: Fraction, high: Fraction, kind: Kind, start: int, end: int) -> Quantity:
        """A quantity that stands between two offsets of the text."""
        return Quantity(low, high, kind, start, end, self.text[start:end])

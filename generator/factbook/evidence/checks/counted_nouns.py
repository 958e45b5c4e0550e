"""What the checks of counted things share: the words before and behind a number, as far as the next one."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from factbook.evidence.checks.statement_and_quotes import SENTENCE_END
from factbook.evidence.cues.lexicon import found
from factbook.evidence.numerals import read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction
    from typing import TypeAlias

    from factbook.evidence.checks.two_languages import SaidText
    from factbook.evidence.numerals.quantity import Quantity

    Value: TypeAlias = tuple[Fraction, Fraction]

_COMMA = re.compile("[,،、，(–—]")
_BEFORE, _BEHIND = 30, 40
"""Characters in which the neighbours of a number stand."""
_UNPAIRED = frozenset({"date", "time", "label", "indefinite", "ordinal", "year", "decade"})


def numbers_once(text: SaidText) -> dict[Value, Quantity]:
    """By value, in order, the numbers that stand in a text once."""
    quantities = [quantity for quantity in read(text.words, text.language) if quantity.kind not in _UNPAIRED]
    times = Counter((quantity.low, quantity.high) for quantity in quantities)
    return {(q.low, q.high): q for q in quantities if times[q.low, q.high] == 1}


def before(text: SaidText, numbers: Mapping[Value, Quantity], number: Quantity) -> str:
    """The words before a number, from the last number or the beginning of its sentence."""
    start = max((other.end for other in numbers.values() if other.end <= number.start), default=0)
    return SENTENCE_END.split(text.words[max(start, number.start - _BEFORE) : number.start])[-1]


def behind(text: SaidText, numbers: Mapping[Value, Quantity], number: Quantity) -> str:
    """The words behind a number, to the next number or the end of its sentence."""
    end = min((other.start for other in numbers.values() if other.start >= number.end), default=len(text.words))
    return SENTENCE_END.split(text.words[number.end : min(end, number.end + _BEHIND)])[0]


def counted(text: SaidText, numbers: Mapping[Value, Quantity], number: Quantity) -> str:
    """The words right behind a number that say what it counts, to a comma or an *and*."""
    words = _COMMA.split(behind(text, numbers, number))[0]
    also = found(words, text.language, "also")
    return words[: also[0].start] if also else words

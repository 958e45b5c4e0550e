"""Finds the words that imply a number without naming it ("both", "a", "erstmals"): support, never claims."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from factbook.evidence.numerals.lexicon import lexicon_of
from factbook.evidence.numerals.reading import read
from factbook.evidence.numerals.unit_names import unit_behind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factbook.evidence.numerals.lexicon import Lexicon
    from factbook.evidence.numerals.quantity import Quantity
    from factbook.evidence.numerals.tokens import Token

_PARTS = {("duration-year", "duration-month"): 12, ("duration-hour", "duration-minute"): 60}
_NEAR_PART = 16
"""Characters from a number of years to that of its months."""
_SHARES = 20
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_DECADE = 10
_DUAL = 5
"""Letters of a word whose ending may say that there are two of it."""
_NEAR = 12
"""Characters between a number and the word that says that it goes on: 7 months running."""


@lru_cache(maxsize=1024)
def implied(text: str, language: str) -> frozenset[tuple[bool, Fraction]]:
    """The values implied in the text, each with whether it is an ordinal."""
    lexicon = lexicon_of(language)
    tokens = lexicon.tokens(text)
    found = set()
    if lexicon.dual and any(len(token.key) >= _DUAL and token.key.endswith(lexicon.dual) for token in tokens):
        found.add((False, Fraction(2)))
    for index in range(len(tokens)):
        if _alone_with_half(tokens, index, lexicon):  # طنا ونصف, שנתיים וחצי
            whole = 2 if lexicon.dual and tokens[index - 1].key.endswith(lexicon.dual) else 1
            found.update(((False, Fraction(1, 2)), (False, whole + Fraction(1, 2))))
        if part := lexicon.find(tokens, index, "part-before"):
            found.add((False, 1 + part.value))  # सवा किलो
        for role in ("hint", "hint-ordinal"):
            for phrase in lexicon.all(tokens, index, role):
                found.add((role == "hint-ordinal", phrase.value))
                if role == "hint" and phrase.value == _DECADE:
                    found.update(
                        (False, _DECADE * value) for value in _counted_before(text, tokens[index].start, language)
                    )
        if part := lexicon.find(tokens, index, "quarter"):
            found.update((True, value) for value in _beside(tokens, index, index + len(part.keys)))
        if lexicon.find(tokens, index, "running"):
            found.update((True, value) for value in _counted_before(text, tokens[index].start, language))
            hints = (lexicon.find(tokens, at, "hint") for at in range(max(0, index - 2), index))
            found.update((True, hint.value) for hint in hints if hint)
        if lexicon.find(tokens, index, "each") and (share := lexicon.find(tokens, index + 1, "ordinal")):
            found.update(((False, Fraction(1)), (False, share.value)))  # every eighth is one in eight
    quantities = read(text, language)
    found.update(value for quantity in quantities for value in _one_in(quantity.low))
    found.update((False, value) for value in _years_and_months(text, quantities, language))
    if (False, Fraction(1)) in found:
        found.update((True, value) for value in _of_one_in(quantities))
    return frozenset(found)


def _alone_with_half(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether "and a half" stands behind a noun that no number counts."""
    if index == 0 or not lexicon.find(tokens, index, "half-after"):
        return False
    counted = index > 1 and (tokens[index - 2].kind == "num" or lexicon.find(tokens, index - 2, "add"))
    return not (counted or lexicon.find(tokens, index - 1, "add"))


def _one_in(part: Fraction) -> Iterator[tuple[bool, Fraction]]:
    """A third is one in three."""
    if part.denominator == 4 and part.numerator == 3:
        yield False, Fraction(3)  # three quarters of a year are counted too
    if part.numerator == 1 and part.denominator > 2:
        yield from ((False, Fraction(1)), (False, Fraction(part.denominator)))


def _years_and_months(text: str, quantities: Sequence[Quantity], language: str) -> Iterator[Fraction]:
    """Eight years and six months are eight and a half years; two hours and 30 minutes two and a half hours."""
    for one, other in pairwise(quantities):
        units = unit_behind(text, one.end, language), unit_behind(text, other.end, language)
        if units in _PARTS and other.start - one.end <= _NEAR_PART:
            yield one.low + other.low / _PARTS[units]


def _of_one_in(quantities: Sequence[Quantity]) -> Iterator[Fraction]:
    """One in eight is every eighth."""
    for quantity in quantities:
        if quantity.spelled and quantity.low.denominator == 1 and 2 < quantity.low <= _SHARES:
            yield quantity.low


def _beside(tokens: list[Token], first: int, after: int) -> Iterator[Fraction]:
    """The digits or Roman numerals before or behind a word: III квартал, ไตรมาส 3, 3분기."""
    for token in (*tokens[max(0, first - 1) : first], *tokens[after : after + 1]):
        if token.key.isdecimal() and len(token.key) == 1:
            yield Fraction(token.key)
        elif token.key in _ROMAN:
            yield Fraction(_ROMAN[token.key])


def _counted_before(text: str, end: int, language: str) -> Iterator[Fraction]:
    """The number that the word before counts: 20カ月連続 is the twentieth month in a row."""
    return (quantity.low for quantity in read(text, language) if 0 <= end - quantity.end <= _NEAR)


@lru_cache(maxsize=1024)
def months_named(text: str, language: str) -> frozenset[int]:
    """The months that the text names in any way, with a day, a year, or alone."""
    lexicon = lexicon_of(language)
    tokens = lexicon.tokens(text)
    found = (
        lexicon.month(tokens, index)
        for index, token in enumerate(tokens)
        if text[token.start].isupper() or not lexicon.capital_months
    )
    return frozenset(int(month.value) for month in found if month)

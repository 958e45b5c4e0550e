"""Reads years in pairs (1914-18, 2008/09) and centuries in Roman numerals (XIXe siècle, siglo XIX)."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from factbook.evidence.numerals.lexicon import adjoins
from factbook.evidence.numerals.quantity import PartialDate, Quantity

if TYPE_CHECKING:
    from factbook.evidence.numerals.token_stream import Passage

_DASHES = ("-", "\u2010", "\u2011", "–", "—")
_CENTURY = re.compile(r"(x{0,2})(ix|iv|v?i{0,3})(?:e|er|ème|º|ο|го|м)?")
_UNITS = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}


def years_at(passage: Passage, index: int) -> Quantity | None:
    """Two years of which the second is cut short: 1914-18; 2008-09 may also be a month and keeps that reading."""
    token = passage.tokens[index]
    if token.kind == "iso" and len(token.key) == 7:
        first, last = int(token.key[:4]), int(token.key[5:])
        whole = _years(passage, first, last, token.start, token.end)
        month = (PartialDate(first, last, None),)
        return whole and Quantity(whole.low, whole.high, "year", whole.start, whole.end, whole.words, dates=month)
    if token.kind != "num" or not re.fullmatch(r"1[5-9]\d\d|20\d\d", token.key) or index + 1 >= len(passage.tokens):
        return None
    behind = passage.tokens[index + 1]
    if behind.key == "/" and not behind.gap and index + 2 < len(passage.tokens):
        behind = passage.tokens[index + 2]
    elif behind.gap not in _DASHES:
        return None
    if behind.kind != "num" or len(behind.gap) > 1 or behind.gap == " " or not re.fullmatch(r"\d\d", behind.key):
        return None
    return _years(passage, int(token.key), int(behind.key), token.start, behind.end)


def _years(passage: Passage, first: int, last: int, start: int, end: int) -> Quantity | None:
    if last <= first % 100:
        return None
    return passage.quantity(Fraction(first), Fraction(first - first % 100 + last), "year", start, end)


def is_roman(key: str) -> bool:
    """Whether a folded word may be the Roman numeral of a century."""
    return key[0] in "xvi" and _century(key) > 0


def century_at(passage: Passage, index: int) -> Quantity | None:
    """The ordinal that a Roman numeral beside a word for centuries is."""
    token = passage.tokens[index]
    if token.kind != "word" or not is_roman(token.key) or not passage.text[token.start].isupper():
        return None
    before = index > 0 and adjoins(token) and passage.find(index - 1, "century")
    after = index + 1 < len(passage.tokens) and passage.find(index + 1, "century")
    if not (before or after):
        return None
    number = Fraction(_century(token.key))
    return passage.quantity(number, number, "ordinal", token.start, token.end)


def _century(key: str) -> int:
    found = _CENTURY.fullmatch(key)
    return 10 * len(found[1]) + _UNITS[found[2]] if found else 0

"""Reads all quantities of a text in one pass: dates first, then labels, ranges and single amounts."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from factbook.evidence.numerals.alphanumeric_names import is_label, label_at
from factbook.evidence.numerals.cjk import quantities_at
from factbook.evidence.numerals.compound_words import is_compound
from factbook.evidence.numerals.dates_in_words import DateInWords, moments_at
from factbook.evidence.numerals.lexicon import lexicon_of
from factbook.evidence.numerals.measures import names_dollar
from factbook.evidence.numerals.modifier_words import SOFT
from factbook.evidence.numerals.quantity import PERCENTS
from factbook.evidence.numerals.ranges import amounts_at, modified
from factbook.evidence.numerals.token_stream import Passage
from factbook.evidence.numerals.tokens import fold
from factbook.evidence.numerals.years import century_at, is_roman, years_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.evidence.numerals.lexicon import Lexicon
    from factbook.evidence.numerals.quantity import Quantity
    from factbook.evidence.numerals.tokens import Token

_ZERO = Fraction(0)
_SHORT = 4000
_WORD = re.compile(r"[^\W\d_]+")
_IN_ROW = re.compile(r"\s*(?:[,、،]\s*)?(?:[^\W\d]{1,4}\s*){0,2}")
"""What stands between the numbers of a row: commas and short words such as *and*."""
_ENDS = re.compile(r"\s*(?:[.,;:!?)]\D|[.,;:!?)]?$)")
_FEW = 6
"""Words between two numbers for which one bound may hold."""
_AND = re.compile(r"\s(?:und|and|et|y|e|en|och|og|i|и|та)\s")
"""Behind a number that counts nothing of its own: um 1,7 und im nächsten Jahr um 4,7 Prozent."""
_DIGITS = re.compile(r"[\d½¼¾⅓⅔⅛⅜⅝⅞]")


def read(text: str, language: str) -> tuple[Quantity, ...]:
    """Every number, amount, date and label in the text, in order.

    `language` is a BCP 47 tag; one without words of its own here is read by digits and CLDR's names of months.
    """
    return _read_short(text, language) if len(text) <= _SHORT else _read(text, language)


def _read(text: str, language: str) -> tuple[Quantity, ...]:
    lexicon = lexicon_of(language)
    if len(text) <= _SHORT and not _may_count(text, lexicon):
        return ()
    quantities = list(_quantities(Passage(text, lexicon.tokens(text), lexicon)))
    quantities = _with_shared_bounds(text, _with_shared_units(text, quantities), lexicon)
    if lexicon.years_ahead:
        quantities = [_in_common_years(one, lexicon.years_ahead) for one in quantities]
    return tuple(quantities)


def _with_shared_bounds(text: str, quantities: list[Quantity], lexicon: Lexicon) -> list[Quantity]:
    """The quantities; a rough bound may hold for the number behind *and* too: some 300 dead and 2,700 wounded."""
    for index, (one, other) in enumerate(pairwise(quantities)):
        if one.modifier in SOFT and other.modifier is None and other.kind in (one.kind, "number"):
            words = text[one.end : other.start].split()
            last = words[-1].casefold() if words else ""
            if len(words) <= _FEW and any(phrase.role == "and" for phrase in lexicon.phrases.get(last, ())):
                quantities[index + 1] = replace(other, modifier=one.modifier, modifier_sure=False)
    return quantities


def _in_common_years(quantity: Quantity, ahead: int) -> Quantity:
    """The quantity with the years of another calendar as those of the common one: พ.ศ. 2566 is 2023."""
    if quantity.kind == "date":
        days = quantity.dates
        later = [replace(day, year=day.year - ahead) for day in days if day.year and day.year > 1900 + ahead]
        return replace(quantity, dates=tuple(later) or days)
    bare = quantity.kind == "number" and quantity.words.isdecimal() and not quantity.is_range
    if bare and 1900 + ahead <= quantity.low <= 2100 + ahead:
        year = quantity.low - ahead
        return replace(quantity, low=year, high=year, kind="year", also=(*quantity.also, quantity))
    return quantity


def _with_shared_units(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities; a bare number of a row that ends in percent may be percent too: 2, 5 and 7 percent."""
    for index in range(len(quantities) - 2, -1, -1):
        one, other = quantities[index], quantities[index + 1]
        kinds = {reading.kind for reading in (other, *other.also)} & set(PERCENTS)
        in_row = _IN_ROW.fullmatch(text, one.end, other.start) or _AND.match(text, one.end)
        if kinds and one.kind == "number" and in_row:
            quantities[index] = replace(one, also=(*one.also, *(replace(one, kind=kind) for kind in sorted(kinds))))
    for index in range(1, len(quantities)):
        one, other = quantities[index - 1], quantities[index]
        if one.kind in PERCENTS and other.kind == "number" and not other.also and _ENDS.match(text, other.end):
            quantities[index] = replace(other, also=(replace(other, kind=one.kind),))  # to 3.7 percent from 3.8
    return quantities


_read_short = lru_cache(maxsize=4096)(_read)


def _may_count(text: str, lexicon: Lexicon) -> bool:
    """A cheap look at a whole text: False when no number can be in it. Most sentences hold none."""
    if _DIGITS.search(text) or lexicon.apostrophes or lexicon.ideographs or _in_another_script(text):
        return True
    words = {word if word.isascii() else fold(word) for word in _WORD.findall(text.lower())}
    return not lexicon.counting.isdisjoint(words) or any(is_compound(word, lexicon) for word in words)


def _in_another_script(text: str) -> bool:
    """Whether there are letters that are neither Latin nor Cyrillic."""
    return not text.isascii() and _other_letters().search(text) is not None


@cache
def _other_letters() -> re.Pattern[str]:
    """Compiled when the first text needs it: so large a class takes milliseconds."""
    return re.compile("[\u0300-\u03ff\u0530-\u1fff\u2c00-\ud7ff\uf900-\ufdff\ufe70-\uffef]")


def _quantities(passage: Passage) -> Iterator[Quantity]:
    after = 0
    for index in _beginnings(passage.tokens, passage.lexicon):
        if index >= after:
            found, after = _step(passage, index)
            yield from found


def _beginnings(tokens: list[Token], lexicon: Lexicon) -> Iterator[int]:
    """The tokens that are worth a closer look, because most words begin nothing."""
    for index, token in enumerate(tokens):
        kind, key = token[0], token[1]
        if kind != "word" or key in lexicon.starters or (lexicon.centuries and is_roman(key)):
            yield index
        elif key in lexicon.articles:
            if index + 1 < len(tokens) and tokens[index + 1].key in lexicon.starters:
                yield index
        elif (len(key) <= 2 and names_dollar(tokens, index)) or (lexicon.glued and is_compound(key, lexicon)):
            yield index


def _step(passage: Passage, index: int) -> tuple[tuple[Quantity, ...], int]:
    """What begins at the token, and the index behind it."""
    if stop := passage.find(index, "stop"):
        return (), index + len(stop.keys)
    if is_label(passage, index):
        return (label_at(passage, index),), index + 1
    if passage.lexicon.ideographs and passage.tokens[index].kind in ("num", "han", "hangul", "clock"):
        return _ideographs(passage, index)
    if years := years_at(passage, index):
        return (years,), _behind(passage, index, years)
    if century := century_at(passage, index):
        return (century,), index + 1
    moments = moments_at(passage.text, passage.tokens, index, passage.lexicon)
    if moments:
        return tuple(_moment(passage, moment) for moment in moments), moments[-1].after
    if passage.tokens[index].kind == "word" and not _may_open(passage, index):
        return (), index + 1
    quantity, after = amounts_at(passage, index)
    return ((quantity,) if quantity else ()), after


def _behind(passage: Passage, index: int, quantity: Quantity) -> int:
    """The index of the first token behind the quantity."""
    while index < len(passage.tokens) and passage.tokens[index].start < quantity.end:
        index += 1
    return index


def _may_open(passage: Passage, index: int) -> bool:
    key = passage.tokens[index].key
    return names_dollar(passage.tokens, index) or key in passage.lexicon.opening or is_compound(key, passage.lexicon)


def _ideographs(passage: Passage, index: int) -> tuple[tuple[Quantity, ...], int]:
    token = passage.tokens[index]
    start = token.start + (1 if passage.text[token.start] in "数數几幾上近수" else 0)
    found, end = quantities_at(passage.text, start, passage.lexicon)
    index += 1
    while index < len(passage.tokens) and passage.tokens[index].start < end:
        index += 1
    return found, index


def _moment(passage: Passage, moment: DateInWords) -> Quantity:
    start, end = passage.tokens[moment.first].start, passage.tokens[moment.after - 1].end
    if moment.minutes is not None:
        time = passage.quantity(moment.minutes, moment.minutes, "time", start, end)
        also = [replace(time, low=moment.later, high=moment.later)] if moment.later is not None else []
        if moment.count is not None:
            also.append(replace(time, low=moment.count, high=moment.count, kind="number"))
        time = replace(time, also=tuple(also))
        return modified(passage, time, moment.first, moment.after)
    return replace(passage.quantity(_ZERO, _ZERO, "date", start, end), dates=moment.dates)

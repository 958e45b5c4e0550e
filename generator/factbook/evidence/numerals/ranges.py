"""Joins two amounts to a range ("8,000–10,000", "between 3 and 5"), and adds the modifier around either."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factbook.evidence.numerals.dates_in_words import is_dash
from factbook.evidence.numerals.measures import measure_at
from factbook.evidence.numerals.modifier_words import modifier_around
from factbook.evidence.numerals.quantity import PERCENTS

_MINUS = ("-", "−", "\u2011", "–")
_STEPS = ("by", "um", "на")
_LONGEST = 4
"""Words of a bound between the two numbers of a range."""
_STROKED = frozenset(("it", "es", "pt", "fr", "ro", "ca"))
_GROUPED = re.compile(r"\d[.,]\d{3}(?!\d)")

if TYPE_CHECKING:
    from fractions import Fraction

    from factbook.evidence.numerals.measures import Measure
    from factbook.evidence.numerals.quantity import Quantity
    from factbook.evidence.numerals.token_stream import Passage


def amounts_at(passage: Passage, index: int) -> tuple[Quantity | None, int]:
    """The amount or range that begins at the token, with its modifier; and the index behind it."""
    decade = passage.find(index, "decade")
    if decade:
        after = index + len(decade.keys)
        start, end = passage.tokens[index].start, passage.tokens[after - 1].end
        return passage.quantity(decade.value, decade.value, "decade", start, end), after
    first = measure_at(passage, index)
    if first is None:
        return None, index + 1
    joint, loose = _joint(passage, index, first.after)
    second = measure_at(passage, joint) if joint is not None else None
    if second is not None and is_dash(passage.tokens[first.after].gap):
        # half – 203 are two numbers
        second = second if first.quantity.spelled == second.quantity.spelled else None
    if second is not None and loose and (falling := _falling(first, second)):
        return modified(passage, falling, index, first.after), first.after
    whole = _either_range(first, second, passage.text, loose=loose) if second is not None else None
    if whole is not None and second is not None:
        return modified(passage, whole, index, second.after), second.after
    if second is not None and first.quantity.kind == "number" and second.quantity.kind in PERCENTS:
        kind = second.quantity.kind  # from 4.6 to 1.5 percent, 55 to 45 percent
        return modified(passage, replace(first.quantity, kind=kind, also=()), index, first.after), first.after
    bounded = _behind_bound(passage, joint) if joint is not None and second is None else None
    quantity = _with_unit_of(first, bounded) if bounded is not None else first.quantity
    return modified(passage, quantity, index, first.after), first.after


def _falling(one: Measure, other: Measure) -> Quantity | None:
    """The first of two numbers of which the smaller second alone has the scale: from 560 to 480 billion yen."""
    first, second = one.quantity, other.quantity
    low = first.low * other.scale
    if one.scale != 1 or other.scale < 1000 or first.kind != "number" or first.spelled or not second.high < low:
        return None
    return replace(first, low=low, high=low, kind=second.kind, currency=second.currency, also=())


def _from_bound(passage: Passage, index: int) -> bool:
    """Whether "from" stands before the bound of the number: von weniger als 6,3 auf mehr als 6,4."""
    keys = [token.key for token in passage.tokens[max(0, index - _LONGEST) : index]]
    return any(
        " ".join(keys[-width:]) in passage.lexicon.before and _preceded(passage, index - width, "from")
        for width in range(2, len(keys) + 1)
    )


def _behind_bound(passage: Passage, at: int) -> Measure | None:
    """The amount behind a bound of its own: from just under 14.7 to more than 14.8 billion euros."""
    before, tokens = passage.lexicon.before, passage.tokens
    for width in range(min(_LONGEST, len(tokens) - at - 1), 0, -1):
        if " ".join(token.key for token in tokens[at : at + width]) in before:
            return measure_at(passage, at + width)
    return None


def _with_unit_of(one: Measure, other: Measure) -> Quantity:
    """A bare number with the scale, currency or percent that is only written at the larger one behind it."""
    first, second = one.quantity, other.quantity
    bare = first.kind == "number" and one.scale == 1 and not first.spelled
    if (
        not bare
        or second.kind not in ("number", "money", *PERCENTS)
        or (other.scale == 1 and second.kind == "number")
    ):
        return first
    low = _carried(one, other)
    return replace(first, low=low, high=low, kind=second.kind, currency=second.currency, also=())


def _joint(passage: Passage, index: int, after: int) -> tuple[int | None, bool]:
    """Where the second number of a range begins ("8,000–10,000", "between 3 and 5"), and is it loose."""
    if after >= len(passage.tokens):
        return None, False
    token = passage.tokens[after]
    loose = False
    word = None
    if passage.lexicon.knows(passage.tokens, after):
        word = passage.find(after, "range") or passage.find(after, "range-from") or passage.find(after, "and")
    if word is not None:
        loose = any(_preceded(passage, index - back, "from") for back in (0, 1)) or _from_bound(passage, index)
        loose = loose or (index > 0 and passage.tokens[index - 1].key in _STEPS)  # by one percent to 18 percent
        between = word.role != "range" and _preceded(passage, index, "between")
        word = word if word.role == "range" or between or (word.role == "range-from" and loose) else None
    if _is_slash(passage, after):
        return after + 1, False
    if word is None or token.gap.strip(" -.\u00a0\u202f\n") != "":
        return (after, False) if is_dash(token.gap) else (None, False)
    return _behind_article(passage, after + len(word.keys)), loose


def _is_slash(passage: Passage, at: int) -> bool:
    """Whether a stroke joins two numbers that are no fraction and no date, as Romance languages do: 20/30 metri."""
    if passage.lexicon.language not in _STROKED or at + 1 >= len(passage.tokens) or passage.tokens[at].key != "/":
        return False
    touching = not passage.tokens[at].gap and not passage.tokens[at + 1].gap
    return touching and passage.tokens[at + 1].kind == "num"


def _behind_article(passage: Passage, at: int) -> int:
    """The index behind an article: entre el 70% y el 80%."""
    article = passage.find(at, "definite")
    return at + len(article.keys) if article else at


def modified(passage: Passage, quantity: Quantity, first: int, after: int) -> Quantity:
    """The quantity with the modifier of the words around it."""
    modifier, sure = modifier_around(passage.text, passage.tokens, first, after, passage.lexicon)
    if (modifier is None or not sure) and quantity.kind != "indefinite" and _roughly(passage, first, after):
        modifier, sure = "about", False
    if not modifier:
        return quantity if passage.lexicon.words_known else replace(quantity, modifier_sure=False)
    also = tuple(replace(reading, modifier=modifier, modifier_sure=sure) for reading in quantity.also)
    return replace(quantity, modifier=modifier, modifier_sure=sure, also=also)


def _roughly(passage: Passage, first: int, after: int) -> bool:
    """Whether a word of the number itself makes it a rough one: ten-odd, zigtausend."""
    return any(passage.find(at, "roughly") for at in range(first, after))


def _preceded(passage: Passage, index: int, role: str) -> bool:
    if index and passage.find(index - 1, "definite"):
        index -= 1
    for width in (1, 2):
        phrase = passage.find(index - width, role) if index >= width else None
        if phrase is not None and len(phrase.keys) == width:
            return True
    return False


def _either_range(one: Measure, other: Measure, text: str, *, loose: bool) -> Quantity | None:
    """The range, by either reading of its ends: `900 à 1.200` rises only if the point groups thousands."""
    plain = _range(one, other, text, loose=loose)
    if not (one.quantity.also or other.quantity.also):
        return plain
    grouped = _range(_grouped(one), _grouped(other), text, loose=loose)
    if plain is None or grouped is None:
        return plain or grouped
    return replace(plain, also=(grouped,))


def _grouped(measure: Measure) -> Measure:
    return measure._replace(quantity=measure.quantity.also[0]) if len(measure.quantity.also) == 1 else measure


def _range(one: Measure, other: Measure, text: str, *, loose: bool) -> Quantity | None:
    """One range from two amounts; the scale and unit of the second count for both ("8 to 10 million")."""
    first, second, low = one.quantity, other.quantity, _carried(one, other)
    if second.low < 0 <= low and not second.words.startswith(_MINUS):  # 18–20 градусов мороза
        loose, low, second = True, second.low, replace(second, low=-low, high=-low)
    spelled_minus = first.words[:1].isalpha() and "plus" not in text[first.end : second.end]
    if spelled_minus and first.low < 0 < -first.low < second.low and second.kind == "number":
        loose, low, second = True, -second.low, replace(second, low=first.low, high=first.low)  # minus 18 to 20
    kinds = {first.kind, second.kind} - {"number", "year"}
    unit_ends = first.words[-1:] not in "0123456789"  # 4.6 percent to 5, 1.020 euros até 2028
    rises_to = unit_ends and (
        (first.kind in PERCENTS and second.kind in ("number", "year"))
        or (first.kind == "money" and second.kind == "year")
    )
    amount = other.scale >= 1000 or second.kind == "money" or _GROUPED.search(second.words) is not None
    year_to = first.kind == "year" and amount  # from 9,500 in 2022 to 7,000
    part_to = 0 < first.low < 1 < second.high and other.scale == 1 and second.kind != "money"  # by a fifth to 102
    loose = loose or first.spelled != second.spelled  # two to 15 years
    if (
        rises_to
        or part_to
        or year_to
        or len(kinds) > 1
        or low >= second.high
        or "indefinite" in kinds
        or "ordinal" in kinds
    ):
        return None
    return replace(
        second,
        low=low,
        start=first.start,
        words=text[first.start : second.end],
        currency=second.currency or first.currency,
        kind=first.kind if second.kind in ("number", "year") else second.kind,
        loose=loose,
        also=(),
        spelled=first.spelled and second.spelled,
    )


def _carried(one: Measure, other: Measure) -> Fraction:
    """The smaller end with the scale that is only written at the larger one."""
    low, scale = one.quantity.low, other.scale
    return low * scale if one.scale == 1 and low < other.quantity.high / scale else low

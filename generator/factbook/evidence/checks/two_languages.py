"""What the checks of translations share: how a text differs from the same text in another language."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Literal

from factbook.content.model import LINK
from factbook.evidence.checks.stated_numbers import one_line
from factbook.evidence.cues.lexicon import cues_of, found
from factbook.evidence.numerals import carried, modifier_differs, read, supported
from factbook.evidence.numerals.quantity import PERCENTS
from factbook.evidence.numerals.unit_names import unit_behind
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from factbook.evidence.cues.lexicon import Cue
    from factbook.evidence.numerals.quantity import Quantity

_UNCOUNTED = frozenset({"date", "time", "label", "indefinite", "ordinal"})
"""Kinds that another language may write in another way, or leave to the context."""

_CLAUSES = re.compile("[、，,;；。]")
_BESIDE = 3
"""Characters between a word such as *only* and its number, a sign of currency among them."""
_PHRASE = 3
"""Words before a number in which a preposition makes it part of a phrase of place or time."""
_NEXT = 16
"""Characters behind a number in which the word stands that it counts."""


@frozen
class SaidText:
    """Words and their language."""

    words: str
    language: str


@frozen
class Difference:
    """One way in which a text differs from the same in another language; the words of both, or "" for nothing."""

    what: Literal["number missing", "bound", "order", "negation", "thing"]
    here: str
    there: str


def differences(here: SaidText, there: SaidText) -> Iterator[Difference]:
    """How `here` differs from `there`, by which it is measured: a number, a bound, an order, a *not*."""
    yield from _missing_numbers(here, there)
    yield from _bounds(here, there)
    yield from _order(here, there)
    yield from _negation(here, there)
    yield from _only(here, there)


def strays(here: SaidText, there: SaidText) -> bool:
    """Whether `here` has a number that `there` has not."""
    return any(carried(quantity, ((there.words, there.language),)) is None for quantity in _counted(here))


def without_links(text: str) -> str:
    """The text with the words of its links in their place, and nothing for a link without words."""
    return LINK.sub(lambda link: link[2] or " ", text) if "[[" in text else text


def _missing_numbers(here: SaidText, there: SaidText) -> Iterator[Difference]:
    ordinals = {quantity.low for quantity in read(here.words, here.language) if quantity.kind == "ordinal"}
    for quantity in _counted(there):
        readings = (quantity, *quantity.also)
        if quantity.kind == "number" and quantity.low in ordinals:
            continue  # 9개월째 is the ninth month
        if not any(carried(reading, ((here.words, here.language),)) for reading in readings):
            yield Difference("number missing", "", one_line(quantity.words))


def _bounds(here: SaidText, there: SaidText) -> Iterator[Difference]:
    for quantity in _counted(here):
        support = supported(quantity, ((there.words, there.language),))
        original = support.quantity
        if original is None or original.modifier is None:
            continue  # a bound that is here alone may have a word there that nobody has written down
        if modifier_differs(quantity, support):
            yield Difference("bound", _with_bound(quantity), _with_bound(original))


def _with_bound(quantity: Quantity) -> str:
    words = one_line(quantity.words)
    return f"{quantity.modifier.replace('-', ' ')} {words}" if quantity.modifier else words


def _order(here: SaidText, there: SaidText) -> Iterator[Difference]:
    """Two numbers that stand in both texts once, and in the other order."""
    mine, theirs = _once(here), _once(there)
    ours = [value for value in mine if value in theirs]
    original = [value for value in theirs if value in mine]
    for one, other in zip(ours, original, strict=True):
        if one != other:
            joints = _joint(here, mine[one], mine[other]), _joint(there, theirs[other], theirs[one])
            if any(joints) and joints != ("out_of", "out_of"):
                return
            pairs = [pair for pair in ((here, mine), (there, theirs)) if cues_of(pair[0].language)]
            if all(_floats(text, said[one]) and not _floats(text, said[other]) for text, said in pairs) or all(
                _floats(text, said[other]) and not _floats(text, said[one]) for text, said in pairs
            ):
                return
            if any(_keeps_unit((here, mine[value]), (there, theirs[value])) for value in (one, other)):
                return
            if _counted_apart(there, theirs[one], theirs[other]):
                return
            words = f"{one_line(mine[one].words)} … {one_line(mine[other].words)}"
            yield Difference("order", words, f"{one_line(theirs[other].words)} … {one_line(theirs[one].words)}")
            return


def _keeps_unit(here: tuple[SaidText, Quantity], there: tuple[SaidText, Quantity]) -> bool:
    """Whether a number has one unit in both texts, so that it took nobody's place: 4500万円 and 45 million yen."""
    one, other = (_unit(text, quantity) for text, quantity in (here, there))
    return one == other != ""


def _unit(text: SaidText, quantity: Quantity) -> str:
    if quantity.currency or quantity.kind in PERCENTS:
        return quantity.currency or quantity.kind
    return unit_behind(text.words, quantity.end, text.language)


def _counted_apart(text: SaidText, one: Quantity, other: Quantity) -> bool:
    """Whether two numbers have counters of their own (2工場, 630人), in a language whose order is another."""
    if cues_of(text.language).parted:
        return False
    counters = [text.words[quantity.end : quantity.end + 1] for quantity in (one, other)]
    return all(map(str.isalpha, counters)) and counters[0] != counters[1]


def _joint(text: SaidText, first: Quantity, second: Quantity) -> str:
    """How a language joins a thing to what belongs to it: `of`, `out_of`, or "".

    The whole may stand first (11都県の344校 are 344 schools in 11 prefectures), or the part (68 of 126 seats).
    """
    between = text.words[first.end : second.start]
    if _CLAUSES.search(between):
        return ""
    return next((name for name in ("of", "out_of") if found(between, text.language, name)), "")


def _floats(text: SaidText, quantity: Quantity) -> bool:
    """Whether it stands in a phrase that languages put at the front or the end: in 2,044 accidents, on Route 90."""
    before = re.split(r"\d|[、，,;；。]", text.words[: quantity.start])[-1].split()[-_PHRASE:]
    return bool(found(" ".join(before), text.language, "preposition"))


def _once(text: SaidText) -> dict[tuple[Fraction, Fraction], Quantity]:
    """By value, in order, the numbers that stand there once; years and spans of time may stand anywhere."""
    quantities = _counted(text)
    values = Counter((quantity.low, quantity.high) for quantity in quantities)
    return {
        (quantity.low, quantity.high): quantity
        for quantity in quantities
        if values[quantity.low, quantity.high] == 1
        and quantity.kind not in ("year", "decade")
        and not _of_time(text, quantity)
    }


def _of_time(text: SaidText, quantity: Quantity) -> bool:
    """Whether it counts years, days or hours."""
    behind = text.words[quantity.end : quantity.end + _NEXT].lstrip()
    units = found(behind, text.language, "time")
    return bool(units) and len(behind[: units[0].start].split()) < 2


def _counted(text: SaidText) -> tuple[Quantity, ...]:
    return tuple(
        quantity
        for quantity in read(text.words, text.language)
        if quantity.kind not in _UNCOUNTED and not (quantity.spelled and quantity.high <= 1)
    )


def _negation(here: SaidText, there: SaidText) -> Iterator[Difference]:
    """A *not* in one of them alone: the other has none, and nothing that can stand for one."""
    if not (cues_of(here.language) and cues_of(there.language)):
        return
    if left_open(here, there):
        return
    mine, theirs = _count(here, "negation"), _count(there, "negation")
    less, more = _count(here, "lack"), _count(there, "lack")
    if len(mine) > len(theirs) and len(more) <= len(less):
        yield Difference("negation", mine[0].words, "")
    elif theirs and not mine and len(less) <= len(more):
        yield Difference("negation", "", theirs[0].words)


def left_open(one: SaidText, other: SaidText) -> bool:
    """Whether either does not rule out what the other holds possible."""
    return any(
        _count(here, "left_open") and _count(there, "possible") for here, there in ((one, other), (other, one))
    )


def _only(here: SaidText, there: SaidText) -> Iterator[Difference]:
    """A number that is said to be small ("only 300") in one of them alone."""
    if cues_of(here.language).lists.get("only") and not _count(here, "only"):
        small = next(small_numbers(there), None)
        if small and supported(small[1], ((here.words, here.language),)).found:
            yield Difference("bound", one_line(small[1].words), f"{small[0].words} {one_line(small[1].words)}")


def small_numbers(text: SaidText) -> Iterator[tuple[Cue, Quantity]]:
    """Each word such as *only* with the number right behind it."""
    for cue in found(text.words, text.language, "only"):
        for quantity in read(text.words, text.language):
            if 0 <= quantity.start - cue.end <= _BESIDE:
                yield cue, quantity


def _count(text: SaidText, name: str) -> tuple[Cue, ...]:
    return found(text.words, text.language, name)

"""What the checks of translations share: how a text differs from the same text in another language."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Literal

from factbook.content.model import LINK
from factbook.evidence.checks.stated_numbers import one_line
from factbook.evidence.cues.lexicon import cues_of, found, rivals_in
from factbook.evidence.numerals import carried, modifier_differs, read, supported
from factbook.evidence.numerals.quantity import PERCENTS
from factbook.evidence.numerals.unit_names import unit_behind
from factbook.evidence.numerals.weekdays import WEEKDAYS, weekdays
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction
    from typing import TypeAlias

    from factbook.evidence.cues.lexicon import Cue
    from factbook.evidence.numerals.quantity import Quantity

    Value: TypeAlias = tuple[Fraction, Fraction]
    Side: TypeAlias = tuple["SaidText", Mapping[Value, Quantity]]

_UNCOUNTED = frozenset({"date", "time", "label", "indefinite", "ordinal"})
"""Kinds that another language may write in another way, or leave to the context."""

_CLAUSES = re.compile("[、，,;；。]")
_BESIDE = 3
"""Characters between a word such as *only* and its number, a sign of currency among them."""
_PHRASE = 3
"""Words before a number in which a preposition makes it part of a phrase of place or time."""
_SPANS = tuple(f"duration-{unit}" for unit in ("minute", "hour", "day", "week", "month"))
"""Measures of time that are no age."""
_SIGNS = " \u00a0$€£¥₽₴₹₩"
"""What may stand between *to* and its number."""
_FEW = 2
"""Words behind a number among which the thing stands that it counts."""
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

    what: Literal["number missing", "bound", "order", "negation", "thing", "weekday"]
    here: str
    there: str


def differences(here: SaidText, there: SaidText) -> Iterator[Difference]:
    """How `here` differs from `there`, by which it is measured: a number, a bound, an order, a *not*."""
    yield from _missing_numbers(here, there)
    yield from _bounds(here, there)
    yield from _order(here, there)
    yield from _negation(here, there)
    yield from _weekday(here, there)
    yield from _only(here, there)
    yield from _rivals(here, there)
    yield from steps(here, there)


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
        if quantity.words.isdecimal() and re.search(rf"(?<![\d.,]){quantity.words}(?![\d.,]\d|\d)", here.words):
            continue  # SS16, Staatsstraße 16
        if not any(carried(reading, ((here.words, here.language),)) for reading in readings):
            yield Difference("number missing", "", one_line(quantity.words))


def _bounds(here: SaidText, there: SaidText) -> Iterator[Difference]:
    for quantity in (*_counted(here), *_parts(here)):
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
    """Two numbers that changed places."""
    yield from list(_other_order(here, there)) or _crossed(here, there) or _times_swapped(here, there)


def _other_order(here: SaidText, there: SaidText) -> Iterator[Difference]:
    """Two numbers that stand in both texts once, and in the other order."""
    mine, theirs = _once(here), _once(there)
    sides = ((here, mine), (there, theirs))
    asides = {value for text, said in sides for value in said if _in_brackets(text, said[value])}
    mine = {value: number for value, number in mine.items() if value not in asides}
    theirs = {value: number for value, number in theirs.items() if value not in asides}
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
            if _keep_units((here, mine), (there, theirs), one, other):
                return
            if _keep_things((here, mine), (there, theirs), one, other):
                return
            if _counted_apart(there, theirs[one], theirs[other]):
                return
            if any(_same_step((here, mine[value]), (there, theirs[value])) for value in (one, other)):
                return
            words = f"{one_line(mine[one].words)} … {one_line(mine[other].words)}"
            yield Difference("order", words, f"{one_line(theirs[other].words)} … {one_line(theirs[one].words)}")
            return


def _in_brackets(text: SaidText, number: Quantity) -> bool:
    """Whether a number stands alone in brackets, as ages do: 男（24）ら3人."""
    before, behind = text.words[: number.start].rstrip()[-1:], text.words[number.end :].lstrip()[:1]
    return before in ("(", "（") and behind in (")", "）") and before != "" and behind != ""


def _crossed(here: SaidText, there: SaidText) -> list[Difference]:
    """Two numbers of which each is in a phrase of place or time in the text where the other is not."""
    if not all("preposition" in cues_of(text.language).lists for text in (here, there)):
        return []
    mine, theirs = _once(here), _once(there)
    shared = [value for value in mine if value in theirs]
    ours = {value for value in shared if _floats(here, mine[value], near=2)}
    original = {value for value in shared if _floats(there, theirs[value], near=2)}
    one, other = ours - original, original - ours
    if not (one and other):
        return []
    first, second = min(one), min(other)
    words = f"{one_line(mine[first].words)} … {one_line(mine[second].words)}"
    return [Difference("order", words, f"{one_line(theirs[second].words)} … {one_line(theirs[first].words)}")]


def _times_swapped(here: SaidText, there: SaidText) -> Iterator[Difference]:
    """A number that counts days or hours in one of them alone, and another that does so in the other alone."""
    times = [
        {
            (number.low, number.high)
            for number in _counted(text)
            if unit_behind(text.words, number.end, text.language).startswith(_SPANS)
        }
        for text in (here, there)
    ]
    values = [{(q.low, q.high): q for q in _counted(text)} for text in (here, there)]
    mine, theirs = (times[0] - times[1]) & values[1].keys(), (times[1] - times[0]) & values[0].keys()
    if mine and theirs:
        one, other = min(mine), min(theirs)
        yield Difference(
            "order",
            f"{one_line(values[0][one].words)} … {one_line(values[0][other].words)}",
            f"{one_line(values[1][other].words)} … {one_line(values[1][one].words)}",
        )


def _keep_units(here: Side, there: Side, one: Value, other: Value) -> bool:
    """Whether two numbers have units of their own in both texts, so that none took the other's place: 31 %, $4 m."""
    units = [(_unit(text, said[one]), _unit(text, said[other])) for text, said in (here, there)]
    return units[0] == units[1] and units[0][0] != units[0][1] if all(map(all, units)) else _shares_unit(*units)


def _shares_unit(mine: tuple[str, str], theirs: tuple[str, str]) -> bool:
    """Whether one of two numbers has a unit in both texts that the other has in neither."""
    return any(mine[at] == theirs[at] != "" and theirs[at] not in (mine[1 - at], theirs[1 - at]) for at in range(2))


def _keep_things(here: Side, there: Side, one: Value, other: Value) -> bool:
    """Whether one of two numbers counts in both texts what the other counts in neither: 33 drones, 33 дрона."""
    for value, rival in ((one, other), (other, one)):
        things = [_things(text, said[value]) - _things(text, said[rival]) for text, said in (here, there)]
        if set.intersection(*things):
            return True
    return False


def _things(text: SaidText, number: Quantity) -> set[tuple[str, str]]:
    """What is said right at a number, of that which has names in every language: drones, the dead."""
    behind = " ".join(re.split(r"\d", _CLAUSES.split(text.words[number.end :])[0])[0].split()[:_FEW])
    if not cues_of(text.language).parted:
        behind = re.split(r"\d", _CLAUSES.split(text.words[: number.start])[-1])[-1] + behind
    return {(group, name) for group, names in rivals_in(behind, text.language).items() for name in names}


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


def _floats(text: SaidText, quantity: Quantity, near: int = _PHRASE) -> bool:
    """Whether it stands in a phrase that languages put at the front or the end: in 2,044 accidents, on Route 90."""
    before = re.split(r"\d|[、，,;；。]|[.!?]\s", text.words[: quantity.start])[-1].split()[-near:]
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


def _parts(text: SaidText) -> Iterator[Quantity]:
    """Halves and thirds, which only their bounds tell apart for sure."""
    return (q for q in read(text.words, text.language) if q.kind == "number" and q.spelled and 0 < q.high < 1)


def _negation(here: SaidText, there: SaidText) -> Iterator[Difference]:
    """A *not* in one of them alone: the other has none, and nothing that can stand for one."""
    if not (cues_of(here.language) and cues_of(there.language)):
        return
    if left_open(here, there):
        return
    mine, theirs = _count(here, "negation"), _count(there, "negation")
    less, more = _lacks(here, mine), _lacks(there, theirs)
    if len(mine) > len(theirs) and len(more) <= len(less):
        yield Difference("negation", mine[0].words, "")
    elif theirs and not mine and len(less) <= len(more):
        yield Difference("negation", "", theirs[0].words)
    elif (denials := _count(there, "denial")) and not (mine or less):
        yield Difference("negation", "", denials[0].words)


_RIVALS = ("direction", "half", "season", "vote", "extreme", "result")
"""Rivals that mean the same in every language that has words for them."""


def _rivals(here: SaidText, there: SaidText) -> Iterator[Difference]:
    """A word of one of them for which the other has a rival only: rose, sank."""
    mine, theirs = (rivals_in(text.words, text.language) for text in (here, there))
    denied = [bool(_count(text, "negation")) for text in (here, there)]
    for group in _RIVALS if denied[0] == denied[1] else ():
        said, original = mine.get(group, {}), theirs.get(group, {})
        if len(said) == len(original) == 1 and said.keys() != original.keys():
            yield Difference("thing", next(iter(said.values())).words, next(iter(original.values())).words)


def _weekday(here: SaidText, there: SaidText) -> Iterator[Difference]:
    """Another day of the week, where each of them names one."""
    mine, theirs = weekdays(here.words, here.language), weekdays(there.words, there.language)
    if mine and theirs and not {*mine} & {*theirs}:
        yield Difference("weekday", WEEKDAYS[mine[0]], WEEKDAYS[theirs[0]])


def _lacks(text: SaidText, negations: tuple[Cue, ...]) -> list[Cue]:
    """What is wanting there, but for the negations themselves: 无 is both."""
    starts = {cue.start for cue in negations}
    return [cue for cue in _count(text, "lack") if cue.start not in starts]


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


def steps(here: SaidText, there: SaidText) -> Iterator[Difference]:
    """A number by which something rises in one of them, and to which it rises in the other."""
    if not all(_changes(text) for text in (here, there)):
        return
    mine, theirs = _once(here), _once(there)
    goals = [
        [value for value, number in numbers.items() if (step := _step(text, number)) and step[0] == "to"]
        for text, numbers in ((here, mine), (there, theirs))
    ]
    if len(goals[0]) == len(goals[1]) == 1 and goals[0] != goals[1] and goals[0][0] in theirs and goals[1][0] in mine:
        words = one_line(mine[goals[0][0]].words), one_line(theirs[goals[1][0]].words)
        yield Difference("order", f"to {words[0]}", f"to {words[1]}")
    for value, number in mine.items():
        if value in theirs:
            one, other = _step(here, number), _step(there, theirs[value])
            if one and other and one[0] != other[0]:
                yield Difference(
                    "thing", f"{one[1]} {one_line(number.words)}", f"{other[1]} {one_line(number.words)}"
                )


def _changes(text: SaidText) -> bool:
    lists = cues_of(text.language).lists
    return "by" in lists and "direction" in rivals_in(text.words, text.language)


def _same_step(here: tuple[SaidText, Quantity], there: tuple[SaidText, Quantity]) -> bool:
    """Whether *to* or *by* stands before a number in both texts: from 560 to 480, to 480 from 560."""
    one, other = _step(*here), _step(*there)
    return one is not None and other is not None and one[0] == other[0]


def _step(text: SaidText, number: Quantity) -> tuple[str, str] | None:
    """Whether *by* or *to* stands right before a number, and the word for it."""
    last = text.words[: number.start].rstrip(_SIGNS).rpartition(" ")[2]
    return next(((name, last) for name in ("by", "to") if found(last, text.language, name)), None)


def small_numbers(text: SaidText) -> Iterator[tuple[Cue, Quantity]]:
    """Each word such as *only* with the number right behind it."""
    for cue in found(text.words, text.language, "only"):
        for quantity in read(text.words, text.language):
            if 0 <= quantity.start - cue.end <= _BESIDE:
                yield cue, quantity


def _count(text: SaidText, name: str) -> tuple[Cue, ...]:
    return found(text.words, text.language, name)

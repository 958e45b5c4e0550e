"""Decides whether a claimed quantity stands in the words of a quote, or in the fact's own dates (evidence rule 2)."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from factbook.evidence.numerals.implied_numbers import implied, months_named
from factbook.evidence.numerals.quantity import UNITS, PartialDate, Quantity, Support
from factbook.evidence.numerals.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Quote = tuple[str, str]
"""The words of a quote and their language."""
FactDate = tuple[date, date, str]
"""First and last day of a date of the fact, and its precision: day, month, year."""

_IDLE_ZEROS = re.compile(r"[.,]000(?!\d)")
_CLOCK = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)(?!\d)")
_COVID = re.compile(
    "covid|coron|koron|корон|ков[иі]д|κορ[οω]ν|κοβιντ|կորոն|կովիդ|კორონ|კოვიდ|קורונ|קוביד|كورون|كوفيد|کورون|کرون|کووید"
    "|कोरोन|कोविड|করোন|কোভিড|ਕੋਰੋਨ|કોરોન|கொரோ|கோவி|కరోన|ಕೊರೊ|കൊറോ|കോവി|コロナ|코로나|新冠|โควิด|โคโรนา",
    re.IGNORECASE,
)
_QUARTERS = re.compile(
    "季度|四半期|분기|квартал|тримес|тромес|quart|trimest|kwarta|ไตรมาส|तिमाही|سہ ماہی|ربع|رباع|רבעונ", re.IGNORECASE
)
_HALF = re.compile(
    "полугоди|півріч|полугодие|полугодия|полугодишн|полугодиш|polugod|半年|上半期|下半期|半期|前半|後半|半数|半數|过半|過半"
    "|상반기|하반기|반기|절반|ครึ่ง|छमाही|ششماہی|نیمه|نیم‌سال|מחצית|ημισ|εξάμην|অর্ধেক",
    re.IGNORECASE,
)
"""Words of which a half is part: the first half of the year."""
_LAST_YEAR = re.compile(
    "last year|previous year|year (?:earlier|before)|(?:letzte|vergangene|vorige)[nsm]? jahr|vorjahr"
    "|dernière|(?:l'an|l’an) (?:dernier|passé)|año (?:pasado|anterior)|anno (?:scorso|precedente)|scorso anno"
    "|ano (?:passado|anterior)|vorig jaar|förra året|i fjor|i fjol|sidste år|viime vuo|ubiegł\\w+ rok|zeszł\\w+ rok"
    "|loň|anul trecut|tavaly|geçen yıl|năm (?:ngoái|trước)|tahun lalu|прошл\\w+ год|минул\\w+ рок|торік|торішн"
    "|миналата година|прошле године|العام الماضي|السنة الماضية|العام المنصرم|العام السابق|سال گذشته|پارسال"
    "|אשתקד|שנה שעברה|पिछले (?:साल|वर्ष)|बीते (?:साल|वर्ष)|گزشتہ سال|গত বছর|গতবছর|πέρ[υσ]|გასულ წ|შარშან"
    "|անցած տար|նախորդ տար|昨年|去年|上年|지난해|작년|전년|ปีก่อน|ปีที่แล้ว|ปีที่ผ่านมา",
    re.IGNORECASE,
)
_PLAIN = frozenset({"number", "year", "money"})
_TENS = frozenset({Fraction(10), Fraction(12), Fraction(20)})
"""Dozens in English are tens in Russian, French or Japanese."""
_ALIKE = frozenset(
    frozenset(pair)
    for pair in (
        ("up-to", "less-than"),
        ("about", "almost"),
        ("about", "just-over"),
        ("almost", "less-than"),
        ("just-over", "more-than"),
    )
)
"""Modifiers of which one language has a word where another has none: `knapp`, `余`, `près de`."""
_OPEN = frozenset({date.min, date.max})
"""Ends of a date that nobody knows."""
_FAR = Fraction(10) ** 60


def supported(claim: Quantity, quotes: Sequence[Quote], dates: Sequence[FactDate] = ()) -> Support:
    """Whether the claim's value stands in a quote or in the dates; if not, the nearest value in the quotes."""
    return carried(claim, quotes, dates) or _nearest(claim, quotes)


def carried(claim: Quantity, quotes: Sequence[Quote], dates: Sequence[FactDate] = ()) -> Support | None:
    """What of the quotes or the dates has the claim's value, if anything has.

    Values must be equal exactly. Modifiers need not be (see `modifier_differs`), but a quantity that has the same
    one comes first; and one end of a range in a quote supports a claim that says which end it is ("up to 10,000"
    from "8,000–10,000").
    """
    found = list(supporting(claim, quotes))
    if found:
        best = next((hit for hit in found if modifier_agrees(claim, hit[1])), found[0])
        return Support(True, best[0], best[1])
    if any(_in_dates(reading, dates) for reading in _readings(claim)):
        return Support(True)
    for index, (words, language) in enumerate(quotes):
        if _is_implied(claim, words, language) or _of_last_year(claim, words, language, dates):
            return Support(True, index)
    return None


def _of_last_year(claim: Quantity, words: str, language: str, dates: Sequence[FactDate]) -> bool:
    """Whether a year, or a month of it, is "last year" as seen from the dates: 2023, in November 2023."""
    if claim.kind == "year":
        year, month = claim.low, None
    elif claim.kind == "date" and claim.dates[0].year and claim.dates[0].day is None:
        year, month = Fraction(claim.dates[0].year), claim.dates[0].month
    else:
        return False
    if claim.is_range or year + 1 not in {day.year for first, last, _ in dates for day in (first, last)}:
        return False
    if _LAST_YEAR.search(words) is None:
        return False
    days = (day for quantity in read(words, language) for day in quantity.dates)
    return month is None or month in months_named(words, language) or any(day.month == month for day in days)


def supporting(claim: Quantity, quotes: Sequence[Quote]) -> Iterator[tuple[int, Quantity]]:
    """Each quantity in the quotes that has the claim's value, with the index of its quote."""
    for index, (words, language) in enumerate(quotes):
        quantities = read(words, language)
        for quantity in quantities:
            for reading in (quantity, *quantity.also):
                if any(_agrees(one, reading) for one in _readings(claim)):
                    yield index, reading
        if claim.is_range and claim.kind != "date" and _both_ends(claim, quantities):
            yield index, claim


def modifier_differs(claim: Quantity, support: Support) -> bool:
    """Whether quotes that have the claim's value all have another modifier; `support` is what `supported` gave.

    A claim whose value stands in no quote agrees: that is another problem, with a code of its own.
    """
    return support.found and support.quantity is not None and not modifier_agrees(claim, support.quantity)


def modifier_agrees(claim: Quantity, quantity: Quantity) -> bool:
    """Whether two quantities of the same value are bounded in the same way; nothing said means exactly."""
    if claim.kind in ("date", "label", "indefinite", "ordinal") or quantity.kind in ("date", "label"):
        return True
    if claim.kind == quantity.kind == "year":
        return True  # "up to 2024" bounds no amount
    said, claimed = quantity.modifier or "exactly", claim.modifier or "exactly"
    if said == claimed or frozenset((said, claimed)) in _ALIKE:
        return True
    if quantity.is_range and not claim.is_range and claim.modifier is not None:
        return True
    if quantity.is_range and claim.is_range and {said, claimed} == {"about", "exactly"}:
        return True  # a range is rough in itself
    if not (quantity.modifier or quantity.modifier_sure):
        return True  # a language whose words for bounds nobody has written down
    return (not quantity.modifier_sure and claimed == "exactly") or (not claim.modifier_sure and said == "exactly")


def _readings(claim: Quantity) -> Iterator[Quantity]:
    """What a claim may mean: its own kind as its language reads it, or another kind of the same words."""
    yield claim
    yield from (reading for reading in claim.also if reading.kind != claim.kind)


def _agrees(claim: Quantity, quantity: Quantity) -> bool:
    if claim.kind == "date":
        return bool(quantity.dates) and _same_date(claim, quantity)
    if quantity.kind == "date":
        return _part_of_date(claim, quantity)
    if claim.kind == "ordinal" and claim.spelled and not quantity.is_range:
        whole = {"number": 1, "percent": 100}.get(quantity.kind)
        if claim.low * quantity.low == whole:
            return True  # "a third oppose it", where only the quote says that it is a part
    if not _same_kind(claim, quantity) or not _same_value(claim, quantity) or not _same_name(claim, quantity):
        return False
    return _has_idle_zeros(quantity) or not _has_idle_zeros(claim)


def _same_name(claim: Quantity, quantity: Quantity) -> bool:
    """Whether two labels of the same digits may be one name: not seats 11A and 11B, B-52 and C-52."""
    if claim.kind != "label" or quantity.kind != "label":
        return True
    one, other = claim.name, quantity.name
    if one.count(".") > 1 or other.count(".") > 1:
        return one == other
    letters = [re.sub(r"[\d.]", "", name) for name in (one, other)]
    return "" in letters or letters[0] == letters[1]


def _has_idle_zeros(quantity: Quantity) -> bool:
    """Whether the sign before three zeros parts decimals here ("1.000" in English): more likely a slip than a one."""
    return "000" in quantity.words and quantity.low < 1000 and _IDLE_ZEROS.search(quantity.words) is not None


def _same_kind(claim: Quantity, quantity: Quantity) -> bool:
    one, other = claim.kind, quantity.kind
    if one in _PLAIN and other in _PLAIN:
        return not (claim.currency and quantity.currency) or claim.currency == quantity.currency
    if one == other:
        return True
    if {one, other} == {"year", "ordinal"}:
        return True  # 2020-го
    if one == "label":
        return other in ("number", "ordinal", "year") and not claim.name[-1:].isalpha()
    if _part_and_percent(claim, quantity):
        return True  # half and 50 percent; `_same_value` weighs them
    if _same_clock(claim, quantity):
        return True
    if one == "decade" and other == "number":
        return _is_age(claim)
    if {one, other} == {"number", "percentage-points"}:
        part = claim if one == "number" else quantity
        return part.spelled and part.low < 1  # una décima is a tenth of a point
    return {one, other} == {"number", "ordinal"} and _dotted(claim, quantity)


def _is_age(claim: Quantity) -> bool:
    """Whether a decade in words may be one of somebody's life: in his sixties."""
    return claim.kind == "decade" and claim.low < 100 and not any(map(str.isdecimal, claim.words))


def _part_and_percent(claim: Quantity, quantity: Quantity) -> bool:
    return claim.kind != quantity.kind and {claim.kind, quantity.kind} == {"number", "percent"}


def _same_clock(claim: Quantity, quantity: Quantity) -> bool:
    """Whether one is a time of day, and the other a number with its digits, which may be one: 15:40, "ok. 15.40"."""
    if {claim.kind, quantity.kind} != {"time", "number"}:
        return False
    time, number = (claim, quantity) if claim.kind == "time" else (quantity, claim)
    clock = _CLOCK.fullmatch(number.words)
    return clock is not None and int(clock[1]) * 60 + int(clock[2]) in (time.low, time.low - 12 * 60)


def _dotted(claim: Quantity, quantity: Quantity) -> bool:
    """Whether the ordinal is digits with a dot, which may as well be a number that ends a sentence."""
    return (claim if claim.kind == "ordinal" else quantity).words.endswith(".")


def _same_value(claim: Quantity, quantity: Quantity) -> bool:
    if _same_clock(claim, quantity):
        return True
    if _part_and_percent(claim, quantity):
        part, percent = (claim, quantity) if claim.kind == "number" else (quantity, claim)
        return 0 < part.low < 1 and (part.low * 100, part.high * 100) == (percent.low, percent.high)
    if _is_age(claim) and quantity.kind == "number":
        return claim.low <= quantity.low < claim.low + 10  # a man of 63 is in his sixties
    if claim.kind == "decade" and min(claim.low, quantity.low) < 100:
        return claim.low % 100 == quantity.low % 100
    if claim.low == quantity.low and claim.high == quantity.high:
        return True
    if claim.kind == "indefinite" and {claim.low, quantity.low} <= _TENS:
        return True
    return quantity.is_range and not claim.is_range and _is_end(claim, quantity)


def _is_end(claim: Quantity, quantity: Quantity) -> bool:
    """Whether a single value names the end of a range that its modifier says."""
    if quantity.loose:
        return claim.low in (quantity.low, quantity.high)
    if claim.kind == quantity.kind == "year":
        return claim.low in (quantity.low, quantity.high)
    if claim.modifier in ("up-to", "less-than", "almost"):
        return claim.low == quantity.high
    return claim.modifier in ("at-least", "more-than", "just-over") and claim.low == quantity.low


def _both_ends(claim: Quantity, quantities: Iterable[Quantity]) -> bool:
    """A loose range ("from 3 to 5") is supported by its ends, wherever they stand; any by "at least 3, at most 5"."""
    ends = [q for q in quantities if not q.is_range and _same_kind(claim, q)]
    if claim.loose:  # "one" may be an article in the quote: da una a tre
        return {claim.low, claim.high} - ({Fraction(1)} if claim.spelled else set()) <= {end.low for end in ends}
    return any(
        (low.low, high.low) == (claim.low, claim.high) and (low.modifier, high.modifier) == ("at-least", "up-to")
        for low, high in pairwise(ends)
    )


def _same_date(claim: Quantity, quantity: Quantity) -> bool:
    return any(_covers(said, claimed) for claimed in claim.dates for said in quantity.dates)


def _covers(said: PartialDate, claimed: PartialDate) -> bool:
    """Every part that is claimed is said; a year that the quote leaves out is left to the fact's dates."""
    return all(
        wanted is None or wanted == given
        for wanted, given in (
            (claimed.year, said.year),
            (claimed.month, said.month),
            (claimed.day, said.day),
        )
    )


def _part_of_date(claim: Quantity, quantity: Quantity) -> bool:
    """A year or a day ("the 5th") may stand inside a date of the quote."""
    if claim.kind == "year":
        return not claim.is_range and any(said.year == claim.low for said in quantity.dates)
    return claim.kind == "ordinal" and any(said.day == claim.low for said in quantity.dates)


def _in_dates(claim: Quantity, dates: Sequence[FactDate]) -> bool:
    if claim.kind == "year":
        years = {day.year for first, last, _ in dates for day in (first, last) if day not in _OPEN}
        return claim.low in years and claim.high in years
    if claim.kind == "date":
        return any(_covers(said, claimed) for claimed in claim.dates for said in _known_days(dates))
    return False


def _known_days(dates: Sequence[FactDate]) -> Iterator[PartialDate]:
    for first, last, precision in dates:
        for day in {first, last} - _OPEN:
            yield PartialDate(
                day.year,
                day.month if precision in ("day", "month") else None,
                day.day if precision == "day" else None,
            )


def _is_implied(claim: Quantity, words: str, language: str) -> bool:
    """A word that means the value without naming it: "a soldier" for one, "beide" for two."""
    if claim.kind == "label":
        return claim.low == 19 and bool(_COVID.match(claim.words) and _COVID.search(words))
    if claim.kind == "number" and claim.low == claim.high == Fraction(1, 2) and _HALF.search(words):
        return True
    if claim.spelled and claim.kind == "number" and claim.low.denominator == 4 and _QUARTERS.search(words):
        return True  # the first three quarters
    if claim.kind == "date" and claim.dates[0].day is None and claim.dates[0].year is None:
        return claim.dates[0].month in months_named(words, language)
    if claim.spelled and claim.low == claim.high == 1 and claim.kind in UNITS:
        return (False, claim.low) in implied(words, language)  # en procentenhet is one percentage point
    if claim.is_range or _has_idle_zeros(claim) or claim.kind not in ("number", "ordinal") or claim.low > 100:
        return False
    return (claim.kind == "ordinal", claim.low) in implied(words, language)


def _nearest(claim: Quantity, quotes: Sequence[Quote]) -> Support:
    best: tuple[Fraction, int, Quantity] | None = None
    for index, (words, language) in enumerate(quotes):
        for quantity in read(words, language):
            distance = _distance(claim, quantity)
            if best is None or distance < best[0]:
                best = (distance, index, quantity)
    return Support(False, best[1], best[2]) if best else Support(False)


def _distance(claim: Quantity, quantity: Quantity) -> Fraction:
    """How far two quantities are apart, in parts of the claim; far when they are of different kinds."""
    if (claim.kind == "date") != (quantity.kind == "date"):
        return _FAR
    if claim.words and claim.words == quantity.words:
        return Fraction(0)  # the same signs read by another language's rules
    apart = abs(claim.low - quantity.low) + abs(claim.high - quantity.high)
    strange = 0 if _same_kind(claim, quantity) else 10
    return apart / max(abs(claim.high), Fraction(1)) + strange

"""Reads one amount with what belongs to it: sign, currency, percent, the mark of an ordinal or a decade."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factbook.evidence.numerals.amount import Amount
from factbook.evidence.numerals.digits import grouped_value
from factbook.evidence.numerals.lexicon import adjoins
from factbook.evidence.numerals.number_words import amount_at
from factbook.evidence.numerals.quantity import Quantity
from factbook.evidence.numerals.tokens import SPACES

if TYPE_CHECKING:
    from factbook.evidence.numerals.lexicon import Phrase
    from factbook.evidence.numerals.quantity import Kind
    from factbook.evidence.numerals.token_stream import Passage
    from factbook.evidence.numerals.tokens import Token

_MARK = re.compile(r"[A-Z]+|[A-Z][a-z]{1,2}")
"""A currency before its amount: USD 5, Rs 15."""
_MINUS = ("-", "−", "\u2011")
_VULGAR = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8"}

_AWAY = ("per", "definite", "article", "range")
"""Words that lead from a number to the unit of another: per dollar, to the dollar."""


class Measure(NamedTuple):
    """An amount with its unit."""

    quantity: Quantity
    after: int
    """Index of the first token behind it."""
    scale: Fraction
    """What its leading number was multiplied by: 1,000,000 in "8 million"."""


def measure_at(passage: Passage, index: int) -> Measure | None:
    """One amount with its sign, currency and percent sign."""
    if index >= len(passage.tokens):
        return None
    percent = passage.find(index, "percent-before")
    inner = _measured_in_percent(passage, index, percent) if percent else None
    if inner is not None:
        start = passage.tokens[index].start
        words = passage.text[start : inner.quantity.end]
        return inner._replace(quantity=replace(inner.quantity, kind="percent", start=start, words=words))
    start, currency, at = _currency_before(passage, index)
    minus = passage.find(at, "minus")
    minus = None if minus and _bounds(passage, at) else minus
    at += len(minus.keys) if minus else 0
    plus = passage.find(at, "plus")
    if plus and at == index and at + 1 < len(passage.tokens) and passage.tokens[at + 1].kind == "num":
        at += 1
    amount = _vulgar(passage, at) or amount_at(passage.tokens, at, passage.lexicon)
    amount = amount and _short_scale(passage, amount, currency)
    if amount is None or (at > index and not _close(passage, at)):
        return None
    negative = minus is not None or (currency and passage.tokens[at].gap.strip() in _MINUS)
    value = -amount.value if negative else amount.value
    start = start if at > index else passage.tokens[amount.first].start
    if _signed(passage, index) or (at > index and not minus and _behind_minus(passage, index)):
        value, start = -abs(value), max(start - 1, 0)
    return _with_unit(passage, amount, value, start, currency)


def _short_scale(passage: Passage, amount: Amount, currency: str) -> Amount:
    """The amount with a short form that scales money alone: $3B, $4MM, 5T dollars."""
    scale = passage.find(amount.after, "money-scale")
    if scale is None or amount.spelled or amount.scale != 1:
        return amount
    behind = _currency_behind(passage, amount.after + 1)[0]
    touches = passage.tokens[amount.after].gap == "" or (behind and passage.tokens[amount.after + 1].gap == "")
    if not (touches and (currency or behind)):
        return amount
    value = amount.value * scale.value
    return replace(amount, value=value, after=amount.after + 1, scale=scale.value, grouped=True)


def _measured_in_percent(passage: Passage, index: int, percent: Phrase) -> Measure | None:
    """The number behind a percent sign that stands in front (Turkish %5); not behind a second such sign."""
    behind = index + len(percent.keys)
    return None if passage.find(behind, "percent-before") else measure_at(passage, behind)


def _bounds(passage: Passage, at: int) -> bool:
    """Whether the word ends a modifier: "moins" in "au moins trois" is no minus."""
    keys = [token.key for token in passage.tokens[max(0, at - 3) : at + 1]]
    return any(" ".join(keys[start:]) in passage.lexicon.before for start in range(len(keys)))


def _close(passage: Passage, at: int) -> bool:
    """Whether nothing but a space, a hyphen or the dot of an abbreviation (Rs. 20) stands before the number."""
    return passage.tokens[at].gap.removeprefix(".").strip(" \u00a0\u202f-−") == ""


def _currency_before(passage: Passage, index: int) -> tuple[int, str, int]:
    """$5, US$5, USD 5: where it starts, its sign, and the index of the number."""
    at = index
    tokens = passage.tokens
    if names_dollar(tokens, at) and passage.lexicon.find(tokens, at, "currency") is None:
        at += 1
    phrase = passage.lexicon.find(tokens, at, "currency")
    if phrase is None or at + len(phrase.keys) >= len(tokens):
        return tokens[index].start, "", index
    parted = tokens[at].kind == "word" and tokens[at + len(phrase.keys)].gap != ""
    if parted and not _MARK.fullmatch(passage.text, tokens[at].start, tokens[at].end):
        return tokens[index].start, "", index
    return tokens[index].start, phrase.sign, at + len(phrase.keys)


def names_dollar(tokens: list[Token], index: int) -> bool:
    """Whether two letters tell which dollar is meant: US$ 15 million, A$3."""
    token = tokens[index]
    if token.kind != "word" or len(token.key) > 2 or index + 1 >= len(tokens):
        return False
    return tokens[index + 1].key == "$" and not tokens[index + 1].gap


def _behind_minus(passage: Passage, index: int) -> bool:
    """Whether the word minus stands before the currency: minus $5."""
    return index > 0 and passage.find(index - 1, "minus") is not None and adjoins(passage.tokens[index])


def _signed(passage: Passage, at: int) -> bool:
    """A minus that touches the digits or their currency and nothing before it: −5, (-5), -$3m, but not 3-5."""
    token = passage.tokens[at]
    gap = token.gap
    if token.kind == "word":
        return False
    if not gap or gap[-1] not in "-−":
        return False
    return (len(gap) > 1 and gap[-2] in " (\u00a0\n") or (len(gap) == 1 and at == 0)


def _vulgar(passage: Passage, index: int) -> Amount | None:
    """½, 2½, 1/2, 1 1/2, and each of them with a scale behind it (2½ million)."""
    amount = _bare_vulgar(passage, index)
    scale = passage.find(amount.after, "times") if amount else None
    if amount is None or scale is None or not adjoins(passage.tokens[amount.after]):
        return amount
    after = amount.after + len(scale.keys)
    return Amount(amount.value * scale.value, index, after, scale=scale.value)


def _bare_vulgar(passage: Passage, index: int) -> Amount | None:
    tokens = passage.tokens
    if index >= len(tokens):
        return None
    sign = _VULGAR.get(passage.text[tokens[index].start : tokens[index].end])
    if sign:
        return Amount(Fraction(sign), index, index + 1, fraction=True)
    if tokens[index].kind != "num" or not tokens[index].key.isdigit() or len(tokens[index].key) > 15:
        return None
    if index + 1 >= len(tokens):
        return None
    behind = tokens[index + 1]
    sign = _VULGAR.get(passage.text[behind.start : behind.end])
    if sign and behind.gap in ("", " "):
        return Amount(int(tokens[index].key) + Fraction(sign), index, index + 2)
    slashed = _slashed(passage, index + 1) if behind.gap == " " and behind.kind == "num" else None
    if slashed:
        return Amount(int(tokens[index].key) + slashed.value, index, slashed.after)
    return _slashed(passage, index)


def _slashed(passage: Passage, index: int) -> Amount | None:
    tokens = passage.tokens
    if index + 2 >= len(tokens) or tokens[index + 1].key != "/" or tokens[index + 2].kind != "num":
        return None
    over, under = tokens[index].key, tokens[index + 2].key
    if not (under.isdigit() and len(under) <= 2 and len(over) <= 2) or tokens[index + 2].gap:
        return None
    if not 0 < int(over) < int(under) <= 10:
        return None
    return Amount(Fraction(int(over), int(under)), index, index + 3, fraction=True)


def _with_unit(passage: Passage, amount: Amount, value: Fraction, start: int, currency: str) -> Measure:
    """The amount as percent, money, ordinal, decade, year or plain number."""
    if small := _hundredths(passage, amount, value, start):
        return small
    kind, currency, after = _unit(passage, amount, currency)
    more, after = _with_cents(passage, kind, after)
    value += more if value >= 0 else -more
    if below := passage.find(after, "minus-after"):
        value, after = -abs(value), after + len(below.keys)
    end = passage.tokens[after - 1].end
    if kind == "ordinal" and not amount.spelled and after == amount.after and passage.text.startswith(".", end):
        end += 1
    words = passage.text[start:end]
    quantity = Quantity(value, value, kind, start, end, words, currency=currency, spelled=amount.spelled)
    return Measure(_with_doubt(passage, amount, quantity), after, amount.scale)


def _with_cents(passage: Passage, kind: Kind, after: int) -> tuple[Fraction, int]:
    """What the 30 of "11 roubles 30 kopecks" adds."""
    if kind != "money" or after >= len(passage.tokens) or not passage.tokens[after].key.isdigit():
        return Fraction(0), after
    small = passage.find(after + 1, "cents")
    if small is None or len(passage.tokens[after].key) > 2 or passage.tokens[after].gap.strip(" .\u00a0"):
        return Fraction(0), after
    return Fraction(int(passage.tokens[after].key), 100), after + 1 + len(small.keys)


def _hundredths(passage: Passage, amount: Amount, value: Fraction, start: int) -> Measure | None:
    """75 basis points are 0.75 percentage points; 75 cents are 0.75 of a currency that is not named."""
    kinds: tuple[tuple[str, Kind], ...] = (("basis-points", "percentage-points"), ("cents", "money"))
    for role, kind in kinds:
        phrase = passage.find(amount.after, role)
        if phrase and not amount.indefinite and adjoins(passage.tokens[amount.after]):
            after = amount.after + len(phrase.keys)
            quantity = passage.quantity(value / 100, value / 100, kind, start, passage.tokens[after - 1].end)
            return Measure(quantity, after, amount.scale)
    return None


def _with_doubt(passage: Passage, amount: Amount, quantity: Quantity) -> Quantity:
    """The quantity with its other readings: a point that may group, columns that look like one number (120 135)."""
    if quantity.kind == "number" and passage.find(amount.after, "index-points"):
        return replace(quantity, also=(replace(quantity, kind="percentage-points"),))
    if amount.spelled:
        return quantity
    if " " in passage.tokens[amount.first].key and passage.lexicon.group not in SPACES:
        parts = [Fraction(part) for part in re.findall(r"\d+", passage.tokens[amount.first].key)]
        columns = () if 0 in parts else tuple(replace(quantity, low=part, high=part) for part in parts)
        return replace(quantity, also=columns)
    if amount.scale != 1 or quantity.kind not in ("number", "money"):
        return quantity
    grouped = grouped_value(passage.tokens[amount.first].key)
    if grouped is None or grouped == abs(quantity.low):
        return quantity
    grouped = -grouped if quantity.low < 0 else grouped
    return replace(quantity, also=(replace(quantity, low=grouped, high=grouped),))


def _unit(passage: Passage, amount: Amount, currency: str) -> tuple[Kind, str, int]:
    after = amount.after
    if amount.indefinite:
        return "indefinite", currency, after
    at = _behind_of_a(passage, after) if amount.fraction else after
    for role, kind in (("points", "percentage-points"), ("percent", "percent")):
        phrase = passage.find(at, role)
        if phrase and adjoins(passage.tokens[at]):
            return kind, "", at + len(phrase.keys)  # type: ignore[return-value]  # both are kinds
    if not currency:
        currency, behind = _currency_behind(passage, at)
        after = behind if currency else after
    if currency:
        return "money", currency, after
    bare = _bare_kind(passage, amount)
    return bare, "", after + 1 if bare == "decade" and passage.find(after, "decade-mark") else after


def _behind_of_a(passage: Passage, at: int) -> int:
    """The index behind "of a": a quarter of a percentage point, half a percent."""
    for role in ("of", "article"):
        phrase = passage.find(at, role)
        at += len(phrase.keys) if phrase and adjoins(passage.tokens[at]) else 0
    return at


def _currency_behind(passage: Passage, after: int) -> tuple[str, int]:
    """5 Euro, 5 million US dollars, 40 U.S. dollars, 5 Millionen US-Dollar."""
    for at in range(after, after + 3):
        if at < len(passage.tokens) and passage.tokens[at].kind == "num":
            break  # that number has its own
        if any(passage.find(at, role) for role in _AWAY):
            break  # 145 je Dollar, 145 to the dollar
        phrase = passage.find(at, "currency")
        if (
            phrase
            and not _touches_number(passage, at + len(phrase.keys))
            and all(_follows(token) for token in passage.tokens[after : at + 1])
        ):
            return phrase.sign, at + len(phrase.keys)
    return "", after


def _touches_number(passage: Passage, at: int) -> bool:
    """Whether a currency is the next number's: 2,300 and Rs350."""
    return at < len(passage.tokens) and passage.tokens[at].kind == "num" and not passage.tokens[at].gap


def _bare_kind(passage: Passage, amount: Amount) -> Kind:
    if amount.ordinal:
        return "ordinal"
    if amount.spelled or amount.fraction:
        return "number"
    return _digits_kind(passage, amount)


def _digits_kind(passage: Passage, amount: Amount) -> Kind:
    after, tokens = amount.after, passage.tokens
    if amount.first and passage.find(amount.first - 1, "ordinal-before") and adjoins(tokens[amount.first]):
        return "ordinal"
    if amount.value % 10 == 0 and amount.value > 9 and _of_decade(passage, amount):
        return "decade"
    if after < len(tokens) and tokens[after].gap in ("", "-") and passage.find(after, "ordinal-mark"):
        return "ordinal"
    if _dotted(passage, amount):
        return "ordinal"
    return "year" if not amount.grouped and 1500 <= amount.value <= 2100 else "number"


def _of_decade(passage: Passage, amount: Amount) -> bool:
    """Whether a word makes ten years of the number: 1980s, 80er, 80. let; lat 80., les années 80."""
    tokens, after, dotted = passage.tokens, amount.after, passage.lexicon.ordinal_dot
    mark = passage.find(after, "decade-mark")
    if mark and tokens[after].gap in (("", "'", "’", "-", ". ") if dotted else ("", "'", "’", "-")):
        return True
    before = amount.value < 100 and amount.first and passage.find(amount.first - 1, "decade-before")
    return bool(before) and adjoins(tokens[amount.first])


def _dotted(passage: Passage, amount: Amount) -> bool:
    """Am 5. Treffen; not the full stop at the end of a sentence that can be seen as one."""
    if not passage.lexicon.ordinal_dot or amount.grouped or amount.value >= 200:
        return False
    if amount.after >= len(passage.tokens):
        return False
    return passage.tokens[amount.after].gap == ". " and passage.tokens[amount.after].kind == "word"


def _follows(token: Token) -> bool:
    """Whether the token comes next, with at most the dot of an abbreviation (Mio. Euro) between."""
    return adjoins(token) or token.gap in (".", ". ", "'", "’")

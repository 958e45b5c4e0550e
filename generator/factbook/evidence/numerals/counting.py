"""Reads digits or number words with the scale words behind them: "two hundred and five thousand", "1,5 Millionen"."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from factbook.evidence.numerals.accumulate import Sum
from factbook.evidence.numerals.amount import Amount
from factbook.evidence.numerals.compound_words import segments
from factbook.evidence.numerals.digits import digits_value
from factbook.evidence.numerals.lexicon import Lexicon, adjoins
from factbook.evidence.numerals.scales_before import scale_before

if TYPE_CHECKING:
    from factbook.evidence.numerals.lexicon import Phrase
    from factbook.evidence.numerals.tokens import Token

_HALF = Fraction(1, 2)


def counted_at(tokens: list[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """Digits or number words, with the scale words behind them."""
    token = tokens[index]
    if token.kind == "num":
        value = digits_value(token.key, lexicon.decimal, lexicon.group)
        return None if value is None else _scaled_digits(tokens, index, value, lexicon)
    if token.kind != "word":
        return None
    if lexicon.scale_first and (scaled := scale_before(tokens, index, lexicon)):
        return scaled
    if part := lexicon.find(tokens, index, "part-before"):
        return _part_more(tokens, index, part, lexicon)
    article = lexicon.find(tokens, index, "article")
    if article:
        scaled = _spelled(tokens, index + 1, lexicon, after_article=True)
        return replace(scaled, first=index) if scaled and adjoins(tokens[index + 1]) else None
    return _spelled(tokens, index, lexicon)


def _part_more(tokens: list[Token], index: int, part: Phrase, lexicon: Lexicon) -> Amount | None:
    """The number behind the word with a part of its unit more: साढ़े तीन हज़ार is 3,500, पौने दो लाख 175,000."""
    at = index + len(part.keys)
    whole = counted_at(tokens, at, lexicon) if at < len(tokens) and adjoins(tokens[at]) else None
    if whole is None:
        return None
    word = lexicon.find(tokens, at, "add")
    if word is None and lexicon.find(tokens, at, "times"):
        return replace(whole, first=index, value=whole.value * (1 + part.value))  # सवा लाख
    count = word.value if word else digits_value(tokens[at].key, lexicon.decimal, lexicon.group)
    return replace(whole, first=index, value=whole.value * (count + part.value) / count) if count else None


def _scaled_digits(tokens: list[Token], index: int, value: Fraction, lexicon: Lexicon) -> Amount:
    """1.5 million, 5bn, 12 Tsd., 2 dozen, 3 and a half million."""
    bare = tokens[index].key.isdigit()
    amount = _power(tokens, Amount(value, index, index + 1, grouped=not bare))
    if not lexicon.knows(tokens, amount.after):
        return amount
    amount = _and_a_half(tokens, amount, lexicon)
    odd = lexicon.find(tokens, amount.after, "roughly")  # 20 с лишним миллиардов
    if odd and lexicon.find(tokens, amount.after + len(odd.keys), "times"):
        amount = replace(amount, after=amount.after + len(odd.keys))
    for role in ("times", "dozen"):
        scale = lexicon.find(tokens, amount.after, role)
        while scale and _scales(tokens[amount.after]):
            factor = scale.value
            amount = replace(
                amount,
                value=amount.value * factor,
                after=amount.after + len(scale.keys),
                scale=amount.scale * factor,
                grouped=True,
            )
            scale = lexicon.find(tokens, amount.after, "times")
    return _with_rest(tokens, _and_a_half(tokens, amount, lexicon), lexicon)


def _power(tokens: list[Token], amount: Amount) -> Amount:
    """The amount with its power of ten: 10⁶, 1e6."""
    at = amount.after
    if at >= len(tokens) or tokens[at].gap or tokens[at].kind != "word" or amount.value.denominator > 10**6:
        return amount
    if amount.value == 10 and tokens[at].key.isdigit() and len(tokens[at].key) == 1:
        return replace(amount, value=Fraction(10 ** int(tokens[at].key)), after=at + 1, grouped=True)
    exponent = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].key == "e" and exponent and not exponent.gap and re.fullmatch(r"\d{1,2}", exponent.key):
        return replace(amount, value=amount.value * 10 ** int(exponent.key), after=at + 2, grouped=True)
    return amount


def _with_rest(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> Amount:
    """The amount with the digits behind its scale word: 5 bin 434, 2 Millionen 500.000, ۱ میلیون و ۵۰۰ هزار."""
    while amount.scale >= 1000 and (rest := _rest_at(tokens, amount, lexicon)):
        if rest.scale > amount.scale and 0 < rest.value / rest.scale < amount.scale and not amount.spelled:
            value = amount.value * rest.scale + rest.value  # 2 हजार 350 करोड़
            return replace(amount, value=value, after=rest.after, scale=rest.scale)
        if not 0 < rest.value < amount.scale or rest.value.denominator != 1:
            break
        amount = replace(amount, value=amount.value + rest.value, after=rest.after, scale=rest.scale)
    return amount


def _rest_at(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> Amount | None:
    """Digits that go on with a number, alone or with a smaller scale; behind "and" where that is usual."""
    at = amount.after
    step = _and(tokens, at, lexicon) if at < len(tokens) else 0
    at += step
    if at >= len(tokens) or tokens[at].kind != "num" or not tokens[at].gap or not adjoins(tokens[at]):
        return None
    value = digits_value(tokens[at].key, lexicon.decimal, lexicon.group)
    if value is None or "-" in tokens[at].gap:
        return None
    rest = Amount(value, at, at + 1)
    scale = lexicon.find(tokens, at + 1, "times")
    if scale and _scales(tokens[at + 1]):
        return replace(rest, value=value * scale.value, after=at + 1 + len(scale.keys), scale=scale.value)
    is_year = tokens[at].key.isdigit() and 1500 <= value <= 2100
    return None if is_year or (step and not (lexicon.and_joins or amount.spelled)) else rest


def _scales(token: Token) -> bool:
    """A short form such as k or m must touch the digits; "5 m" are metres."""
    return token.gap == "" if len(token.key) == 1 and token.key.isascii() else adjoins(token)


def _spelled(tokens: list[Token], index: int, lexicon: Lexicon, *, after_article: bool = False) -> Amount | None:
    number, at, ordinal = Sum(lexicon), index, False
    if after_article and not _begins_scale(tokens, index, lexicon):
        return None
    while at < len(tokens) and tokens[at].kind == "word" and not ordinal:
        if at > index and tokens[at].gap == "-" and tokens[at].key == tokens[at - 1].key:
            at += 1  # दस-दस लाख: ten lakh each
            continue
        step = _and(tokens, at, lexicon) if at > index else 0
        linked = step > 0 or (at > index and _attached(tokens[at], lexicon))
        taken, ordinal = _take(number, tokens, at + step, lexicon, linked=linked, first=at == index)
        if not taken:
            break
        at += step + taken
    if at == index:
        return None
    return _finished(number, tokens, index, at, ordinal, lexicon)


def _begins_scale(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    return any(lexicon.find(tokens, index, role) for role in ("times", "dozen"))


def _finished(number: Sum, tokens: list[Token], index: int, at: int, ordinal: bool, lexicon: Lexicon) -> Amount:
    amount = Amount(number.value, index, at, spelled=True, ordinal=ordinal, scale=number.last_scale or Fraction(1))
    if ordinal:
        return amount
    amount = _with_rest(tokens, _and_a_half(tokens, amount, lexicon), lexicon)
    for role in ("dozen", "times"):
        while (scale := lexicon.find(tokens, amount.after, role)) and adjoins(tokens[amount.after]):
            if amount.value >= scale.value:
                break
            amount = replace(
                amount, value=amount.value * scale.value, after=amount.after + len(scale.keys), scale=scale.value
            )
    return amount


def _and(tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """How many tokens an "and" inside the number takes; 0 where none stands."""
    phrase = lexicon.find(tokens, at, "and")
    return len(phrase.keys) if phrase and adjoins(tokens[at]) else 0


def _attached(token: Token, lexicon: Lexicon) -> bool:
    return bool(lexicon.attached_and) and token.key.startswith(lexicon.attached_and)


def _take(
    number: Sum, tokens: list[Token], at: int, lexicon: Lexicon, *, linked: bool, first: bool
) -> tuple[int, bool]:
    """Takes the word at `at` into the number: how many tokens (0: it does not fit), and is it ordinal now."""
    if at >= len(tokens) or (not first and not adjoins(tokens[at])):
        return 0, False
    word = lexicon.find(tokens, at, "add") or (None if first else lexicon.find(tokens, at, "inside"))
    if word:
        fits = number.add(word.value, linked) or (not linked and number.pair(word.value))
        return (len(word.keys) if fits else 0), False
    if not (linked and number.section is not None) and (word := lexicon.find(tokens, at, "times")):
        return (len(word.keys) if _may_scale(tokens[at], first) and number.times(word.value) else 0), False
    if word := lexicon.find(tokens, at, "ordinal"):
        fits = number.add(word.value, linked)
        return (len(word.keys) if fits else 0), fits
    if first and (word := lexicon.find(tokens, at, "dozen")):
        return (len(word.keys) if number.add(word.value, linked) else 0), False
    return _take_glued(number, tokens[at], lexicon, linked, first)


def _may_scale(token: Token, first: bool) -> bool:
    """A short form (k, m, Mio.) scales digits and words before it; it is no number on its own."""
    return not first or len(token.key) > 2


def _take_glued(number: Sum, token: Token, lexicon: Lexicon, linked: bool, first: bool) -> tuple[int, bool]:
    key = token.key
    if not first and _attached(token, lexicon):
        return _take_attached(number, key[len(lexicon.attached_and) :], lexicon)
    if not lexicon.glued:
        return 0, False
    parts = segments(key, lexicon)
    if parts is None or (not first and parts.suffix):
        return 0, False
    section, total, scale = number.section, number.total, number.last_scale
    for role, value in parts.steps:
        if not (number.add(value, linked=True) if role == "add" else number.times(value)):
            number.section, number.total, number.last_scale = section, total, scale
            return 0, False
    return 1, parts.ordinal


def _take_attached(number: Sum, key: str, lexicon: Lexicon) -> tuple[int, bool]:
    for phrase in lexicon.phrases.get(key, ()):
        if len(phrase.keys) > 1 or phrase.role not in ("add", "times", "ordinal"):
            continue
        fits = number.times(phrase.value) if phrase.role == "times" else number.add(phrase.value, linked=True)
        if fits:
            return 1, phrase.role == "ordinal"
    return 0, False


def _and_a_half(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> Amount:
    """Two and a half (million); a million and a half."""
    half = lexicon.find(tokens, amount.after, "half-after")
    if half is not None and adjoins(tokens[amount.after]):
        return replace(amount, value=amount.value + _HALF * amount.scale, after=amount.after + len(half.keys))
    unit = lexicon.find(tokens, amount.after, "of-time") or lexicon.find(tokens, amount.after, "half-unit")
    if unit:  # trois ans et demi
        at = amount.after + len(unit.keys)
        half = lexicon.find(tokens, at, "half-after")
        if half is not None and amount.value.denominator == 1 and all(map(adjoins, tokens[amount.after : at + 1])):
            return replace(amount, value=amount.value + _HALF, after=at + len(half.keys))
    return _and_a_part(tokens, amount, lexicon)


def _and_a_part(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> Amount:
    """Two and a quarter (million); one and three quarters."""
    joint = lexicon.find(tokens, amount.after, "and")
    at = amount.after + (len(joint.keys) if joint else 0)
    if joint is None or at + 1 >= len(tokens) or not all(adjoins(token) for token in tokens[amount.after : at + 2]):
        return amount
    count = lexicon.find(tokens, at, "add")
    if count is None and not lexicon.find(tokens, at, "article"):
        return amount
    part = lexicon.find(tokens, at + 1, "part") or lexicon.find(tokens, at + 1, "fraction")
    if part is None or part.value >= 1 or (count is not None and count.value * part.value >= 1):
        return amount
    if lexicon.find(tokens, at + 1 + len(part.keys), "of"):
        return amount  # "two and a third of the others" are two things
    value = (count.value if count else 1) * part.value
    return replace(amount, value=amount.value + value * amount.scale, after=at + 1 + len(part.keys))

"""Reads one number in words or digits: counted, as a fraction ("half a dozen"), or indefinite ("thousands")."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from factbook.evidence.numerals.amount import Amount
from factbook.evidence.numerals.counting import counted_at
from factbook.evidence.numerals.lexicon import Lexicon, Phrase, adjoins

if TYPE_CHECKING:
    from factbook.evidence.numerals.tokens import Token


_POWERS = frozenset(Fraction(10) ** power for power in range(2, 10))


def amount_at(tokens: list[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """The number that begins at this token, as long as its words go on; nothing when there is none."""
    if index >= len(tokens):
        return None
    if not lexicon.knows(tokens, index):
        return counted_at(tokens, index, lexicon)
    return (
        _indefinite(tokens, index, lexicon) or _fraction(tokens, index, lexicon) or counted_at(tokens, index, lexicon)
    )


def _indefinite(tokens: list[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """Thousands, tens of thousands, several hundred, mehrere Dutzend."""
    vague = lexicon.find(tokens, index, "vague")
    if vague:
        after = _skip(tokens, index + len(vague.keys), lexicon, "article")
        scale = next(
            (
                lexicon.find(tokens, after, role)
                for role in ("times", "dozen", "plural")
                if lexicon.find(tokens, after, role)
            ),
            None,
        )
        if scale is None:
            return _vague_power(tokens, index, after, lexicon)
        if not adjoins(tokens[after]):
            return None
        first = Amount(scale.value, index, after + len(scale.keys), spelled=True, indefinite=True)
        return _more_plurals(tokens, first, lexicon)
    plural = lexicon.find(tokens, index, "plural")
    if plural is None or (_bounded(tokens, index, lexicon) and lexicon.find(tokens, index, "times")):
        return None
    first = Amount(plural.value, index, index + len(plural.keys), spelled=True, indefinite=True)
    whole = _more_plurals(tokens, first, lexicon)
    return whole


def _vague_power(tokens: list[Token], index: int, after: int, lexicon: Lexicon) -> Amount | None:
    """Several of a power of ten that is one word: mehrere zehntausend are tens of thousands."""
    amount = counted_at(tokens, after, lexicon) if after < len(tokens) else None
    if amount is None or not amount.spelled or amount.value not in _POWERS:
        return None
    return replace(amount, first=index, indefinite=True)


def _bounded(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a modifier stands before: "более тысячи" is more than a thousand, "тысячи" are thousands."""
    words = [token.key for token in tokens[max(0, index - 3) : index]]
    return any(" ".join(words[start:]) in lexicon.before for start in range(len(words)))


def _more_plurals(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> Amount:
    """The rest of "hundreds of thousands"."""
    after = _skip(tokens, amount.after, lexicon, "of")
    plural = lexicon.find(tokens, after, "plural") or lexicon.find(tokens, after, "times")
    if plural is None or not adjoins(tokens[after]) or plural.value < 100:
        return amount
    return replace(amount, value=amount.value * plural.value, after=after + len(plural.keys))


def _fraction(tokens: list[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """Half, a quarter of, two thirds, drei Viertel, half a million, eine halbe Million."""
    if whole := _ordinal_part(tokens, index, lexicon):
        return whole
    named = lexicon.find(tokens, index, "fraction")
    count, at = (Fraction(1), index) if named else _fraction_count(tokens, index, lexicon)
    if at > index and lexicon.find(tokens, at, "stop"):
        return None
    part = lexicon.find(tokens, at, "fraction")
    if part is None:
        part = lexicon.find(tokens, at, "part")
    if part is None or (at > index and not adjoins(tokens[at])):
        return None
    amount = Amount(count * part.value, index, at + len(part.keys), spelled=True, fraction=True)
    scaled = _of_scale(tokens, amount, lexicon)
    if scaled is amount and part.role == "part" and (at == index or not _is_part(tokens, at, part, count, lexicon)):
        return None
    return scaled


def _ordinal_part(tokens: list[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """Пятая часть is a fifth, две пятых are two."""
    count = lexicon.find(tokens, index, "add")
    at = index + (len(count.keys) if count else 0)
    ordinal = lexicon.find(tokens, at, "ordinal")
    if ordinal is None or ordinal.value < 3 or (count and not adjoins(tokens[at])):
        return None
    after = at + len(ordinal.keys)
    word = lexicon.find(tokens, after, "part-word") if after < len(tokens) and adjoins(tokens[after]) else None
    if word is None and not (count and tokens[at].key.endswith("ых") and count.value < ordinal.value):
        return None
    value = (count.value if count else 1) / ordinal.value
    return Amount(value, index, after + (len(word.keys) if word else 0), spelled=True, fraction=True)


def _fraction_count(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[Fraction, int]:
    article = lexicon.find(tokens, index, "article")
    if article:
        return Fraction(1), index + 1
    word = lexicon.find(tokens, index, "add")
    if word and 1 <= word.value < 100:
        return word.value, index + len(word.keys)
    return Fraction(1), index


def _is_part(tokens: list[Token], at: int, part: Phrase, count: Fraction, lexicon: Lexicon) -> bool:
    """Whether "third" is a part: two thirds, a third of, about a quarter; not "a third country"."""
    after = at + len(part.keys)
    counted = count > 1 or not lexicon.find(tokens, at - 1, "article")
    measured = any(lexicon.find(tokens, after, role) for role in ("of", "percent", "points"))
    by = at > 1 and lexicon.find(tokens, at - 2, "from") is not None
    return counted or measured or by or _bounded(tokens, at - 1, lexicon)


def _of_scale(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> Amount:
    after = _skip(tokens, amount.after, lexicon, "of")
    after = _skip(tokens, after, lexicon, "article")
    for role in ("times", "dozen"):
        scale = lexicon.find(tokens, after, role)
        if scale and adjoins(tokens[after]) and (scale.value >= 1000 or role == "dozen" or amount.value > 1):
            value = amount.value * scale.value
            scaled = replace(amount, value=value, after=after + len(scale.keys), fraction=False, scale=scale.value)
            return _of_scale(tokens, scaled, lexicon) if scale.value >= 1000 else scaled
    return amount


def _skip(tokens: list[Token], index: int, lexicon: Lexicon, role: str) -> int:
    phrase = lexicon.find(tokens, index, role)
    return index + len(phrase.keys) if phrase else index

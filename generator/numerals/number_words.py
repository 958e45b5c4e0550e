"""Adds up the words of one number: "two hundred and five thousand", "1,5 Millionen", "half a dozen"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.numerals.digits import digits_value
from generator.numerals.glued_words import segments
from generator.numerals.lexicon import Lexicon, Phrase, adjoins

if TYPE_CHECKING:
    from generator.numerals.tokens import Token

_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number's value and the tokens it takes."""

    value: Fraction
    first: int
    after: int
    """Index of the first token behind it."""
    spelled: bool = False
    indefinite: bool = False
    ordinal: bool = False
    fraction: bool = False
    scale: Fraction = Fraction(1)
    """What the leading digits were multiplied by: 1,000,000 in "8 million"."""
    grouped: bool = True
    """False for bare digits, which may be a year."""


def amount_at(tokens: list[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """The number that begins at this token, as long as its words go on; nothing when there is none."""
    if index >= len(tokens):
        return None
    return (
        _indefinite(tokens, index, lexicon) or _fraction(tokens, index, lexicon) or _counted(tokens, index, lexicon)
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
        if scale is None or not adjoins(tokens[after]):
            return None
        first = Amount(scale.value, index, after + len(scale.keys), spelled=True, indefinite=True)
        return _more_plurals(tokens, first, lexicon)
    plural = lexicon.find(tokens, index, "plural")
    if plural is None or (_bounded(tokens, index, lexicon) and lexicon.find(tokens, index, "times")):
        return None
    first = Amount(plural.value, index, index + len(plural.keys), spelled=True, indefinite=True)
    whole = _more_plurals(tokens, first, lexicon)
    return whole


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
    count, at = _fraction_count(tokens, index, lexicon)
    if at > index and lexicon.find(tokens, at, "stop"):
        return None
    part = lexicon.find(tokens, at, "fraction")
    if part is None:
        part = lexicon.find(tokens, at, "part")
        if part is None or at == index or not _is_part(tokens, at, part, count, lexicon):
            return None
    if at > index and not adjoins(tokens[at]):
        return None
    amount = Amount(count * part.value, index, at + len(part.keys), spelled=True, fraction=True)
    return _of_scale(tokens, amount, lexicon)


def _fraction_count(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[Fraction, int]:
    article = lexicon.find(tokens, index, "article")
    if article:
        return Fraction(1), index + 1
    word = lexicon.find(tokens, index, "add")
    if word and 1 <= word.value < 100:
        return word.value, index + len(word.keys)
    return Fraction(1), index


def _is_part(tokens: list[Token], at: int, part: Phrase, count: Fraction, lexicon: Lexicon) -> bool:
    """Whether "third" is a part here: "two thirds", "a third of"; not "a third country"."""
    counted = count > 1 or not lexicon.find(tokens, at - 1, "article")
    return counted or lexicon.find(tokens, at + len(part.keys), "of") is not None


def _of_scale(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> Amount:
    after = _skip(tokens, amount.after, lexicon, "of")
    after = _skip(tokens, after, lexicon, "article")
    for role in ("times", "dozen"):
        scale = lexicon.find(tokens, after, role)
        if scale and adjoins(tokens[after]) and (scale.value >= 1000 or role == "dozen"):
            value = amount.value * scale.value
            return replace(amount, value=value, after=after + len(scale.keys), fraction=False, scale=scale.value)
    return amount


def _skip(tokens: list[Token], index: int, lexicon: Lexicon, role: str) -> int:
    phrase = lexicon.find(tokens, index, role)
    return index + len(phrase.keys) if phrase else index


class _Sum:
    """A number while its words are being added."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.total = Fraction(0)
        self.section: Fraction | None = None
        self.last_scale: Fraction | None = None
        self.units_first = lexicon.units_first
        self.ten_takes_units = lexicon.ten_takes_units
        self.pairs_of_years = lexicon.pairs_of_years

    @property
    def value(self) -> Fraction:
        return self.total + (self.section or 0)

    def add(self, value: Fraction, linked: bool) -> bool:
        if not self._fits(value, linked):
            return False
        self.section = (self.section or Fraction(0)) + value
        return True

    def _fits(self, value: Fraction, linked: bool) -> bool:
        section = self.section
        if section is None:
            return self.last_scale is None or value < self.last_scale
        if section == 0 or value == 0 or section.denominator != 1 or value.denominator != 1:
            return False
        if value < 10:
            return section % 10 == 0 and (self.ten_takes_units or section % 100 != 10)
        if value < 100:
            units_first = linked and self.units_first and value % 10 == 0 and 0 < section % 100 < 10
            return section % 100 == 0 or units_first
        return section % 1000 == 0 and section > 0

    def pair(self, value: Fraction) -> bool:
        """Twenty | twenty-four, nineteen | eighty-four."""
        section = self.section
        if not self.pairs_of_years or self.total or section is None or not 10 <= value < 100:
            return False
        if section not in (17, 18, 19, 20):
            return False
        self.section = section * 100 + value
        return True

    def times(self, value: Fraction) -> bool:
        if value < 1000:
            return self._hundreds(value)
        if self.section is None and self.total == 0:
            self.total = value
        elif self.last_scale is None or value < self.last_scale:
            self.total += (self.section if self.section is not None else Fraction(1)) * value
        elif value > self.last_scale and (self.section is None or self.total):
            self.total = (self.total + (self.section or 0)) * value
        else:
            return False
        self.section, self.last_scale = None, value
        return True

    def _hundreds(self, value: Fraction) -> bool:
        if self.section is None:
            self.section = value
            return self.last_scale is None or self.last_scale > value
        if self.section == 0 or self.section >= value:
            return False
        self.section *= value
        return True


def _counted(tokens: list[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """Digits or number words, with the scale words behind them."""
    token = tokens[index]
    if token.kind == "num":
        value = digits_value(token.key, lexicon.decimal, lexicon.group)
        return None if value is None else _scaled_digits(tokens, index, value, lexicon)
    if token.kind != "word":
        return None
    article = lexicon.find(tokens, index, "article")
    if article:
        scaled = _spelled(tokens, index + 1, lexicon, after_article=True)
        return replace(scaled, first=index) if scaled and adjoins(tokens[index + 1]) else None
    return _spelled(tokens, index, lexicon)


def _scaled_digits(tokens: list[Token], index: int, value: Fraction, lexicon: Lexicon) -> Amount:
    """1.5 million, 5bn, 12 Tsd., 2 dozen, 3 and a half million."""
    bare = tokens[index].key.isdigit()
    amount = Amount(value, index, index + 1, grouped=not bare)
    amount = _and_a_half(tokens, amount, lexicon)
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
    return _and_a_half(tokens, amount, lexicon)


def _scales(token: Token) -> bool:
    """A short form such as k or m must touch the digits; "5 m" are metres."""
    return token.gap == "" if len(token.key) == 1 and token.key.isascii() else adjoins(token)


def _spelled(tokens: list[Token], index: int, lexicon: Lexicon, *, after_article: bool = False) -> Amount | None:
    number, at, ordinal = _Sum(lexicon), index, False
    if after_article and not _begins_scale(tokens, index, lexicon):
        return None
    while at < len(tokens) and tokens[at].kind == "word" and not ordinal:
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


def _finished(number: _Sum, tokens: list[Token], index: int, at: int, ordinal: bool, lexicon: Lexicon) -> Amount:
    amount = Amount(number.value, index, at, spelled=True, ordinal=ordinal, scale=number.last_scale or Fraction(1))
    if ordinal:
        return amount
    amount = _and_a_half(tokens, amount, lexicon)
    for role in ("dozen", "times"):
        scale = lexicon.find(tokens, amount.after, role)
        if scale and adjoins(tokens[amount.after]) and amount.value < scale.value:
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
    number: _Sum, tokens: list[Token], at: int, lexicon: Lexicon, *, linked: bool, first: bool
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


def _take_glued(number: _Sum, token: Token, lexicon: Lexicon, linked: bool, first: bool) -> tuple[int, bool]:
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


def _take_attached(number: _Sum, key: str, lexicon: Lexicon) -> tuple[int, bool]:
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
    if half is None or not adjoins(tokens[amount.after]):
        return amount
    return replace(amount, value=amount.value + _HALF * amount.scale, after=amount.after + len(half.keys))

"""Reads numbers whose scale words stand before what they count: Swahili elfu hamsini na nne, milioni 3."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from factbook.evidence.numerals.amount import Amount
from factbook.evidence.numerals.digits import digits_value
from factbook.evidence.numerals.lexicon import adjoins

if TYPE_CHECKING:
    from factbook.evidence.numerals.lexicon import Lexicon
    from factbook.evidence.numerals.tokens import Token

_HUNDRED = 100


def scale_before(tokens: list[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """The number that begins with a scale word at the token; nothing where none stands or nothing follows it."""
    total, last, after = Fraction(0), None, index
    at = index
    while (scale := lexicon.find(tokens, at, "times")) and (last is None or scale.value < last):
        count, behind = _count(tokens, at + len(scale.keys), lexicon, scale.value)
        if count is None:
            break
        total, last, after = total + scale.value * count, scale.value, behind
        at = _behind_and(tokens, after, lexicon)
    if last is None:
        return None
    rest, behind = _below_hundred(tokens, at, lexicon)
    after = after if rest is None else behind
    spelled = all(token.kind == "word" for token in tokens[index:after])
    return Amount(total + (rest or 0), index, after, spelled=spelled, scale=last)


def _count(tokens: list[Token], at: int, lexicon: Lexicon, scale: Fraction) -> tuple[Fraction | None, int]:
    """What a scale word counts: one unit behind a hundred, any number below a thousand behind the others."""
    if at >= len(tokens) or not adjoins(tokens[at]):
        return None, at
    if tokens[at].kind == "num":
        return digits_value(tokens[at].key, lexicon.decimal, lexicon.group), at + 1
    if scale == _HUNDRED:
        unit = lexicon.find(tokens, at, "add")
        return (unit.value, at + len(unit.keys)) if unit and unit.value < 10 else (None, at)
    hundred = lexicon.find(tokens, at, "times")
    if hundred is None or hundred.value != _HUNDRED:
        return _below_hundred(tokens, at, lexicon)
    hundreds, after = _count(tokens, at + len(hundred.keys), lexicon, hundred.value)
    if hundreds is None:
        return None, at
    rest, end = _below_hundred(tokens, _behind_and(tokens, after, lexicon), lexicon)
    return hundreds * _HUNDRED + (rest or 0), after if rest is None else end


def _below_hundred(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[Fraction | None, int]:
    """Tens and a unit, or either."""
    word = lexicon.find(tokens, at, "add")
    if word is None or not adjoins(tokens[at]):
        return None, at
    after = at + len(word.keys)
    unit = lexicon.find(tokens, _behind_and(tokens, after, lexicon), "add")
    if word.value < 10 or word.value % 10 or unit is None or not 0 < unit.value < 10:
        return word.value, after
    return word.value + unit.value, _behind_and(tokens, after, lexicon) + len(unit.keys)


def _behind_and(tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    joint = lexicon.find(tokens, at, "and")
    return at + len(joint.keys) if joint and adjoins(tokens[at]) else at

"""Reads a literal of digits by the separators of its language: 12.000 is twelve thousand in German only."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

_PARTS = re.compile(r"(\d+)")
_ALWAYS_GROUP = frozenset(" \u00a0\u202f\u2009\u2007'’٬，")
_ALWAYS_DECIMAL = frozenset("٫")


@lru_cache(maxsize=4096)
def digits_value(literal: str, decimal: str, group: str) -> Fraction | None:
    """The value of `literal` (digits of any script, separators inside), or nothing when it is no number.

    `decimal` and `group` are the language's own signs. A sign in the other role is accepted only where the
    digits leave no doubt: 12.5 in German, 1.234,5 in English; a version like 1.2.3 is no number.
    """
    if literal.isascii() and literal.isdigit():
        return Fraction(int(literal)) if len(literal) <= 40 else None
    pieces = _PARTS.split(literal)
    runs = [_ascii(run) for run in pieces[1::2]]
    separators = pieces[2:-1:2]
    if not separators:
        return Fraction(int(runs[0])) if len(runs[0]) <= 40 else None
    if sum(map(len, runs)) > 60:
        return None
    return _separated(runs, separators, decimal, group)


_UNSURE = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")


def grouped_value(literal: str) -> Fraction | None:
    """What `literal` is if its one separator groups thousands, as half of the world has it: 20.000, 1,234.

    Nothing where that cannot be: 0.125, 12.5. Agencies use the separators of their own style in any language.
    """
    return Fraction(int(re.sub("[.,]", "", literal))) if _UNSURE.fullmatch(literal) else None


def _ascii(run: str) -> str:
    return run if run.isascii() else "".join(str(int(sign)) for sign in run)


def _separated(runs: list[str], separators: list[str], decimal: str, group: str) -> Fraction | None:
    last = separators[-1]
    kinds = len(set(separators))
    if kinds > 2:
        return None
    if kinds == 2:
        if separators.count(last) > 1 or last in _ALWAYS_GROUP or not _grouped(runs[:-1]):
            return None
        return _decimal(runs[:-1], runs[-1])
    if len(separators) > 1:
        return _decimal(runs, "") if _grouped(runs) and last not in _ALWAYS_DECIMAL else None
    if last in _ALWAYS_GROUP or (last == group and last != decimal):
        if _grouped(runs):
            return _decimal(runs, "")
        return _decimal(runs[:1], runs[1]) if last in ".," else None
    return _decimal(runs[:1], runs[1])


def _grouped(runs: list[str]) -> bool:
    """Thousands (12,000,000) or lakhs and crores (1,20,00,000)."""
    if len(runs) == 1:
        return True
    first, *middle, final = runs
    if first.startswith("0") or len(final) != 3 or not 1 <= len(first) <= 3:
        return False
    widths = {len(run) for run in middle}
    return widths <= {3} or (widths == {2} and len(first) <= 2)


def _decimal(whole: list[str], part: str) -> Fraction:
    if not part:
        return Fraction(int("".join(whole)))
    return Fraction(int("".join(whole) + part), 10 ** len(part))

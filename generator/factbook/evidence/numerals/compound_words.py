"""Takes number words apart that are written as one word: zweihundertfünfzigtausend, duecentomila, dreitägig."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from factbook.evidence.numerals.lexicon import lexicon_of
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from factbook.evidence.numerals.lexicon import Lexicon

_LONGEST = 100
Step = tuple[str, Fraction]


@frozen
class Segments:
    """The parts of a glued number word, tens before units."""

    steps: tuple[Step, ...]
    ordinal: bool = False
    suffix: str = ""


def is_compound(word: str, lexicon: Lexicon) -> bool:
    """Whether a folded word is made of number words."""
    return segments(word, lexicon) is not None


def segments(word: str, lexicon: Lexicon) -> Segments | None:
    """The parts of the word, or nothing when it is not made of number words."""
    if len(word) > _LONGEST or word[:2] not in lexicon.glued:
        return None
    return _segments(word, lexicon.language)


@lru_cache(maxsize=64)
def _morphemes_of(language: str) -> dict[str, Step]:
    lexicon = lexicon_of(language)
    table: dict[str, Step] = {}
    for key, phrases in lexicon.phrases.items():
        for phrase in phrases:
            if len(phrase.keys) == 1 and phrase.role in ("glue", "add", "times", "glue-and"):
                if phrase.value >= 1_000_000 or phrase.value.denominator != 1:
                    continue
                table.setdefault(key, ("add" if phrase.role == "glue" else phrase.role, phrase.value))
    return table


@lru_cache(maxsize=16384)
def _segments(word: str, language: str) -> Segments | None:
    lexicon = lexicon_of(language)
    table = _morphemes_of(language)
    for steps, rest in _splits(word, table):
        if not rest and len(steps) > 1:
            return Segments(tuple(_tens_first(steps)))
        if rest in _ordinal_endings(lexicon) and _value_known(steps):
            return Segments(tuple(_tens_first(steps)), ordinal=True)
        if rest and _counts(steps) and any(rest.startswith(suffix) for suffix in lexicon.suffixes):
            return Segments(tuple(_tens_first(steps)), suffix=rest)
    return None


def _splits(word: str, table: dict[str, Step]) -> list[tuple[list[Step], str]]:
    """All ways to take number words off the front of the word, longest first."""
    found: list[tuple[list[Step], str]] = []

    def take(at: int, steps: list[Step]) -> None:
        for length in range(min(len(word) - at, 14), 0, -1):
            step = table.get(word[at : at + length])
            if step is not None and len(steps) < 12 and (length > 1 or step[0] == "glue-and"):
                take(at + length, [*steps, step])
        if steps and steps[-1][0] != "glue-and" and len(found) < 64:
            found.append((steps, word[at:]))

    take(0, [])
    return sorted(found, key=lambda split: len(split[1]))


def _ordinal_endings(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(
        key
        for key, found in lexicon.phrases.items()
        for phrase in found
        if phrase.role == "glue-ordinal" and len(phrase.keys) == 1
    )


def _value_known(steps: list[Step]) -> bool:
    return bool(steps) and sum(value for role, value in steps if role == "add") + len(steps) > 2


def _counts(steps: list[Step]) -> bool:
    """More than one: einmal and einseitig count nothing."""
    return not (len(steps) == 1 and steps[0][1] <= 1)


def _tens_first(steps: list[Step]) -> list[Step]:
    """Turns drei-und-zwanzig into zwanzig, drei, and drops the "and"."""
    ordered: list[Step] = []
    index = 0
    while index < len(steps):
        if _is_unit_and_ten(steps, index):
            ordered += [steps[index + 2], steps[index]]
            index += 3
        else:
            if steps[index][0] != "glue-and":
                ordered.append(steps[index])
            index += 1
    return ordered


def _is_unit_and_ten(steps: list[Step], index: int) -> bool:
    if index + 2 >= len(steps) or steps[index + 1][0] != "glue-and":
        return False
    return steps[index][1] < 10 <= steps[index + 2][1] < 100 and steps[index + 2][0] == "add"

"""What the checks of counted things share: the words before and behind a number, as far as the next one."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from factbook.evidence.checks.statement_and_quotes import SENTENCE_END
from factbook.evidence.cues.lexicon import cues_of, found, rivals_in
from factbook.evidence.numerals import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction
    from typing import TypeAlias

    from factbook.evidence.checks.two_languages import SaidText
    from factbook.evidence.numerals.quantity import Quantity

    Value: TypeAlias = tuple[Fraction, Fraction]

_COMMA = re.compile("[,،、，(–—]")
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE, _BEHIND, _FAR = 30, 40, 60
"""Characters in which the neighbours of a number stand, and what it counts."""
_MANY, _SHORTEST, _SHORT = 5, 4, 3
"""Words behind a number among which its noun stands; letters of a noun that ends a compound (Wohn-häuser), and those
of words that are too short to be one."""
_PARTS = frozenset(("of", "von", "them", "whom", "which", "ihnen", "denen", "davon"))
"""Small words between a measure and what it measures: tonnes of fuel."""
_UNPAIRED = frozenset({"date", "time", "label", "indefinite", "ordinal", "year", "decade"})


def numbers_once(text: SaidText) -> dict[Value, Quantity]:
    """By value, in order, the numbers that stand in a text once."""
    quantities = [quantity for quantity in read(text.words, text.language) if quantity.kind not in _UNPAIRED]
    times = Counter((quantity.low, quantity.high) for quantity in quantities)
    return {(q.low, q.high): q for q in quantities if times[q.low, q.high] == 1}


def before(text: SaidText, numbers: Mapping[Value, Quantity], number: Quantity, far: int = _BEFORE) -> str:
    """The words before a number, from the last number or the beginning of its sentence."""
    start = max((other.end for other in numbers.values() if other.end <= number.start), default=0)
    return SENTENCE_END.split(text.words[max(start, number.start - far) : number.start])[-1]


def behind(text: SaidText, numbers: Mapping[Value, Quantity], number: Quantity, far: int = _BEHIND) -> str:
    """The words behind a number, to the next number or the end of its sentence."""
    following = (other.start for other in numbers.values() if other.start >= number.end)
    end = next((start for start in following if not _is_part_of(text, number.end, start)), len(text.words))
    return SENTENCE_END.split(text.words[number.end : min(end, number.end + far)])[0]


def _is_part_of(text: SaidText, start: int, end: int) -> bool:
    """Whether the words between two numbers make a part of the second of the first: three of the four people."""
    between = text.words[start:end]
    of = found(between, text.language, "out_of")
    return bool(of) and between[: of[0].start].isspace()


def counted(text: SaidText, numbers: Mapping[Value, Quantity], number: Quantity) -> str:
    """The words right behind a number that say what it counts, to a comma or an *and*."""
    words = _COMMA.split(behind(text, numbers, number, _FAR))[0]
    also = found(words, text.language, "also")
    return words[: also[0].start] if also else words


def other_things(here: SaidText, there: SaidText) -> Iterator[tuple[str, str]]:
    """What `here` counts by a number that counts something else `there`: 14 cattle, 14 people."""
    if not (cues_of(here.language).counted and cues_of(there.language).counted):
        return
    theirs = numbers_once(there)
    things = {value: thing for value, number in theirs.items() if (thing := _thing(there, theirs, number))}
    mine = numbers_once(here) if things else {}
    for value in mine.keys() & things.keys():
        one, other = _thing(here, mine, mine[value]), things[value]
        if (
            one
            and _names(one, here.language).isdisjoint(_names(other, there.language))
            and not _tells_state((here, mine, one), (there, theirs, other), value=value)
        ):
            yield f"{mine[value].words} … {one[-1]}", f"{theirs[value].words} … {other[-1]}"


def _tells_state(*sides: tuple[SaidText, Mapping[Value, Quantity], tuple[str, ...]], value: Value) -> bool:
    """Whether one side counts a state alone that the other has too: 35 dead, 35 militants died."""
    states = [_states(counted(text, numbers, numbers[value]), text.language) for text, numbers, _ in sides]
    alone = any(all(_states(word, text.language) for word in thing) for text, _, thing in sides)
    return alone and bool(set.intersection(*states))


def _states(words: str, language: str) -> set[tuple[str, str]]:
    return {(group, name) for group, names in rivals_in(words, language).items() for name in names}


def _thing(text: SaidText, numbers: Mapping[Value, Quantity], number: Quantity) -> tuple[str, ...]:
    """The nouns right behind a number of which it is known what they count."""
    known: list[str] = []
    for word in _WORD.findall(counted(text, numbers, number))[:_MANY]:
        if word not in _PARTS and (len(word) < _SHORT or found(word, text.language, "small")):
            break
        if _named(word, text.language):
            known.append(word)
    return tuple(known)


def _names(words: tuple[str, ...], language: str) -> frozenset[str]:
    return frozenset(name for word in words for name in _named(word, language))


def _named(word: str, language: str) -> frozenset[str]:
    """What a word counts; in a language that writes compounds, by its end."""
    known, word = cues_of(language).counted, word.casefold()
    if word in known or not cues_of(language).compounds:
        return known.get(word, frozenset())
    ends = (word[start:] for start in range(1, len(word) - _SHORTEST + 1))
    return next((known[end] for end in ends if end in known), frozenset())

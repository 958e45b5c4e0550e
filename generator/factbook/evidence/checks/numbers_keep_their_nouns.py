"""Check: two numbers of a statement count what they count in the quote, and not each other's things.

Wrong: `statement: Two soldiers and 27 passers-by died.` over the quote "27 soldiers and two passers-by died".
Right: `statement: 27 soldiers and two passers-by died.`
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from factbook.evidence.checks.counted_nouns import before as words_before
from factbook.evidence.checks.counted_nouns import behind as words_behind
from factbook.evidence.checks.counted_nouns import numbers_once
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.checks.stated_numbers import one_line
from factbook.evidence.checks.statement_and_quotes import compared, key, keys, same_language, telling_words
from factbook.evidence.cues.lexicon import found
from factbook.evidence.numerals import read
from factbook.evidence.numerals.quantity import PERCENTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.diagnostics.types import Diagnostic
    from factbook.evidence.checks.counted_nouns import Value
    from factbook.evidence.checks.two_languages import SaidText
    from factbook.evidence.model import Evidence
    from factbook.evidence.numerals.quantity import Quantity

CODE = "numbers-swapped"
_ADVICE = "Check which number counts what."
MARGIN, SAME_ORDER = 1, 2
"""By how much more each must be like the other's than like its own; two in the same order need more."""

_COMMA = re.compile(r"[,;،؛、，]\s*")
_YEAR_NEAR, _YEAR_WORDS = 24, 2
"""Characters and words behind a number in which the year stands that it is of."""
OWNER = 60
"""Characters before a number in which the name of its owner stands."""

Neighbours = tuple[frozenset[str], frozenset[str]]
"""The word right behind a number, and all the words around it."""
Owners = tuple[frozenset[str], frozenset[str]]
"""The names that stand at one of two numbers alone."""


@check_of("fact", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning for each pair of numbers of which each stands where the other stands in the quote."""
    for pair in compared(corpus, settings.languages[0]):
        for quote in pair.quotes:
            if same_language(quote, pair.statement):
                for one, other in swapped(pair.statement, quote):
                    numbers = f"“{one_line(one.words)}” and “{one_line(other.words)}”"
                    message = f"{numbers} count each other's things in the quote"
                    yield pair.warning(CODE, message, _ADVICE)


def swapped(statement: SaidText, quote: SaidText) -> Iterator[tuple[Quantity, Quantity]]:
    """Each two numbers of a statement that count each other's things."""
    theirs = numbers_once(quote)
    mine = numbers_once(statement) if len(theirs) > 1 else {}
    shared = [value for value in mine if value in theirs]
    if len(shared) < 2:
        return
    here = {value: _near(statement, mine, value) for value in shared}
    there = {value: _near(quote, theirs, value) for value in shared}
    for one, other in combinations(shared, 2):
        if _joined(statement, mine[one], mine[other]) and _joined(quote, theirs[one], theirs[other]):
            continue
        owned = _owned(_owners(statement, mine, one, other), _owners(quote, theirs, one, other))
        if owned == "swapped":
            yield mine[one], mine[other]
        if owned:
            continue
        if _units(mine, one, other) == _units(theirs, one, other) and len(set(_units(mine, one, other))) > 1:
            continue  # 31 percent and 2.4 trillion won
        years = _year_of(statement, mine, one, other), _year_of(quote, theirs, one, other)
        if years[0] and years[1] and years[0] != years[1] and years[0][1] == years[1][1]:
            yield mine[one], mine[other]
            continue
        if _earlier(statement, mine, one, other) & _earlier(quote, theirs, one, other):
            continue  # 3,500 people now, 12,000 last year; 12,000 people last year, 3,500 now
        if _leads(statement, mine, one, other) & _leads(quote, theirs, one, other):
            continue  # from 155 to 153, to 153 from 155
        straight = _likeness(here[one], there[one]) + _likeness(here[other], there[other])
        crossed = _likeness(here[one], there[other]) + _likeness(here[other], there[one])
        in_order = theirs[one].start < theirs[other].start
        if crossed > straight + (SAME_ORDER if in_order else MARGIN if straight else 0):
            yield mine[one], mine[other]


def _year_of(text: SaidText, numbers: Mapping[Value, Quantity], one: Value, other: Value) -> tuple[Value, int] | None:
    """Which of two numbers alone stands right before a year, and the year: 4.1 months in 2022."""
    dated = []
    for value in (one, other):
        words = words_behind(text, numbers, numbers[value], _YEAR_NEAR)
        years = [number for number in read(words, text.language) if number.kind == "year"]
        if (
            years
            and len(words[: years[0].start].split()) <= _YEAR_WORDS
            and not found(words_before(text, numbers, numbers[value])[-4:], text.language, "to")
        ):
            dated.append((value, int(years[0].low)))
    return dated[0] if len(dated) == 1 else None


def _earlier(text: SaidText, numbers: Mapping[Value, Quantity], one: Value, other: Value) -> set[Value]:
    """Which of two numbers alone is of an earlier time."""
    times = {
        value
        for value in (one, other)
        if found(words_before(text, numbers, numbers[value]), text.language, "earlier")
        or found(words_behind(text, numbers, numbers[value]), text.language, "earlier")
    }
    return times if len(times) == 1 else set()


def _leads(text: SaidText, numbers: Mapping[Value, Quantity], one: Value, other: Value) -> set[tuple[Value, str]]:
    """Each of two numbers with the word right before it, where the two have different ones."""
    words = [text.words[: numbers[value].start].casefold().split()[-1:] for value in (one, other)]
    leads = zip((one, other), words, strict=True)
    return {(value, word[0]) for value, word in leads if word and word[0].isalpha() and words[0] != words[1]}


def _owned(here: Owners, there: Owners) -> str:
    """Whether two numbers have the `same` owners in both texts or `swapped` ones; "" where it cannot be told."""
    straight = [not own.isdisjoint(their) for own, their in zip(here, there, strict=True)]
    crossed = [not own.isdisjoint(their) for own, their in zip(here, reversed(there), strict=True)]
    if all(straight):
        return "same"
    return "swapped" if all(crossed) and not any(straight) else ""


def _owners(text: SaidText, numbers: Mapping[Value, Quantity], one: Value, other: Value) -> Owners:
    """The names before each of two numbers and behind the number before it: Reeve got 46 seats and Hale 43."""
    first, second = (_names(words_before(text, numbers, numbers[value], OWNER), text) for value in (one, other))
    return first - second, second - first


def _names(words: str, text: SaidText) -> frozenset[str]:
    return frozenset(key(word.words) for word in telling_words(words, text.language) if word.words[0].isupper())


def _units(numbers: Mapping[Value, Quantity], one: Value, other: Value) -> tuple[tuple[str, str], ...]:
    """In what each of two numbers counts, as far as it is written at the number: percent, money."""
    percents = [numbers[value].kind in PERCENTS for value in (one, other)]
    if percents[0] != percents[1]:
        return (("percent", ""), ("", ""))[:: 1 if percents[0] else -1]
    return tuple((numbers[value].kind, numbers[value].currency) for value in (one, other))


def _joined(text: SaidText, one: Quantity, other: Quantity) -> bool:
    """Whether `other` follows `one` with nothing to count between them: 212 of 320, 31 to 14."""
    return one.end <= other.start and not telling_words(text.words[one.end : other.start], text.language)


def _near(text: SaidText, numbers: Mapping[Value, Quantity], value: Value) -> Neighbours:
    """The words around a number, as far as the next number or the end of the sentence."""
    number = numbers[value]
    before, behind = words_before(text, numbers, number), words_behind(text, numbers, number)
    before = next((part for part in reversed(_clauses(before, text)) if part), before)
    behind = _clauses(behind, text)[0]
    counted = telling_words(behind, text.language)[:1]
    noun = keys(counted[0].words, text.language) if counted else frozenset()
    around = keys(before, text.language) | keys(behind, text.language)
    return _untimed(noun, text), _untimed(around, text)


def _clauses(words: str, text: SaidText) -> list[str]:
    """The parts between commas and words like *and*: what stands beyond them belongs to another number."""
    parts, start = [], 0
    for joint in found(words, text.language, "also"):
        parts.append(words[start : joint.start])
        start = joint.end
    return [part for piece in (*parts, words[start:]) for part in _COMMA.split(piece)]


def _untimed(words: frozenset[str], text: SaidText) -> frozenset[str]:
    """The words that tell of a thing, and not of a time beside which any number may stand: 0.9 percent last year."""
    return frozenset(
        word for word in words if not word.startswith("#span/") and not found(word, text.language, "time")
    )


def _likeness(one: Neighbours, other: Neighbours) -> int:
    """How much two numbers have in common: above all the word right behind them."""
    (noun, words), (other_noun, other_words) = one, other
    return 2 * len(noun & other_noun) + len(words & other_words)

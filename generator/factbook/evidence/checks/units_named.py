"""Check: a statement calls what its figure counts by a word of the series (rule 2).

Wrong: `figure: {series: drones, value: 5}` under "A drone strike killed five people".
Right: the series whose `unit_words` name what the statement counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.content.model import variants
from factbook.diagnostics.types import Diagnostic, Severity
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.checks.names_traced import NOUNS_IN_CAPITALS
from factbook.evidence.numerals.claims import claims, figure_claim
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Fact, Series
    from factbook.evidence.model import Evidence
    from factbook.evidence.numerals import Quantity

_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_CLAUSE_ENDS = re.compile(r"[,;:.!?()]")
_NEAR = 3
"""Words behind a number among which its own noun stands: "five suspected militants"."""
_ENDING = 3
"""Letters by which a word may be longer than one of the list: soldier, soldiers; Tag, Tagen."""


@check_of("fact", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning for each figure whose statement counts something else than its series."""
    if not any(series.unit_words for series in corpus.series.values()):
        return
    first = settings.languages[0]
    known: dict[tuple[str, str], _Vocabulary] = {}
    for fact in corpus.facts.values():
        series = corpus.series.get(fact.figure.series) if fact.figure else None
        claim = figure_claim(fact, corpus, first) if series else None
        if series is None or claim is None:
            continue
        for language, text in variants(fact.statement, first):
            key = series.id, language
            if key not in known:
                known[key] = _vocabulary(corpus, series, language, first)
            if problem := _strange(fact, known[key], text, language, claim):
                yield problem
                break


@frozen
class _Vocabulary:
    """What a statement in one language may call what a series counts, and what other series count."""

    id: str
    words: tuple[str, ...]
    demanded: bool
    """Whether the series has `unit_words`, so that one of them must stand in the statement."""
    own: re.Pattern[str]
    others: re.Pattern[str]
    homes: Mapping[str, str]
    """The series to which each word of the others belongs."""


def _vocabulary(corpus: Corpus, series: Series, language: str, first: str) -> _Vocabulary:
    given = series.unit_words.get(language, ())
    unit = dict(variants(series.unit, first)).get(language)
    words = tuple(dict.fromkeys((*given, unit))) if unit else given
    own = _pattern(words)
    homes = {
        word.casefold(): other.id
        for other in corpus.series.values()
        for word in other.unit_words.get(language, ())
        if not own.search(word)
    }
    return _Vocabulary(series.id, words, bool(given), own, _pattern(tuple(homes)), homes)


def _strange(fact: Fact, vocabulary: _Vocabulary, text: str, language: str, claim: Quantity) -> Diagnostic | None:
    """A message where the noun at the number is another series's, or no word of this one stands in the text."""
    if money := _other_money(text, language, claim):
        message = f"`{vocabulary.id}` counts {_listed(vocabulary.words)}, and {money}"
        advice = "Is it the right series?"
        span = fact.record.span("figure", "series")
        return Diagnostic("unit-differs", message, span, Severity.WARNING, help=(advice,))
    if claim.currency:
        return None
    phrase = _phrase(text, language, claim)
    other = vocabulary.others.search(phrase)
    own = vocabulary.own.search(phrase)
    if other and language.partition("-")[0] in NOUNS_IN_CAPITALS and _attributive(other[0], vocabulary):
        other = None  # betroffene Haushalte
    if other and not (own and own.start() <= other.start()):
        counted = f"“{other[0]}” stands at the number"
        home = next((home for word, home in vocabulary.homes.items() if word in other[0].casefold()), "another")
        advice = f"The figure belongs to `{home}`, or the word to the `unit_words` of `{vocabulary.id}`."
    elif vocabulary.demanded and not vocabulary.own.search(text):
        counted = "the statement uses none of them"
        advice = f"Is it the right series? If it is, add the statement’s word to `unit_words` of `{vocabulary.id}`."
    else:
        return None
    message = f"`{vocabulary.id}` counts {_listed(vocabulary.words)}, and {counted}"
    return Diagnostic("unit-differs", message, fact.record.span("figure", "series"), Severity.WARNING, help=(advice,))


def _other_money(text: str, language: str, claim: Quantity) -> str | None:
    """What the statement says of the figure's number, where only one of them is money."""
    said = [
        quantity for quantity in claims(text, language) if (quantity.low, quantity.high) == (claim.low, claim.high)
    ]
    if claim.currency:
        return None if not said or any(q.currency for q in claims(text, language)) else "the statement names no money"
    if claim.kind == "number" and not claim.also and said and all(quantity.currency for quantity in said):
        return f"“{said[0].words}” stands in the statement"
    return None


def _attributive(word: str, vocabulary: _Vocabulary) -> bool:
    """Whether a word in small letters has an ending that the list has not, so that its noun follows."""
    return word[0].islower() and word.casefold() not in vocabulary.homes


def _phrase(text: str, language: str, claim: Quantity) -> str:
    """The words right behind the figure's number, none across a comma or another number; often its noun."""
    quantities = claims(text, language)
    for place, quantity in enumerate(quantities):
        if (quantity.low, quantity.high) == (claim.low, claim.high):
            end = quantities[place + 1].start if place + 1 < len(quantities) else len(text)
            phrase = _CLAUSE_ENDS.split(text[quantity.end : end])[0]
            return " ".join(_WORD.findall(phrase)[:_NEAR])
    return ""


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """What finds one of the words, with an ending or as the end of a compound."""
    forms = "|".join(re.escape(word.strip()) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"\w*(?:{forms})\w{{0,{_ENDING}}}(?!\w)" if forms else "(?!)", re.IGNORECASE)


def _listed(words: tuple[str, ...]) -> str:
    shown = ", ".join(f"“{word}”" for word in words[:3])
    return f"{shown}, …" if len(words) > 3 else shown

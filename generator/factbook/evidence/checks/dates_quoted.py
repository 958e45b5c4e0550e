"""Check: the day and the weekday that a quote names are the fact's (rule 3).

Wrong: `date: 2024-11-17` with the quote "arrived in Kyiv on Saturday, 16 November".
Right: the day that the quote names; the day on which it was said, in `asserted_on`.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from factbook.content.model import variants
from factbook.diagnostics.types import Diagnostic, Label, Severity
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.numerals.reading import read
from factbook.evidence.numerals.weekdays import WEEKDAYS, weekdays

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Fact, Source
    from factbook.evidence.model import Evidence

Day = tuple[int, int]
"""A month and a day in it."""


@check_of("fact", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning for each quote that names another day than those of its fact, which is dated to a day."""
    for fact in corpus.facts.values():
        for number, citation in enumerate(fact.citations):
            source = corpus.sources.get(citation.source)
            if source is not None:
                yield from _weekday_told(fact, number, source, settings.languages[0])
            if source is not None and fact.date.precision == "day":
                yield from _weekday_differs(fact, number, source)
                yield from _day_differs(fact, number, source, settings.languages[0])


def _weekday_differs(fact: Fact, number: int, source: Source) -> Iterator[Diagnostic]:
    """A quote that names one weekday, and a fact dated to a day that is another one."""
    quote = fact.citations[number].quote
    named = weekdays(quote, source.language)
    if len(named) != 1 or named[0] in {day.weekday() for day in _days(fact, source, quote)}:
        return
    message = f"the quote says {WEEKDAYS[named[0]]}, and {fact.date.text} is a {WEEKDAYS[fact.date.first.weekday()]}"
    labels = (Label(fact.record.span("citations", number, "quote"), "the weekday stands here"),)
    advice = (
        f"{WEEKDAYS[named[0]]} before that was {_last(fact.date.first, named[0])}.",
        "If it is the day on which this was said, write that day into `asserted_on`.",
    )
    yield Diagnostic("weekday-differs", message, fact.record.span("date"), Severity.WARNING, labels, advice)


def _weekday_told(fact: Fact, number: int, source: Source, first_language: str) -> Iterator[Diagnostic]:
    """A statement that names another weekday than the quote, which is not the day of the fact either."""
    quote = fact.citations[number].quote
    quoted = weekdays(quote, source.language)
    own = {when.first.weekday() for when in (fact.date, fact.asserted_on) if when and when.precision == "day"}
    if not quoted and source.published:
        own.add(source.published.day.weekday())
    for language, text in variants(fact.statement, first_language):
        told = weekdays(text, language)
        if told and (quoted or fact.date.precision == "day") and not {*told} & {*quoted, *own}:
            there = f"the quote says {WEEKDAYS[quoted[0]]}" if quoted else f"the fact is dated {fact.date.text}"
            message = f"{there}, and the statement says {WEEKDAYS[told[0]]}"
            labels = (Label(fact.record.span("citations", number, "quote"), "the quote stands here"),)
            advice = ("Name the day that the quote names.",)
            yield Diagnostic(
                "weekday-differs", message, fact.record.span("statement"), Severity.WARNING, labels, advice
            )
            return


def _day_differs(fact: Fact, number: int, source: Source, first_language: str) -> Iterator[Diagnostic]:
    """A quote whose only day and month are neither the fact's, nor told in the statement as another day."""
    quote = fact.citations[number].quote
    named = _named(quote, source.language)
    if len(named) != 1:
        return
    own = {(day.month, day.day) for day in _days(fact, source, quote)}
    told = {day for language, text in variants(fact.statement, first_language) for day in _named(text, language)}
    if named & (own | told):
        return
    month, day = next(iter(named))
    words = f"{day} {date(2000, month, 1):%B}"
    message = f"the quote says {words}, and the fact is dated {fact.date.text}"
    labels = (Label(fact.record.span("citations", number, "quote"), "the day stands here"),)
    advice = f"Correct the date, write {words} into `asserted_on` if this was said then, or name it in the statement."
    yield Diagnostic("date-differs", message, fact.record.span("date"), Severity.WARNING, labels, (advice,))


def _days(fact: Fact, source: Source, quote: str) -> set[date]:
    """The days that a quote may name: the fact's, and that of its report, if the quote tells who said it."""
    as_of = fact.figure.as_of if fact.figure else None
    days = {when.first for when in (fact.date, fact.asserted_on, as_of) if when and when.precision == "day"}
    if source.published and _tells_who_said(quote, source.language):
        days.add(source.published.day)  # "state media reported on Sunday"
    return days


def _named(text: str, language: str) -> frozenset[Day]:
    """Each day and month in a text; a form with two readings (03/04/2024) gives none."""
    dates = (found.dates for found in read(text, language) if found.kind == "date" and len(found.dates) == 1)
    return frozenset(
        (one.month, one.day) for (one,) in dates if one.month and one.day and _exists(one.month, one.day)
    )


def _exists(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= (29 if month == 2 else 31 - (month in (4, 6, 9, 11)))


def _tells_who_said(quote: str, language: str) -> bool:
    """Whether a quote holds a verb of saying; of a language without such words here, nobody knows."""
    stems = _sayings().get(language.partition("-")[0])
    return stems is None or any(stem in quote.casefold() for stem in stems)


@cache
def _sayings() -> dict[str, tuple[str, ...]]:
    return {language: tuple(words.split()) for language, words in _SAYINGS.items()}


_SAYINGS = {
    "cs": "řekl uved sdělil oznám prohlás potvrd inform",
    "da": "sagde siger oplys medde bekræft rapporter",
    "de": "sagt mitge teilte erklär melde bericht gab gaben bestätig hieß zufolge angaben laut",
    "en": "said say told tell report announc state confirm claim accord statement declar quoted",
    "es": "dijo dice dijeron informó inform anunci confirm declar según asegur señal",
    "fr": "dit déclar annonc confirm rapport selon indiqu affirm communiqué précis",
    "it": "detto dice dichiar annunci conferm rifer secondo comunic riport",
    "nl": "zei zegt meld bericht verklaar bevestig volgens aangekondigd laten",
    "no": "sa sier opplys medde bekreft rapporter",
    "pl": "powiedzia poinformowa ogłosi oświadczy potwierdzi podał według przekaza",
    "pt": "disse diz inform anunci confirm declar segundo afirm",
    "ru": "сказал сообщ заяв объяв подтверд уточн по данным",
    "sv": "sade säger sa uppg medde bekräft rapporter enligt",
    "uk": "сказа повідом заяв оголос підтверд уточн за даними",
}
"""How verbs of saying begin, by language, in small letters."""


def _last(day: date, weekday: int) -> date:
    return day - timedelta(days=(day.weekday() - weekday) % 7)

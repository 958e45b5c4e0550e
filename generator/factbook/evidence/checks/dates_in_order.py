"""Check: nothing happens after the publication that reports it, and nothing is captured before it (rule 3).

Wrong: `date: 2024-11-17` with a report of 16 November.
Right: the day that the report means; `stance: expects` for what is still to come.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic, Label, Severity
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.numerals.weekdays import weekdays

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Fact, Source
    from factbook.evidence.model import Evidence

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@check_of("fact", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """Messages for dates that cannot be, whatever the time zone of the reader or the event."""
    for fact in corpus.facts.values():
        sources = [corpus.sources[c.source] for c in fact.citations if c.source in corpus.sources]
        if fact.stance != "expects":
            yield from _after_publication(fact, sources)
        yield from _weekday_differs(fact, corpus)


@check_of("site", needs_texts=False)
def check_sources(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """Messages for documents that were taken before there was anything to take."""
    for source in corpus.sources.values():
        yield from _captured_before_publication(source)


def _captured_before_publication(source: Source) -> Iterator[Diagnostic]:
    if source.published and source.accessed and source.accessed.span()[1] < source.published.span()[0]:
        message = f"captured on {source.accessed.text}, before it was published on {source.published.text}"
        labels = (Label(source.record.span("published"), "published here"),)
        yield Diagnostic("accessed-before-published", message, source.record.span("accessed"), labels=labels)


def _after_publication(fact: Fact, sources: list[Source]) -> Iterator[Diagnostic]:
    """The event, and the saying of it, begin no later than the last day that a report can have been made."""
    for key, when in (("date", fact.date), ("asserted_on", fact.asserted_on)):
        if when is None or when.first == date.min:
            continue
        for source in sources:
            if source.published and when.first > source.published.span()[1]:
                message = f"`{when.text}` is after {source.published.text}, when `{source.id}` was published"
                labels = (Label(source.record.span("published"), "published here"),)
                advice = "Correct the date; if the report announces what is to come, add `stance: expects`."
                yield Diagnostic(
                    "date-after-publication", message, fact.record.span(key), labels=labels, help=(advice,)
                )
                break


def _weekday_differs(fact: Fact, corpus: Corpus) -> Iterator[Diagnostic]:
    """A quote that names one weekday, and a fact dated to a day that is another one."""
    if fact.date.precision != "day":
        return
    days = {when.first for when in (fact.date, fact.asserted_on) if when and when.precision == "day"}
    for number, citation in enumerate(fact.citations):
        source = corpus.sources.get(citation.source)
        if source is None:
            continue
        named = weekdays(citation.quote, source.language)
        told = {source.published.day} if source.published else set()  # "state media reported on Sunday"
        if len(named) != 1 or named[0] in {day.weekday() for day in days | told}:
            continue
        message = (
            f"the quote says {_WEEKDAYS[named[0]]}, and {fact.date.text} is a {_WEEKDAYS[fact.date.first.weekday()]}"
        )
        labels = (Label(fact.record.span("citations", number, "quote"), "the weekday stands here"),)
        advice = f"{_WEEKDAYS[named[0]]} before that was {_last(fact.date.first, named[0])}."
        span = fact.record.span("date")
        yield Diagnostic("weekday-differs", message, span, Severity.WARNING, labels, (advice,))


def _last(day: date, weekday: int) -> date:
    return day - timedelta(days=(day.weekday() - weekday) % 7)

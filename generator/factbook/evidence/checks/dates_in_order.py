"""Check: what happens comes before what is said of it, that before its publication, and that before today (rule 3).

Wrong: `date: 2024-11-17` with a report of 16 November.
Right: the day that the report means; `stance: expects` for what is still to come.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic, Label, Severity
from factbook.evidence.checks.declaration import check_of
from factbook.runtime.today import today

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.dates import Moment
    from factbook.content.model import Corpus, Fact, Record, Source
    from factbook.content.yaml import Step
    from factbook.evidence.model import Evidence


@check_of("fact", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """Messages for dates that cannot be, whatever the time zone of the reader or the event."""
    now = today()
    for fact in corpus.facts.values():
        sources = [corpus.sources[c.source] for c in fact.citations if c.source in corpus.sources]
        if fact.stance != "expects":
            yield from _after_publication(fact, sources)
        yield from _said_before(fact)
        yield from _added_before_publication(fact, sources)
        yield from _noted_in_future(fact, now)


@check_of("site", needs_texts=False)
def check_sources(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """Messages for documents that were taken before there was anything to take, or in the future."""
    now = today()
    for source in corpus.sources.values():
        yield from _captured_before_publication(source)
        yield from _in_future(source.published, source.record, ("published",), now)
        yield from _in_future(source.accessed, source.record, ("accessed",), now)


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


def _said_before(fact: Fact) -> Iterator[Diagnostic]:
    """A fact that was stated, and not as something to come, before the first day on which it can have happened."""
    said = fact.asserted_on
    if said is None or fact.stance != "asserts" or said.last >= fact.date.first:
        return
    message = f"this was said on {said.text}, before it happened on {fact.date.text}"
    labels = (Label(fact.record.span("date"), "it happened here"),)
    advice = "Correct one of the two dates; if what was said is about what is to come, add `stance: expects`."
    span = fact.record.span("asserted_on")
    yield Diagnostic("said-before-event", message, span, Severity.WARNING, labels, (advice,))


def _added_before_publication(fact: Fact, sources: list[Source]) -> Iterator[Diagnostic]:
    """A fact that stood on the site before the first of its sources was published."""
    published = [source.published for source in sources if source.published]
    if fact.added is None or not published or len(published) < len(sources):
        return
    first = min(published, key=lambda moment: moment.span()[0])
    if fact.added.span()[1] < first.span()[0]:
        message = f"added on {fact.added.text}, before its first source was published on {first.text}"
        advice = "`added` is the day on which the fact came onto the site."
        span = fact.record.span("added")
        yield Diagnostic("added-before-published", message, span, Severity.WARNING, help=(advice,))


def _noted_in_future(fact: Fact, now: date) -> Iterator[Diagnostic]:
    """What the editors did, and when."""
    yield from _in_future(fact.added, fact.record, ("added",), now)
    for number, change in enumerate(fact.revised):
        yield from _in_future(change.on, fact.record, ("revised", number, "on"), now)
    if fact.retracted:
        yield from _in_future(fact.retracted.on, fact.record, ("retracted", "on"), now)


def _in_future(moment: Moment | None, record: Record, way: tuple[Step, ...], now: date) -> Iterator[Diagnostic]:
    if moment is not None and moment.span()[0] > now:
        message = f"`{moment.text}` is in the future: today is {now.isoformat()}"
        yield Diagnostic("date-in-future", message, record.span(*way), Severity.WARNING)

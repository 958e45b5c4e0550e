"""Comparison: facts added, altered, retracted and gone, the pages they stand on, and the evidence behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.authoring.diff.record_fields import alterations
from factbook.runtime.frozen import frozen
from factbook.site.urls import page_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factbook.authoring.diff.fingerprints import FingerprintChange
    from factbook.authoring.diff.record_fields import FieldChange, Renamed
    from factbook.content.model import Actor, Corpus, Fact, Record, Series, Source, Topic

    Things = (
        Mapping[str, Source] | Mapping[str, Actor] | Mapping[str, Topic] | Mapping[str, Series] | Mapping[str, Fact]
    )


@frozen
class Altered:
    """A fact that says something else than before."""

    before: Fact
    after: Fact
    alterations: tuple[FieldChange, ...]

    @property
    def explained(self) -> bool:
        """Whether a `revised` note or a retraction has come with the change."""
        return len(self.after.revised) > len(self.before.revised) or self.newly_retracted

    @property
    def newly_retracted(self) -> bool:
        return self.after.retracted is not None and self.before.retracted is None


@frozen
class Other:
    """A source, actor, topic or series that came, changed or went."""

    kind: str
    id: str
    what: str
    """added | changed | gone"""
    record: Record
    """As it is now; as it was, when it is gone."""
    alterations: tuple[FieldChange, ...] = ()
    """What is said otherwise, when it changed."""


@frozen
class Tally:
    """How much evidence the content holds."""

    facts: int
    citations: int
    sources: int
    origins: int
    corroborated: int
    """Facts with more than one origin and more than one asserter."""
    retracted: int


@frozen
class Comparison:
    """All that a reviewer needs to see."""

    added: tuple[Fact, ...]
    altered: tuple[Altered, ...]
    retracted: tuple[Altered, ...]
    disappeared: tuple[Fact, ...]
    others: tuple[Other, ...]
    pages: tuple[str, ...]
    """Addresses from the site's root, in order."""
    before: Tally
    after: Tally
    fingerprints: tuple[FingerprintChange, ...] = ()


def compare(
    before: Corpus, after: Corpus, language: str, fingerprints: tuple[FingerprintChange, ...] = ()
) -> Comparison:
    """What became of `before`'s facts in `after`; texts are compared in every language, `language` first."""
    renamed = _renamed(before, after)
    changed = tuple(_changed(before, after, language, renamed))
    former = {new: old for (kind, old), new in renamed.items() if kind == "fact"}
    added = _by_place(f for name, f in after.facts.items() if name not in before.facts and name not in former)
    kept = {old for fact in after.facts.values() for old in (fact.id, *fact.redirect_from)}
    gone = _by_place(fact for name, fact in before.facts.items() if name not in kept)
    others = tuple(_others(before, after, language, renamed))
    touched = [*added, *gone, *(fact for one in changed for fact in (one.before, one.after))]
    return Comparison(
        added=added,
        altered=tuple(one for one in changed if not one.newly_retracted),
        retracted=tuple(one for one in changed if one.newly_retracted),
        disappeared=gone,
        others=others,
        pages=_pages(touched, others),
        before=_tally(before),
        after=_tally(after),
        fingerprints=fingerprints,
    )


def _by_place(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts as they follow one another in the files."""
    return tuple(sorted(facts, key=lambda fact: fact.record.span()))


def _renamed(before: Corpus, after: Corpus) -> Renamed:
    """New ids by those that something had before and has no more, with its kind; an id that came back is as new."""
    return {
        (kind, old): new
        for kind, was, now in _tables(before, after)
        for old, new in (
            *((old, thing.id) for thing in now.values() for old in thing.redirect_from),
            *((thing.id, old) for thing in was.values() for old in thing.redirect_from if old in now),
        )
        if old in was and old not in now
    }


def _tables(before: Corpus, after: Corpus) -> Iterator[tuple[str, Things, Things]]:
    yield "source", before.sources, after.sources
    yield "actor", before.actors, after.actors
    yield "topic", before.topics, after.topics
    yield "series", before.series, after.series
    yield "fact", before.facts, after.facts


def _changed(before: Corpus, after: Corpus, language: str, renamed: Renamed) -> Iterator[Altered]:
    former = {new: old for (kind, old), new in renamed.items() if kind == "fact"}
    for id, fact in after.facts.items():
        old = before.facts.get(former.get(id, id))
        if old is None or old.record.tree.value == fact.record.tree.value:
            continue
        if found := alterations(old.record, fact.record, language, renamed):
            yield Altered(old, fact, found)


def _others(before: Corpus, after: Corpus, language: str, renamed: Renamed) -> Iterator[Other]:
    for kind, was, now in _tables(before, after):
        if kind != "fact":
            yield from _of_kind(kind, was, now, language, renamed)


def _of_kind(kind: str, before: Things, after: Things, language: str, renamed: Renamed) -> Iterator[Other]:
    former = {new: old for (of, old), new in renamed.items() if of == kind}
    for id, thing in after.items():
        old = before.get(former.get(id, id))
        if old is None:
            yield Other(kind, id, "added", thing.record)
        elif found := alterations(old.record, thing.record, language, renamed):
            yield Other(kind, id, "changed", thing.record, found)
    for id, thing in before.items():
        if id not in after:
            yield Other(kind, id, "gone", thing.record)


def _pages(facts: Iterable[Fact], others: Iterable[Other]) -> tuple[str, ...]:
    pages: set[str] = {page_path(other.kind, other.id) for other in others}
    for fact in facts:
        pages.add(page_path("fact", fact.id))
        pages.update(page_path("topic", topic) for topic in fact.topics)
        pages.update(page_path("actor", actor) for actor in (*fact.actors, *fact.asserted_by, *fact.via))
        pages.update(page_path("source", citation.source) for citation in fact.citations)
        pages.update(page_path("series", fact.figure.series) for _ in (1,) if fact.figure)
    return tuple(sorted(pages))


def _tally(corpus: Corpus) -> Tally:
    cited = {citation.source for fact in corpus.facts.values() for citation in fact.citations}
    return Tally(
        facts=len(corpus.facts),
        citations=sum(len(fact.citations) for fact in corpus.facts.values()),
        sources=len(cited),
        origins=len({corpus.origin_of[source] for source in cited if source in corpus.origin_of}),
        corroborated=sum(corpus.counts(fact).corroborated for fact in corpus.facts.values()),
        retracted=sum(fact.retracted is not None for fact in corpus.facts.values()),
    )

"""Exports: each thing as plain values: all that its YAML says, and under `generated` what follows from it.

Nobody types what stands under `generated`, and reading an export back leaves it out.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from factbook.content.yaml.tree import position
from factbook.exports import plain_text
from factbook.site.urls import home

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factbook.content.dates import Date
    from factbook.content.model import Actor, Corpus, Fact, Record, Series, Source, Topic
    from factbook.evidence.model import Evidence, QuoteLookup
    from factbook.exports.public_urls import Addresses

Values = dict[str, Any]
"""What JSON can hold."""

GENERATED = "generated"
"""The one key of an exported thing that its YAML does not have."""


def sources(corpus: Corpus, evidence: Evidence, addresses: Addresses) -> Iterator[Values]:
    """Every source."""
    for source in corpus.sources.values():
        yield whole(source.record, source_generated(corpus, evidence, source, addresses))


def actors(corpus: Corpus, addresses: Addresses) -> Iterator[Values]:
    """Every actor."""
    for actor in corpus.actors.values():
        yield whole(actor.record, actor_generated(corpus, actor, addresses))


def topics(corpus: Corpus, addresses: Addresses) -> Iterator[Values]:
    """Every topic."""
    for topic in corpus.topics.values():
        yield whole(topic.record, topic_generated(corpus, topic, addresses))


def series(corpus: Corpus, addresses: Addresses) -> Iterator[Values]:
    """Every series."""
    for one in corpus.series.values():
        yield whole(one.record, series_generated(corpus, one, addresses))


def briefing(corpus: Corpus) -> Iterator[Values]:
    """The home page's own words, if there are any."""
    record = corpus.briefing.record
    if record is not None:
        yield whole(record, _place(record))


def whole(record: Record, generated: Values) -> Values:
    """All that the thing's YAML says, and what follows from it."""
    assert isinstance(record.tree.value, dict)
    return {**record.tree.value, GENERATED: generated}


def fact_generated(corpus: Corpus, evidence: Evidence, fact: Fact, first: str, addresses: Addresses) -> Values:
    """What follows from a fact: addresses, plain text, the three counts, origins, where its quotes were found."""
    counts = corpus.counts(fact)
    cited = (corpus.origin_of.get(citation.source) for citation in fact.citations)
    return {
        "address": addresses.of("fact", fact.id),
        "page": f"{addresses.root}{home(corpus, fact)}#{fact.id}",
        **_place(fact.record),
        "text": plain_text.in_all(corpus, fact.statement, first),
        "date": dated(fact.date),
        "counts": {"sources": counts.sources, "origins": counts.origins, "asserters": counts.asserters},
        "corroborated": counts.corroborated,
        "origins": list(dict.fromkeys(origin for origin in cited if origin)),
        "asserters": list(corpus.asserters(fact)),
        "contradictions": list(corpus.contradictions.get(fact.id, ())),
        "superseded_by": list(corpus.superseded_by.get(fact.id, ())),
        "citations": [_standing(evidence.lookups.get((fact.id, number))) for number in range(len(fact.citations))],
    }


def source_generated(corpus: Corpus, evidence: Evidence, source: Source, addresses: Addresses) -> Values:
    """What follows from a source: its origin, the texts that share it, what it is checked against, its facts."""
    origin = corpus.origins[corpus.origin_of[source.id]]
    held = evidence.held_texts.get(source.id)
    return {
        "address": addresses.of("source", source.id),
        **_place(source.record),
        "origin": origin.id,
        "same_origin": [other for other in origin.sources if other != source.id],
        "held": held.held if held else "nothing",
        "facts": _ids(corpus.facts_by_source, source.id),
    }


def actor_generated(corpus: Corpus, actor: Actor, addresses: Addresses) -> Values:
    """What follows from an actor: who is part of it, what it says, where it is named."""
    return {
        "address": addresses.of("actor", actor.id),
        **_place(actor.record),
        "members": _ids(corpus.members, actor.id),
        "says": _ids(corpus.facts_said_by, actor.id),
        "facts": _ids(corpus.facts_by_actor, actor.id),
    }


def topic_generated(corpus: Corpus, topic: Topic, addresses: Addresses) -> Values:
    """What follows from a topic: its facts."""
    return {
        "address": addresses.of("topic", topic.id),
        **_place(topic.record),
        "facts": _ids(corpus.facts_by_topic, topic.id),
    }


def series_generated(corpus: Corpus, one: Series, addresses: Addresses) -> Values:
    """What follows from a series: the facts that put a value on it."""
    return {
        "address": addresses.of("series", one.id),
        **_place(one.record),
        "facts": _ids(corpus.facts_by_series, one.id),
    }


def dated(when: Date) -> Values:
    """A date for programs: the earliest and the latest day that it can mean, null where it is open."""
    return {
        "first": None if when.first == date.min else when.first.isoformat(),
        "last": None if when.last == date.max else when.last.isoformat(),
        "precision": when.precision,
    }


def _place(record: Record) -> Values:
    """The file that holds the thing, and its first line there."""
    tree = record.tree
    return {"file": tree.path, "line": position(tree.lines, tree.marks[0])[0]}


def _standing(finding: QuoteLookup | None) -> Values:
    """What became of a citation's quote: found, confirmed, unverifiable, …, and on which line of the text."""
    if finding is None:
        return {"standing": "unread"}
    return {"standing": finding.standing, **({"line": finding.line} if finding.line else {})}


def _ids(table: Mapping[str, tuple[str, ...]], name: str) -> list[str]:
    return list(table.get(name, ()))

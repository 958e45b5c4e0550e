"""Stage: records into the corpus: every name resolved, every relation known in both directions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content.link import make_entities, references, relations
from factbook.content.model import Corpus
from factbook.diagnostics.types import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factbook.content.model import Record
    from factbook.diagnostics.types import Diagnostic


def link(records: Iterable[Record], language: str) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """The corpus of `records`, and every name that leads nowhere.

    `language` is the site's first, in which plain names are written. Things that a broken reference
    names are left out of the relations, so that the checks can go on with the rest.
    """
    known, problems = references.by_id(records)
    for name, table in known.items():
        for record in _sound(table) if name != "side" else ():
            problems.extend(references.unresolved(record, known))
    problems.extend(references.clashes(known))
    problems.extend(references.circles(known["source"], "derived_from", within="source"))
    problems.extend(references.circles(known["actor"], "part_of"))
    return _corpus(known, language), in_order(problems)


def _corpus(known: references.Known, language: str) -> Corpus:
    sources = {record.id: make_entities.source(record) for record in _sound(known["source"])}
    actors = {record.id: make_entities.actor(record) for record in _sound(known["actor"])}
    topics = {record.id: make_entities.topic(record) for record in _sound(known["topic"])}
    series = {record.id: make_entities.series(record) for record in _sound(known["series"])}
    built = (make_entities.fact(record) for record in _sound(known["fact"]))
    facts = {fact.id: fact for fact in sorted(built, key=lambda fact: (fact.date.sort_key, fact.id))}
    origins, origin_of = relations.origins(sources)
    return Corpus(
        sources=sources,
        actors=actors,
        topics=topics,
        series=series,
        facts=facts,
        briefing=make_entities.briefing(next(_sound(known["briefing"]), None)),
        facts_by_actor=relations.by_actor(facts.values(), actors),
        facts_said_by=relations.said_by(facts.values()),
        facts_by_topic=relations.by_topic(facts.values()),
        facts_by_source=relations.by_source(facts.values()),
        facts_by_series=relations.by_series(facts.values()),
        contradictions=relations.contradictions(facts.values()),
        superseded_by=relations.superseded_by(facts.values()),
        members=relations.members(actors.values()),
        origins=origins,
        origin_of=origin_of,
        actor_by_name=relations.names(actors.values(), language),
        redirects=relations.redirects(
            ("sources", sources.values()),
            ("actors", actors.values()),
            ("topics", topics.values()),
            ("numbers", series.values()),
        ),
    )


def _sound(table: Mapping[str, Record]) -> Iterator[Record]:
    return (record for record in table.values() if record.is_valid)

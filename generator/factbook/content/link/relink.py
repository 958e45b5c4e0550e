"""Stage, once more: the corpus after an edit that changed what facts say, but not what hangs together with what.

Only for speed under `factbook serve`: `link` gives the same, and is what is asked whenever this cannot say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from factbook.content.link import make_entities, references, relations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factbook.content.model import Actor, Corpus, Fact, Record, Series, Source, Topic

    Thing = Source | Actor | Topic | Series | Fact
    Tables = tuple[Mapping[str, Thing], ...]


def relink(corpus: Corpus, records: Sequence[Record]) -> Corpus | None:
    """The corpus with these records in the place of those with their ids.

    None when a record is no fact, is new, is misshapen, names what is not there, or has other relations or
    another date than before.
    """
    known = _known(corpus)
    facts: dict[str, Fact] = {}
    for record in records:
        before = corpus.facts.get(record.id)
        if record.kind != "fact" or not record.is_valid or before is None or record.id in facts:
            return None
        if any(True for _ in references.unresolved(record, known)):
            return None
        facts[record.id] = after = make_entities.fact(record)
        if _relations(after, corpus.actors) != _relations(before, corpus.actors):
            return None
    return replace(corpus, facts={**corpus.facts, **facts})


def _known(corpus: Corpus) -> references.Known:
    tables: Tables = (corpus.sources, corpus.actors, corpus.topics, corpus.series, corpus.facts)
    records = map(_Records, tables)
    known = dict(zip(("source", "actor", "topic", "series", "fact"), records, strict=True))
    return known | {"briefing": {}, "side": references.sides(corpus.briefing.record)}


class _Records(Mapping[str, "Record"]):
    """The records of things, each taken when it is asked for: of all that are there an edit names a few."""

    def __init__(self, things: Mapping[str, Thing]) -> None:
        self._things = things

    def __getitem__(self, name: str) -> Record:
        return self._things[name].record

    def __iter__(self) -> Iterator[str]:
        return iter(self._things)

    def __len__(self) -> int:
        return len(self._things)


def _relations(fact: Fact, actors: Mapping[str, Actor]) -> tuple[object, ...]:
    """All of a fact that a table of the corpus, or the order of facts, is made from."""
    return (
        fact.date.sort_key,
        fact.topics,
        fact.asserted_by,
        tuple(relations.involved(fact, actors)),
        tuple(citation.source for citation in fact.citations),
        fact.figure and fact.figure.series,
        fact.contradicts,
        fact.supersedes,
        fact.redirect_from,
        fact.draft,
    )

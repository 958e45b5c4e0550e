"""Check: what is written down is used: sources are cited, actors act, topics and series have facts.

Wrong: an actor that no fact names and nothing is part of.
Right: a fact that names it, or no file for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic, Severity
from factbook.evidence.checks.declaration import check_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Actor, Corpus, Record
    from factbook.evidence.model import Evidence


@check_of("site", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning for each thing with a page that would be empty."""
    cited_or_copied = {*corpus.facts_by_source, *_parents(corpus)}
    for source in corpus.sources.values():
        if source.id not in cited_or_copied and not source.draft:
            yield _unused("source-unused", "no fact cites this source", source.record)
    used = set(_used_actors(corpus))
    for actor in corpus.actors.values():
        if actor.id not in used and not actor.draft:
            yield _unused("actor-unused", "no fact names this actor, and nothing is part of it", actor.record)
    for topic in corpus.topics.values():
        if topic.id not in corpus.facts_by_topic and not topic.draft:
            yield _unused("topic-unused", "no fact belongs to this topic", topic.record)
    for series in corpus.series.values():
        if series.id not in corpus.facts_by_series and not series.draft:
            yield _unused("series-unused", "no fact puts a value on this series", series.record)


def _parents(corpus: Corpus) -> Iterator[str]:
    for source in corpus.sources.values():
        yield from (derived.source for derived in source.derived_from if derived.source)


def _used_actors(corpus: Corpus) -> Iterator[str]:
    """Actors in facts, publishers and agencies, and whatever these belong to."""
    named = [*corpus.facts_by_actor, *corpus.members]
    for source in corpus.sources.values():
        for name in (source.publisher, source.agency, *(derived.agency for derived in source.derived_from)):
            if name and name in corpus.actor_by_name:
                named.append(corpus.actor_by_name[name])
    for actor in corpus.actors.values():
        named.extend(_places(actor))
    yield from named


def _places(actor: Actor) -> Iterator[str]:
    yield from (role.of for role in actor.roles if role.of)
    yield from actor.speaks_for


def _unused(code: str, message: str, record: Record) -> Diagnostic:
    advice = "Remove the file, or write the fact that needs it."
    return Diagnostic(code, message, record.span("id"), Severity.WARNING, help=(advice,))

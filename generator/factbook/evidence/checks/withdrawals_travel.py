"""Check: a fact that is retracted supports nothing any more, wherever it is named.

Wrong: a judgement `based_on` a fact that is retracted.
Right: the judgement rewritten on the facts that stand, or taken out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content.model import MARK, variants
from factbook.content.schema import kind
from factbook.content.schema.texts import texts
from factbook.diagnostics.types import Diagnostic, Label
from factbook.evidence.checks.declaration import check_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Fact, Record
    from factbook.content.schema import Fields
    from factbook.content.yaml import Step, Value
    from factbook.evidence.model import Evidence

    Way = tuple[Step, ...]


@check_of("site", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A message for each place in a topic, actor, series or the briefing that names a retracted fact."""
    retracted = {name: fact for name, fact in corpus.facts.items() if fact.retracted is not None}
    if not retracted:
        return
    for record in _records(corpus):
        for name, way in (*_named(record.tree.value, kind(record.kind).fields, ()), *_marked(record)):
            if name in retracted:
                yield _withdrawn(retracted[name], record, way)


def _records(corpus: Corpus) -> Iterator[Record]:
    for things in (corpus.topics, corpus.actors, corpus.series):
        yield from (thing.record for thing in things.values())
    if corpus.briefing.record is not None:
        yield corpus.briefing.record


def _named(value: Value, fields: Fields, way: Way) -> Iterator[tuple[str, Way]]:
    """Facts that a record's keys name, and where."""
    assert isinstance(value, dict)
    for key, child in value.items():
        field = fields.leading.get(key)
        if field is None or not isinstance(child, list):
            continue
        for number, entry in enumerate(child):
            if field.to == "fact" and isinstance(entry, str):
                yield entry, (*way, key, number)
            elif isinstance(entry, dict) and field.type == "record":
                yield from _named(entry, field.fields, (*way, key, number))


def _marked(record: Record) -> Iterator[tuple[str, Way]]:
    """Facts that marks in a record's texts name, and where."""
    for text in texts(record.tree.value, kind(record.kind).fields):
        for language, words in variants(text.words, "") if text.field.marked else ():
            way = text.way if isinstance(text.words, str) else (*text.way, language)
            yield from ((mark[1], way) for mark in MARK.finditer(words))


def _withdrawn(fact: Fact, record: Record, way: Way) -> Diagnostic:
    labels = (Label(fact.record.span("retracted"), "it is retracted here"),)
    advice = "Rewrite what rests on it, then take the name out."
    message = f"`{fact.id}` is retracted and supports nothing"
    return Diagnostic("fact-withdrawn", message, record.span(*way), labels=labels, help=(advice,))

"""Check: relations between facts and sources say something: no fact against itself, no rank without its reason.

Wrong: `rank: deprecated` alone, or `derived_from: [{how: translation}]` without what it was made from.
Right: `rank: deprecated` with `rank_reason`, and `derived_from: [{source: ap-report, how: translation}]`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic
from factbook.evidence.checks.declaration import check_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Fact, Source
    from factbook.evidence.model import Evidence


@check_of("fact", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """Messages for relations of facts that are half said, or that a fact has with itself."""
    for fact in corpus.facts.values():
        yield from _of_fact(fact)


@check_of("site", needs_texts=False)
def check_sources(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """Messages for what is half said of where a document comes from."""
    for source in corpus.sources.values():
        yield from _of_source(source)


def _of_fact(fact: Fact) -> Iterator[Diagnostic]:
    for key, others in (("contradicts", fact.contradicts), ("supersedes", fact.supersedes)):
        if fact.id in others:
            span = fact.record.span(key, others.index(fact.id))
            yield Diagnostic("relation-self", f"`{fact.id}` {key} itself", span)
    if fact.rank != "normal" and not fact.rank_reason:
        message = f"a fact of rank `{fact.rank}` needs `rank_reason`: readers are shown why"
        yield Diagnostic("rank-unexplained", message, fact.record.span("rank"))


def _of_source(source: Source) -> Iterator[Diagnostic]:
    if "derived_from" not in source.record.tree.value:
        return
    for number, derived in enumerate(source.derived_from):
        if (derived.source is None) == (derived.agency is None and derived.report is None):
            message = (
                "an entry of `derived_from` names one thing: a `source`, or a report by its `agency` or `report`"
            )
            yield Diagnostic("derivation-form", message, source.record.span("derived_from", number))

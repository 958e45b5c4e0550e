"""Stage, between the checks and the pages: what is published of the corpus, which is all but its drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content.link import link
from factbook.diagnostics.types import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.content.model import Corpus, Record

_ADVICE = "Publish it as well, by taking its `draft` out, or make this a draft too."


def published(corpus: Corpus, language: str) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """The corpus without its drafts, and every place where what is published names one.

    `language` is the site's first.
    """
    records = tuple(_records(corpus))
    rest = [record for record in records if not _is_draft(record)]
    if len(rest) == len(records):
        return corpus, ()
    unresolved = set(link(records, language)[1])
    without, problems = link(rest, language)
    return without, tuple(_named(problem) for problem in problems if problem not in unresolved)


def count(corpus: Corpus) -> int:
    """How many drafts there are."""
    return sum(map(_is_draft, _records(corpus)))


def _records(corpus: Corpus) -> Iterator[Record]:
    for things in (corpus.sources, corpus.actors, corpus.topics, corpus.series, corpus.facts):
        yield from (thing.record for thing in things.values())
    if corpus.briefing.record is not None:
        yield corpus.briefing.record


def _is_draft(record: Record) -> bool:
    value = record.tree.value
    return isinstance(value, dict) and value.get("draft") == "true"


def _named(problem: Diagnostic) -> Diagnostic:
    message = "this names a draft, and is to be published itself"
    return Diagnostic("draft-named", message, problem.span, help=(_ADVICE,))

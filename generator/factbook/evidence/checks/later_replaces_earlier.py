"""Check: a fact replaces earlier ones, in no circle, and contradicts only what says something else.

Wrong: a fact of May that `supersedes` one of June; two facts with one value that `contradicts` each other.
Right: the later one supersedes the earlier one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic, Label, Severity
from factbook.evidence.checks.declaration import check_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factbook.config.settings import Settings
    from factbook.content.dates import Date
    from factbook.content.model import Corpus, Fact
    from factbook.evidence.model import Evidence


@check_of("site", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """An error for each circle, a warning for each relation that its own dates or values speak against."""
    for fact in corpus.facts.values():
        for number, name in enumerate(fact.supersedes):
            if name != fact.id and name in corpus.facts:
                yield from _replaces(fact, number, corpus.facts)
        for number, name in enumerate(fact.contradicts):
            if name != fact.id and name in corpus.facts and _agree(fact, corpus.facts[name]):
                message = f"`{name}` gives the same value, so the two do not contradict each other"
                span = fact.record.span("contradicts", number)
                yield Diagnostic("contradiction-agrees", message, span, Severity.WARNING, help=(_BOTH,))


def _replaces(fact: Fact, number: int, facts: Mapping[str, Fact]) -> Iterator[Diagnostic]:
    old = facts[fact.supersedes[number]]
    span = fact.record.span("supersedes", number)
    labels = (Label(old.record.span("date"), "the one that is replaced"),)
    if fact.id in _replaced(old, facts):
        message = f"`{fact.id}` and `{old.id}` replace each other in a circle"
        yield Diagnostic("supersedes-backwards", message, span, labels=labels, help=(_LATER,))
    elif _when(fact).last < _when(old).first:
        message = f"`{fact.id}` of {_when(fact).text} replaces `{old.id}`, which is later: {_when(old).text}"
        yield Diagnostic("supersedes-backwards", message, span, Severity.WARNING, labels=labels, help=(_LATER,))


def _replaced(fact: Fact, facts: Mapping[str, Fact]) -> set[str]:
    """Everything that a fact replaces, directly or not."""
    found: set[str] = set()
    todo = [fact]
    while todo:
        for name in todo.pop().supersedes:
            if name in facts and name not in found:
                found.add(name)
                todo.append(facts[name])
    return found


def _when(fact: Fact) -> Date:
    """When it was said."""
    return fact.asserted_on or fact.date


def _agree(one: Fact, other: Fact) -> bool:
    return one.figure is not None and one.figure == other.figure and one.stance == other.stance


_BOTH = "Two who say the same are two citations, or two facts without `contradicts`."
_LATER = "The later fact supersedes the earlier one; turn the relation round, or correct a date."

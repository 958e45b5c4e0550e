"""Check: a fact replaces earlier ones, in no circle, and contradicts only what says something else.

Wrong: a fact of May that `supersedes` one of June; "8 to 10" that `contradicts` "up to 12": both can be true.
Right: the later one supersedes the earlier one.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic, Label, Severity
from factbook.evidence.checks.declaration import check_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factbook.config.settings import Settings
    from factbook.content.dates import Date
    from factbook.content.model import Corpus, Fact, Figure
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
                message = f"`{name}` gives a value that fits this one, so the two do not contradict each other"
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
    """Whether two figures say the same, or leave room for one number that makes both true: "8 to 10", "up to 12"."""
    figure, against = one.figure, other.figure
    if figure is None or against is None or figure.series != against.series or one.stance != other.stance:
        return False
    return figure == against or (one.stance == "asserts" and _overlap(_span(figure), _span(against)))


def _span(figure: Figure) -> tuple[Decimal, Decimal, bool]:
    """Between which numbers the true one may lie, and whether these themselves are out."""
    low = -_INFINITE if figure.modifier in ("up-to", "less-than", "almost") else Decimal(figure.low)
    high = _INFINITE if figure.modifier in ("at-least", "more-than", "just-over") else Decimal(figure.high)
    return low, high, figure.modifier in ("less-than", "almost", "more-than", "just-over")


def _overlap(one: tuple[Decimal, Decimal, bool], other: tuple[Decimal, Decimal, bool]) -> bool:
    low, high = max(one[0], other[0]), min(one[1], other[1])
    return low < high or (low == high and not one[2] and not other[2])


_INFINITE = Decimal("Infinity")
_BOTH = "Leave `contradicts` out: both can be true, and values of one series stand side by side anyway."
_LATER = "The later fact supersedes the earlier one; turn the relation round, or correct a date."

"""Check: what the editors write in their own voice prints only numbers that a fact carries, and carries still.

Wrong: `summary: Some 15,000 soldiers were sent.` in a topic whose facts say 11,000 and 12,000.
Right: a number of the topic's facts; or a fact that says 15,000, with its quote.

Which texts these are stands in the vocabulary: all whose `traced` is `facts`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic, Label, Severity
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.checks.facts_behind import FactsBehind
from factbook.evidence.checks.stated_numbers import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Record
    from factbook.diagnostics.types import Span
    from factbook.evidence.checks.facts_behind import Traced
    from factbook.evidence.model import Evidence
    from factbook.evidence.numerals.quantity import Quantity

_CHIPS = frozenset({"summary", "because", "unknowns", "note"})
"""Fields in which a number is followed by the citations of its fact."""
_HELP = "Use a number of the facts, or write a fact that carries this one."


@check_of("site", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A message for each number in an editor's text that no fact has, or only one that no longer holds."""
    behind = FactsBehind(corpus, settings)
    for record in _records(corpus):
        for claim, text, traced in behind.traced(record):
            place = partial(claim.place, settings)
            yield from told(traced, corpus, place, has_chips=text.field.name in _CHIPS)


def told(traced: Traced, corpus: Corpus, place: Callable[[], Span], *, has_chips: bool) -> Iterator[Diagnostic]:
    """What is wrong with a number; `place` tells where it stands, `has_chips` whether citations are printed there."""
    if traced.withdrawn and not traced.facts:
        yield _withdrawn(traced, corpus, place())
    elif not traced.facts:
        yield _without_fact(traced, place())
    elif traced.bounded:
        yield _bounded(traced, traced.bounded, place())
    elif traced.is_open and has_chips:
        yield _open(traced, place())


def _records(corpus: Corpus) -> Iterator[Record]:
    for things in (corpus.topics, corpus.actors, corpus.series):
        yield from (thing.record for thing in things.values())
    if corpus.briefing.record is not None:
        yield corpus.briefing.record


def _without_fact(traced: Traced, place: Span) -> Diagnostic:
    message = f"“{one_line(traced.quantity.words)}” stands in no quote of {traced.whose}"
    return Diagnostic("number-without-fact", message, place, help=(_HELP,))


def _withdrawn(traced: Traced, corpus: Corpus, place: Span) -> Diagnostic:
    """Retracted facts carry nothing; replaced ones, and those advised against, what names them."""
    fact = corpus.facts[traced.withdrawn[0]]
    labels: tuple[Label, ...] = ()
    if fact.retracted is not None:
        what, advice = "which is retracted", "Rewrite this text: what it says has been taken back."
        labels = (Label(fact.record.span("retracted"), "it is retracted here"),)
    elif newer := corpus.superseded_by.get(fact.id):
        what = f"which `{newer[0]}` replaces"
        advice = f"Use the newer value, or name the earlier one with [^{fact.id}]."
    else:
        what, advice = "which is deprecated", f"Use another fact, or name this one with [^{fact.id}]."
    message = f"“{one_line(traced.quantity.words)}” stands only in `{fact.id}`, {what}"
    return Diagnostic("fact-withdrawn", message, place, labels=labels, help=(advice,))


def _bounded(traced: Traced, quoted: Quantity, place: Span) -> Diagnostic:
    there, here = (quantity.modifier or "exactly" for quantity in (quoted, traced.quantity))
    words = one_line(quoted.words)
    message = (
        f"`{traced.facts[0]}` has “{words}” as “{there.replace('-', ' ')}”, here it is “{here.replace('-', ' ')}”"
    )
    return Diagnostic(
        "modifier-differs", message, place, Severity.WARNING, help=("Bound the number as the fact does.",)
    )


def _open(traced: Traced, place: Span) -> Diagnostic:
    names = " and ".join(f"`{name}`" for name in traced.facts[:2])
    more = f" and {len(traced.facts) - 2} more" if len(traced.facts) > 2 else ""
    message = f"“{one_line(traced.quantity.words)}” stands in {names}{more}, and readers are shown one"
    advice = f"Put a mark behind it: [^{traced.facts[0]}], or another."
    return Diagnostic("mark-needed", message, place, Severity.WARNING, help=(advice,))

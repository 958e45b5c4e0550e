"""Check: a number is bounded as its source bounds it: "up to", "at least", "more than", "about" (rule 2).

Wrong: `figure: {value: 12000, modifier: exactly}` over the quote "up to 12,000 North Korean troops".
Right: `figure: {value: 12000, modifier: up-to}`, and "up to 12,000" in the statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.numbers_traced import fact_claims
from generator.diagnostics import Diagnostic, Label
from generator.numerals import modifiers
from generator.numerals.claims import backing, figure_claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Span
    from generator.model import Corpus, Evidence, Fact
    from generator.numerals.claims import Backing
    from generator.numerals.quantity import Quantity
    from generator.settings import Settings

_SPOKEN = {"up-to": "up to", "at-least": "at least", "more-than": "more than", "less-than": "less than"}


def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A message for each number whose value is in a quote under another modifier."""
    for fact in corpus.facts.values():
        behind = backing(fact, corpus)
        for claim, place in fact_claims(fact, corpus, settings):
            if claim.low not in behind.results:
                yield from _differs(claim, place, fact, behind, "Write the number as the quote bounds it.")
        yield from _figure(fact, behind)


def _figure(fact: Fact, behind: Backing) -> Iterator[Diagnostic]:
    if fact.figure is None:
        return
    try:
        claim = figure_claim(fact.figure)
    except ValueError:
        return  # told where the file is read: not a plain number
    value = fact.record.tree.value
    written = value.get("figure") if isinstance(value, dict) else None
    key = "modifier" if isinstance(written, dict) and "modifier" in written else "value"
    yield from _differs(claim, fact.record.span("figure", key), fact, behind, "", figure=True)


def _differs(
    claim: Quantity, place: Span, fact: Fact, behind: Backing, advice: str, *, figure: bool = False
) -> Iterator[Diagnostic]:
    agreement = modifiers(claim, behind.quotes)
    if agreement.found or agreement.quantity is None or agreement.quote is None:
        return
    said = agreement.quantity.modifier
    words = " ".join(agreement.quantity.words.split())
    here = f"“{_spoken(claim.modifier)}” stands here" if _spoken(claim.modifier) else "nothing bounds it here"
    there = f"bounds “{words}” by “{_spoken(said)}”" if _spoken(said) else f"gives “{words}” without bounds"
    message = f"the quote {there}, and {here}"
    span = fact.record.span("citations", behind.citations[agreement.quote], "quote")
    advice = advice if not figure else f"Write `modifier: {_choice(said)}`."
    yield Diagnostic("modifier-differs", message, place, labels=(Label(span, "said here"),), help=(advice,))


def _spoken(modifier: str | None) -> str:
    """The modifier in plain words; nothing where the number stands for itself."""
    return "" if modifier in (None, "exactly") else _SPOKEN.get(modifier or "", modifier or "")


def _choice(said: str | None) -> str:
    return {"less-than": "up-to", None: "exactly"}.get(said, said or "exactly")

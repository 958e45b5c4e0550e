"""Check: a number keeps the measure of its quote: km are not miles, a day is not a year (rule 2).

Wrong: `statement: The front moved by 5 miles.` over the quote "5 kilometres".
Right: the unit of the quote, or the conversion under `computed`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic, Label, Severity
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.checks.stated_numbers import fact_claims, one_line
from factbook.evidence.numerals.claims import backing
from factbook.evidence.numerals.match import supporting
from factbook.evidence.numerals.unit_names import unit_behind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.evidence.checks.stated_numbers import Claim
    from factbook.evidence.model import Evidence
    from factbook.evidence.numerals.match import Quote
    from factbook.evidence.numerals.quantity import Quantity


@check_of("fact", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning for each number whose quotes all give another measure of the same kind."""
    for fact in corpus.facts.values():
        behind = None
        for claim in fact_claims(fact, corpus, settings):
            said = _unit(claim, settings)
            if not said or claim.quantity.low in (behind := behind or backing(fact, corpus)).results:
                continue
            if other := other_measure(claim.quantity, said, behind.quotes):
                index, words = other
                span = fact.record.span("citations", behind.citations[index], "quote")
                message = f"“{one_line(claim.quantity.words)}” counts {spoken(said)} here, and {words} in the quote"
                yield Diagnostic(
                    "measure-differs",
                    message,
                    claim.place(settings),
                    Severity.WARNING,
                    labels=(Label(span, "said here"),),
                    help=("Keep the unit of the quote, or put the conversion under `computed`.",),
                )


def _unit(claim: Claim, settings: Settings) -> str:
    language = claim.way[-1] if len(claim.way) > 1 else settings.languages[0]
    return unit_behind(claim.text, claim.quantity.end, str(language)) if claim.quantity.kind == "number" else ""


def other_measure(number: Quantity, said: str, quotes: Sequence[Quote]) -> tuple[int, str] | None:
    """The quote's unit where each quote of a number has another than the one that is said."""
    found = None
    for index, quantity in supporting(number, quotes):
        text, language = quotes[index]
        unit = unit_behind(text, quantity.end, language)
        if unit in (said, "") or _degrees(unit, said):
            return None
        found = index, spoken(unit)
    return found


def _degrees(*units: str) -> bool:
    """Whether one only says degrees, of whatever scale."""
    return "temperature-generic" in units and all(unit.startswith("temperature") for unit in units)


def spoken(unit: str) -> str:
    """The name of a unit in plain words."""
    return unit.partition("-")[2].replace("-", " ") + "s"

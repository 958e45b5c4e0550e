"""Check: a number is bounded as its source bounds it: "up to", "at least", "more than", "about" (rule 2).

Wrong: `figure: {value: 12000, modifier: exactly}` over the quote "up to 12,000 North Korean troops".
Right: `figure: {value: 12000, modifier: up-to}`, and "up to 12,000" in the statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content.model import variants
from factbook.diagnostics.types import Diagnostic, Label
from factbook.evidence.checks.stated_numbers import one_line
from factbook.evidence.cues.lexicon import found
from factbook.evidence.numerals import carried, modifier_differs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Fact
    from factbook.diagnostics.types import Span
    from factbook.evidence.checks.stated_numbers import Claim
    from factbook.evidence.numerals.claims import Backing
    from factbook.evidence.numerals.quantity import Quantity, Support


def differences(
    fact: Fact, behind: Backing, traced: Iterable[tuple[Claim, Support]], settings: Settings
) -> Iterator[Diagnostic]:
    """A message for each number of the fact whose value is in a quote under another modifier.

    Called by `numbers_traced` with what it has `traced` in its own pass: that takes most of the time.
    """
    for claim, support in traced:
        worked_out = claim.quantity.low in behind.results
        if not worked_out and _bounded_otherwise(claim.quantity, support, fact, behind, settings.languages[0]):
            advice = "Write the number as the quote bounds it."
            yield _differs(claim.quantity, support, claim.place(settings), fact, behind, advice)


def figure_differs(
    fact: Fact, behind: Backing, claim: Quantity, support: Support, first: str
) -> Iterator[Diagnostic]:
    """A message for a figure whose value is in a quote under another modifier."""
    if support.quantity is None or not _bounded_otherwise(claim, support, fact, behind, first):
        return
    value = fact.record.tree.value
    written = value.get("figure") if isinstance(value, dict) else None
    key = "modifier" if isinstance(written, dict) and "modifier" in written else "value"
    advice = f"Write `modifier: {support.quantity.modifier or 'exactly'}`."
    yield _differs(claim, support, fact.record.span("figure", key), fact, behind, advice)


def _bounded_otherwise(claim: Quantity, support: Support, fact: Fact, behind: Backing, first: str) -> bool:
    """Whether neither the quotes with the claim's value nor their translation bound it so."""
    if not modifier_differs(claim, support) or _translated(claim, support, fact, behind, first):
        return False
    about = support.quantity is not None and support.quantity.modifier == "about" and claim.modifier is None
    return not (
        about and any(found(text, language, "estimate") for language, text in variants(fact.statement, first))
    )


def _translated(claim: Quantity, support: Support, fact: Fact, behind: Backing, first: str) -> bool:
    """Whether a bound for which the quote has no word that is known here stands in its translation."""
    if support.quantity is None or support.quantity.modifier or support.quote is None:
        return False
    words = fact.citations[behind.citations[support.quote]].translation
    translations = ((text, language) for language, text in variants(words, first) if words)
    hits = (carried(claim, (translation,)) for translation in translations)
    return any(hit is not None and not modifier_differs(claim, hit) for hit in hits)


def _differs(
    claim: Quantity, agreement: Support, place: Span, fact: Fact, behind: Backing, advice: str
) -> Diagnostic:
    assert agreement.quantity is not None
    words = one_line(agreement.quantity.words)
    said, claimed = _spoken(agreement.quantity.modifier), _spoken(claim.modifier)
    there = f"bounds “{words}” by “{said}”" if said else f"gives “{words}” without bounds"
    here = f"“{claimed}” stands here" if claimed else "nothing bounds it here"
    span = fact.record.span("citations", behind.citations[agreement.quote or 0], "quote")
    labels = (Label(span, "said here"),)
    return Diagnostic("modifier-differs", f"the quote {there}, and {here}", place, labels=labels, help=(advice,))


def _spoken(modifier: str | None) -> str:
    """The modifier in plain words; nothing where the number stands for itself."""
    return "" if modifier in (None, "exactly") else modifier.replace("-", " ")

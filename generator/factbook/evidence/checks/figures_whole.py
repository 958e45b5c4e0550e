"""Check: a figure gives one value, or a range with both ends in order, and not both.

Wrong: `figure: {series: troops, value: "11000", low: "8000"}`.
Right: `figure: {series: troops, value: "11000"}` or `figure: {series: troops, low: "8000", high: "10000"}`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic
from factbook.evidence.checks.declaration import check_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.evidence.model import Evidence


@check_of("fact", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A message for each figure that says nothing, or two things."""
    for fact in corpus.facts.values():
        value = fact.record.tree.value
        figure = value.get("figure") if isinstance(value, dict) else None
        if not fact.figure or not isinstance(figure, dict):
            continue
        span = fact.record.tree.key_span("figure")
        if "value" in figure and ("low" in figure or "high" in figure):
            yield Diagnostic("figure-form", "a figure has a `value` or a range from `low` to `high`, not both", span)
        elif "value" not in figure and not ("low" in figure and "high" in figure):
            yield Diagnostic("figure-form", "a figure needs a `value`, or both `low` and `high`", span)
        elif Decimal(fact.figure.low.replace("−", "-")) > Decimal(fact.figure.high.replace("−", "-")):
            message = f"the range begins above its end: {fact.figure.low} to {fact.figure.high}"
            yield Diagnostic("figure-form", message, fact.record.span("figure", "low"))

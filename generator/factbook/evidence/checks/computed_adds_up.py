"""Check: a number that we worked out is what its working comes to, and the working starts from quoted numbers.

Wrong: `computed: [{value: 86, from: 55 + 30}]`.
Right: `computed: [{value: 85, from: 55 + 30}]`, with 55 and 30 in the quotes.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.numerals import Quantity, WorkingMistake, evaluate, operands
from factbook.evidence.numerals.claims import backing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Computed, Corpus, Fact
    from factbook.evidence.model import Evidence
    from factbook.evidence.numerals import Operand
    from factbook.evidence.numerals.claims import Backing

_HELP_OPERAND = "Quote the words that have this number."
_FACTORS = frozenset(Fraction(factor) for factor in (100, 1000, 1_000_000))
"""May stand in a working without words: they turn parts into percent and thousands into millions."""


@check_of("fact", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """Messages for workings that cannot be read, come to something else, or start from numbers of nobody."""
    for fact in corpus.facts.values():
        if fact.computed:
            behind = backing(fact, corpus)
            for number, computed in enumerate(fact.computed):
                yield from _working(fact, number, computed, behind)


def _working(fact: Fact, number: int, computed: Computed, behind: Backing) -> Iterator[Diagnostic]:
    result = evaluate(computed.working)
    span = fact.record.span("computed", number, "from")
    if isinstance(result, WorkingMistake):
        message = f"the working cannot be read: {result.message} (character {result.position + 1})"
        yield Diagnostic("computed-wrong", message, span, help=("A working is a sum such as 55 + 30.",))
        return
    if not _is_result(computed.value, result):
        message = f"{computed.working} is {_shown(result)}, not {computed.value}"
        yield Diagnostic("computed-wrong", message, fact.record.span("computed", number, "value"))
    earlier = {evaluate(before.working) for before in fact.computed[:number]}
    for operand in operands(computed.working):
        if behind.complete and operand.value not in earlier | _FACTORS and not _quoted(operand, behind):
            words = computed.working[operand.start : operand.end]
            message = f"“{words}” in the working stands in no quote of this fact"
            yield Diagnostic("number-without-words", message, span, help=(_HELP_OPERAND,))


def _is_result(value: str, result: Fraction) -> bool:
    """Exactly, or rounded to the decimals that `value` has when the result has no end (33.3 for 100 / 3)."""
    try:
        claimed = Fraction(value.replace("−", "-"))
    except ValueError:
        return True  # told where the file is read: not a plain number
    if claimed == result:
        return True
    decimals = len(value.partition(".")[2])
    return _endless(result) and decimals > 0 and abs(claimed - result) * 2 <= Fraction(1, 10**decimals)


def _endless(result: Fraction) -> bool:
    rest = result.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest != 1


def _shown(result: Fraction) -> str:
    if result.denominator == 1:
        return str(result.numerator)
    return f"{float(result):.6g}" + ("…" if _endless(result) else "")


def _quoted(operand: Operand, behind: Backing) -> bool:
    outside = replace(behind, results=())
    return any(outside.support(claim).found for claim in _readings(operand))


def _readings(operand: Operand) -> Iterator[Quantity]:
    """A number in a working has no unit of its own: it may be a count, a share, or the end of a range."""
    claim = Quantity(operand.value, operand.value, "percent", operand.start, operand.end, "")
    yield claim
    yield replace(claim, kind="percentage-points")
    if not operand.percent:
        yield replace(claim, kind="number", modifier="up-to")
        yield replace(claim, kind="number", modifier="at-least")

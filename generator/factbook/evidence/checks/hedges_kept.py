"""Check: what the source only plans, expects, alleges or holds possible is not stated as done or known.

Wrong: `statement: The ministry bought 40 tanks.` over the quote "plans to buy 40 tanks".
Right: `statement: The ministry planned to buy 40 tanks.`
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.evidence.checks.declaration import check_of
from factbook.evidence.checks.statement_and_quotes import compared, keys, same_language, spoken_of
from factbook.evidence.checks.two_languages import small_numbers
from factbook.evidence.cues.lexicon import found
from factbook.evidence.numerals import supported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.diagnostics.types import Diagnostic
    from factbook.evidence.checks.statement_and_quotes import Compared
    from factbook.evidence.checks.two_languages import SaidText
    from factbook.evidence.cues.lexicon import Cue
    from factbook.evidence.model import Evidence

REACH = 4
"""Telling words behind a hedge for which it holds."""
_KINDS = {
    "possible": ("possible",),
    "future": ("future", "coming", "possible"),
    "partly": ("partly", "some"),
    "asked": ("asked", "future", "coming"),
}
"""What answers a hedge of a quote in the statement."""
CODE = "hedge-lost"
_ADVICE = "Keep the hedge: what may be, or is planned, is not yet so."


@check_of("fact", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning for a hedge of a quote that the statement, its caveat and its stance do not keep."""
    for pair in compared(corpus, settings.languages[0]):
        if lost := next(_lost(pair), None):
            yield pair.warning(CODE, f"the quote says “{lost.words}”, and nothing here does", _ADVICE)
        elif pair.fact.stance == "expects" and (past := _told_as_past(pair)):
            message = f"`stance: expects`, and “{past.words}” tells it as done"
            yield pair.warning(CODE, message, _ADVICE)


def _told_as_past(pair: Compared) -> Cue | None:
    """The verb by which a statement tells as done what its stance expects."""
    if any(_count(pair, answer) for answer in _KINDS["future"]):
        return None
    text = pair.statement
    verbs = (cue for cue in found(text.words, text.language, "past"))
    return next((cue for cue in verbs if not found(cue.words, text.language, "speech")), None)


def _lost(pair: Compared) -> Iterator[Cue]:
    if not _count(pair, "only"):
        mine = ((pair.statement.words, pair.statement.language),)
        same = (quote for quote in pair.quotes if same_language(quote, pair.statement))
        for cue, number in (small for quote in same for small in small_numbers(quote)):
            support = supported(number, mine)
            if support.found and not (support.quantity and support.quantity.modifier):  # just under one is barely one
                yield cue
    for kind, answers in _KINDS.items():
        if kind == "possible" and _count(pair, "left_open"):
            continue
        for quote in pair.quotes:
            hedges = found(quote.words, quote.language, kind) if same_language(quote, pair.statement) else ()
            kept = sum(_count(pair, answer) for answer in answers) if hedges else 0
            if not kept or (kind == "partly" and kept < len(hedges)):
                said = keys(pair.statement.words, pair.statement.language)
                denied = _count(pair, "negation")
                yield from (
                    hedge
                    for hedge in hedges
                    if not said.isdisjoint(spoken_of(quote, hedge, REACH))
                    and not (pair.fact.asserted_by and found(hedge.words, quote.language, "hearsay"))
                    and not (denied and (found(hedge.words, quote.language, "denies") or _negated(quote, hedge)))
                )


def _negated(quote: SaidText, hedge: Cue) -> bool:
    """Whether a negation stands right before a hedge: what is not possible is no hedge."""
    negations = found(quote.words, quote.language, "negation")
    return any(quote.words[negation.end : hedge.start].isspace() for negation in negations)


def _count(pair: Compared, name: str) -> int:
    return sum(len(found(text.words, text.language, name)) for text in (pair.statement, pair.aside))

"""Check: every number that the site prints stands in the words of a source, or is worked out from such (rule 2).

Wrong: `statement: 11,000 soldiers arrived.` over the quote "up to 12,000 North Korean troops".
Right: the number of the quote, in digits or in words of any language; or its working under `computed`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factbook.content.schema import kind
from factbook.content.schema.texts import texts
from factbook.diagnostics.types import Diagnostic, Label, Severity
from factbook.evidence.checks import modifiers_agree
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.checks.stated_numbers import claims_in, fact_claims, is_aside, one_line
from factbook.evidence.numerals import read, supported, words_known
from factbook.evidence.numerals.claims import backing, end_claims, figure_claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Fact
    from factbook.diagnostics.types import Span
    from factbook.evidence.model import Evidence
    from factbook.evidence.numerals.claims import Backing
    from factbook.evidence.numerals.quantity import Quantity, Support

_SCALES = (1000, 10**6, 10**9)
_HELP = (
    "Quote the words that have this number, or correct it to what the source says.",
    "If you worked it out, put the working under `computed`.",
)


@check_of("fact", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A message for each number, date and amount that nothing stands behind, in every language variant."""
    for fact in corpus.facts.values():
        behind = backing(fact, corpus)
        if not behind.complete:
            continue  # told where the source is read
        traced = [(claim, behind.support(claim.quantity)) for claim in fact_claims(fact, corpus, settings)]
        for claim, support in traced:
            if not support.found:
                yield _untraced(claim.quantity, claim.place(settings), support, fact, behind)
        yield from modifiers_agree.differences(fact, behind, traced, settings)
        if figure := figure_claim(fact, corpus, settings.languages[0]):
            yield from _figure(fact, behind, figure, settings.languages[0])
        yield from _translations(fact, behind, settings)
        yield from _notes(fact, behind, settings)


def _untraced(claim: Quantity, place: Span, support: Support, fact: Fact, behind: Backing) -> Diagnostic:
    message = f"“{one_line(claim.words)}” stands in no quote of this fact"
    labels: tuple[Label, ...] = ()
    if support.quantity is not None and support.quote is not None:
        message += f"; {_nearest(claim, support.quantity)}"
        span = fact.record.span("citations", behind.citations[support.quote], "quote")
        labels = (Label(span, f"“{one_line(support.quantity.words)}” stands here"),)
    problem = Diagnostic("number-without-words", message, place, labels=labels, help=_HELP)
    unread = next((language for _, language in behind.quotes if not words_known(language)), None)
    if unread is None:
        return problem
    advice = f"Number words of `{unread}` are not known here: if the quote has this one, answer the warning."
    return replace(problem, severity=Severity.WARNING, help=(advice, *_HELP))


def _nearest(claim: Quantity, nearest: Quantity) -> str:
    """What stands there instead; for the same signs in two languages, how each language reads them."""
    if claim.words == nearest.words and claim.low != nearest.low:
        return f"in this language it is {float(claim.low):g}, in the quote's {float(nearest.low):g}"
    return f"the nearest there is “{one_line(nearest.words)}”"


def _figure(fact: Fact, behind: Backing, claim: Quantity, first: str) -> Iterator[Diagnostic]:
    """The value of a figure, or both ends of its range; and its modifier."""
    support = behind.support(claim)
    yield from modifiers_agree.figure_differs(fact, behind, claim, support, first)
    value, figure = fact.record.tree.value, fact.figure
    if support.found or figure is None:
        return
    if isinstance(value, dict) and "value" in (value.get("figure") or {}):
        yield _in_full(_untraced(claim, fact.record.span("figure", "value"), support, fact, behind), claim, behind)
        return
    for end, key, words in zip(end_claims(claim), ("low", "high"), (figure.low, figure.high), strict=True):
        if not (support := behind.support(end)).found:
            named = replace(end, words=words)
            problem = _untraced(named, fact.record.span("figure", key), support, fact, behind)
            yield _in_full(problem, end, behind)


def _in_full(problem: Diagnostic, claim: Quantity, behind: Backing) -> Diagnostic:
    """With the advice to write `48500000` where a figure says 48.5 for a quote's "£48.5 million"."""
    for text, language in behind.quotes:
        for quoted in read(text, language):
            for scale in _SCALES:
                if claim.low * scale in (quoted.low, quoted.high):
                    words, digits = one_line(quoted.words), int(claim.low * scale)
                    advice = f"A figure is written in full: {digits} for “{words}”. The site groups its digits."
                    return replace(problem, help=(advice, *problem.help[1:]))
    return problem


def _translations(fact: Fact, behind: Backing, settings: Settings) -> Iterator[Diagnostic]:
    """A translation prints no number that its own quote does not have."""
    for quote, number in zip(behind.quotes, behind.citations, strict=True):
        words = fact.citations[number].translation
        for claim in claims_in(words, fact.record, settings, "citations", number, "translation") if words else ():
            support = supported(claim.quantity, (quote,), behind.dates)
            if not (support.found or _is_first(claim.quantity)):
                message = f"“{one_line(claim.quantity.words)}” is not in the quote that this translates"
                if support.quantity is not None:
                    message += f"; the nearest there is “{one_line(support.quantity.words)}”"
                span = fact.record.span("citations", number, "quote")
                labels = (Label(span, "the quote stands here"),)
                severity = Severity.ERROR if words_known(quote[1]) else Severity.WARNING
                yield Diagnostic("number-without-words", message, claim.place(settings), severity, labels=labels)


def _is_first(quantity: Quantity) -> bool:
    """Whether it is the word "first", which other languages need no number for: set aside first."""
    return quantity.spelled and quantity.kind == "ordinal" and quantity.low == 1


def _notes(fact: Fact, behind: Backing, settings: Settings) -> Iterator[Diagnostic]:
    """What is said of a quote beside its translation prints no number that the fact's quotes do not have."""
    for text in texts(fact.record.tree.value, kind("fact").fields):
        if text.field.traced != "quotes" or text.way[0] != "citations" or text.field.name == "translation":
            continue
        for claim in claims_in(text.words, fact.record, settings, *text.way):
            support = behind.support(claim.quantity)
            if not support.found and not is_aside(claim.quantity):
                yield _untraced(claim.quantity, claim.place(settings), support, fact, behind)

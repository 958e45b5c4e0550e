"""Check: every quote stands in its source, in the source's own lines, once (evidence rules 1 and 6).

Wrong: `quote: 12,000 troops were sent` where the source says "up to 12,000 North Korean troops have been sent".
Right: `quote: up to 12,000 North Korean troops have been sent`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic, Severity
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.texts.character_tables import QUOTATIONS
from factbook.evidence.texts.differences import differences
from factbook.evidence.texts.normalize import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Source
    from factbook.diagnostics.types import Span
    from factbook.evidence.model import Evidence, QuoteLookup


@check_of("fact", needs_texts=True)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A message for each quote that is missing, stands more than once, is refuted or cannot be verified."""
    for (name, number), finding in evidence.lookups.items():
        if finding.standing in ("confirmed", "unread") or (finding.standing == "found" and not finding.reason):
            continue  # what is unread is told once for the source, by texts_held
        fact = corpus.facts[name]
        source = corpus.sources[fact.citations[number].source]
        quote = fact.citations[number].quote
        problem = _problem(finding, source, fact.record.span("citations", number, "quote"), quote)
        yield _marks_told(problem) if _is_in_marks(quote) else problem


def _is_in_marks(quote: str) -> bool:
    return len(quote) > 1 and quote[0] in QUOTATIONS and quote[-1] in QUOTATIONS


def _marks_told(problem: Diagnostic) -> Diagnostic:
    advice = "The quotation marks around the words count as a part of them: leave them out, if the source has none."
    return replace(problem, help=(advice, *problem.help))


def _problem(finding: QuoteLookup, source: Source, span: Span, quote: str) -> Diagnostic:
    if finding.standing == "ambiguous":
        return _ambiguous(finding, source, span)
    if finding.standing in ("unverifiable", "found"):
        told = Severity.WARNING if finding.standing == "unverifiable" else Severity.NOTE
        message = f"this quote cannot be verified without the text of `{source.id}`"
        advice = "Quote a few words more, or check with the text at hand (FACTBOOK_SNAPSHOTS names its folder)."
        reason = f"{finding.reason}."
        return Diagnostic("quote-unverifiable", message, span, told, help=(reason, advice))
    if finding.standing == "refuted" and finding.elsewhere is None:
        message = f"this quote does not match the fingerprint of `{source.id}`"
        advice = "With the text at hand (FACTBOOK_SNAPSHOTS names its folder) the closest passage is shown."
        return Diagnostic("quote-refuted", message, span, help=(f"{finding.reason}.", advice))
    return _missing(finding, source, span, quote)


def _ambiguous(finding: QuoteLookup, source: Source, span: Span) -> Diagnostic:
    lines = ", ".join(str(line) for line in finding.places[:6])
    message = f"this quote stands {len(finding.places)} times in `{source.id}`: in its lines {lines}"
    advice = "Add `prefix` or `suffix` with the words right before or after the place that is meant."
    return Diagnostic("quote-ambiguous", message, span, help=(advice,))


def _missing(finding: QuoteLookup, source: Source, span: Span, quote: str) -> Diagnostic:
    if finding.elsewhere is not None:
        own = ", ".join(f"{first}-{last}" for first, last in source.parts) or "all"
        message = (
            f"this quote stands in line {finding.elsewhere} of the file, outside the lines of `{source.id}` ({own})"
        )
        advice = (
            "Words outside the lines belong to another document: cite that one, or correct `lines` in the source."
        )
        return Diagnostic("quote-not-found", message, span, help=(advice,))
    message = f"this quote does not stand in `{source.id}`"
    if not finding.closest:
        advice = "No passage is like it. Is it the right source? `factbook find` looks in all texts."
        return Diagnostic("quote-not-found", message, span, help=(advice,))
    closest = f"The closest words, in line {finding.closest_line}: “{finding.closest}”"
    return Diagnostic(
        "quote-not-found", message, span, help=(closest, *differences(words(quote), words(finding.closest)))
    )

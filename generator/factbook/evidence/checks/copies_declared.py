"""Check: two documents that share much of their wording have one origin, and say so (evidence rule 4).

Wrong: a reprint of an agency report without `derived_from`, which would count as a second voice.
Right: `derived_from: [{agency: Associated Press, report: ap-2024-11-16, how: syndication}]` in both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic, Label, Severity
from factbook.evidence.checks.declaration import check_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.evidence.model import Evidence, SuspectedCopy


@check_of("site", needs_texts=True)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning for each pair of documents that read alike and count as two."""
    for likeness in evidence.suspected_copies:
        if corpus.origin_of[likeness.one] == corpus.origin_of[likeness.other]:
            continue
        one, other = corpus.sources[likeness.one], corpus.sources[likeness.other]
        if other.made_from and not one.made_from:  # told where something is missing
            one, other = other, one
        labels = (Label(one.record.span("id"), "the other document"),)
        abroad = one.language.partition("-")[0] != other.language.partition("-")[0]
        message, shared = _said(likeness, one.id, "in another language" if abroad else "in other words")
        advice = (
            shared,
            "If one comes from the other, say so with `derived_from`; copies and translations count once.",
        )
        yield Diagnostic("copy-undeclared", message, other.record.span("id"), Severity.WARNING, labels, advice)


def _said(likeness: SuspectedCopy, one: str, how: str) -> tuple[str, str]:
    """What the two share, and the measure of it."""
    shown = f"“{likeness.passage}”" if likeness.passage else ""
    if likeness.translated:
        message = f"{likeness.share:.0%} of the numbers stand in the same order in `{one}`, {how}"
        return f"{message}, and the two count as independent", _both(likeness.passage, ", in this order: ")
    message = f"{likeness.share:.0%} of the wording is also that of `{one}`, and the two count as independent"
    return message, _both(shown, ": ")


def _both(passage: str, link: str) -> str:
    return f"Both hold{link}{passage}" if passage else "With the texts at hand it is shown what they share."

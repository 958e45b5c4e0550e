"""Check: two documents that share much of their wording have one origin, and say so (evidence rule 4).

Wrong: a reprint of an agency report without `derived_from`, which would count as a second voice.
Right: `derived_from: {agency: Associated Press, report: ap-2024-11-16, how: syndication}` in both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Label, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Corpus, Evidence
    from generator.settings import Settings


def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning for each pair of documents that read alike and count as two."""
    for likeness in evidence.likenesses:
        if corpus.origin_of[likeness.one] == corpus.origin_of[likeness.other]:
            continue
        one, other = corpus.sources[likeness.one], corpus.sources[likeness.other]
        message = f"{likeness.share:.0%} of the wording is also that of `{one.id}`, and the two count as independent"
        labels = (Label(one.record.span("id"), "the other document"),)
        advice = (
            f"Both hold: “{likeness.passage}”",
            "If one is a copy, say so with `derived_from`; copies count once.",
        )
        yield Diagnostic("copy-undeclared", message, other.record.span("id"), Severity.WARNING, labels, advice)

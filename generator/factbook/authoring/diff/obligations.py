"""Comparison: what a change still owes the readers (evidence rule 7: no silent edits)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.authoring.diff.fingerprints import demands_of
from factbook.content.yaml import passage
from factbook.diagnostics.types import Diagnostic, Severity, in_order
from factbook.site.urls import page_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factbook.authoring.diff.compare import Altered, Comparison, Other
    from factbook.content.model import Fact

NAMED = 3
"""How many changed fields a message names."""


def obligations(comparison: Comparison, redirects: Mapping[str, str], revision: str) -> tuple[Diagnostic, ...]:
    """The notes and retractions that are missing, and pages that would be lost.

    `redirects` are the new corpus's, `revision` is what the reader calls the old state.
    """
    return in_order(
        (
            *(_silent(one, revision) for one in comparison.altered if _is_silent(one)),
            *(_disappeared(fact, revision) for fact in comparison.disappeared),
            *_lost(comparison.others, redirects, revision),
            *demands_of(comparison.fingerprints, revision),
        )
    )


def _is_silent(one: Altered) -> bool:
    return not one.explained and any(alteration.needs_note for alteration in one.alterations)


def _silent(one: Altered, revision: str) -> Diagnostic:
    owed = [alteration for alteration in one.alterations if alteration.needs_note]
    fields = [alteration.label for alteration in owed]
    named = ", ".join(fields[:NAMED]) + (f" and {len(fields) - NAMED} more" if len(fields) > NAMED else "")
    message = f"`{one.after.id}` was published with another {named}, and no `revised` note says what changed"
    advice = (
        f"Add to the fact, under `revised:`, an entry `- on: DAY` with `note: WHAT WAS WRONG` (since {revision}).",
        f"It was: {passage(owed[0].before, 200)}" if owed[0].before else f"There was no {owed[0].label} before.",
    )
    record = one.after.record
    return Diagnostic("change-without-note", message, record.span(*owed[0].way), help=advice)


def _disappeared(fact: Fact, revision: str) -> Diagnostic:
    message = f"the fact `{fact.id}` was published and is gone: facts are retracted, not deleted"
    advice = (
        f"Put it back as it was in {revision}, and add `retracted:` with `on: DAY` and `note: WHY`.",
        f"Its address then stays, and says so. If it has another id now, add `redirect_from: [{fact.id}]` there.",
    )
    return Diagnostic("fact-disappeared", message, fact.record.span("id"), help=advice)


def _lost(others: tuple[Other, ...], redirects: Mapping[str, str], revision: str) -> Iterator[Diagnostic]:
    for other in others:
        page = page_path(other.kind, other.id)
        if other.what != "gone" or page in redirects:
            continue
        message = f"the {other.kind} `{other.id}` was published and is gone, and links to {page} lead nowhere"
        advice = f"If it was renamed, add `redirect_from: [{other.id}]` to its new file."
        yield Diagnostic("page-disappeared", message, other.record.span("id"), Severity.WARNING, help=(advice,))

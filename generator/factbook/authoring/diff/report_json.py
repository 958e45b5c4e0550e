"""Report: a comparison with a git revision, for programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from factbook.authoring.diff.report_text import notes
from factbook.content.model import in_language
from factbook.diagnostics.formats.json import objects

if TYPE_CHECKING:
    from factbook.authoring.diff import Altered, Comparison, FieldChange, Other
    from factbook.content.model import Fact
    from factbook.diagnostics.types import Diagnostic


def changes_json(
    one: Comparison, owed: tuple[Diagnostic, ...], revision: str, language: str, prefix: str = ""
) -> str:
    """One object: what was added, changed, retracted, what is gone, the pages, the evidence, the demands."""
    return json.dumps(
        {
            "revision": revision,
            "added": [_fact(fact, language, prefix) for fact in one.added],
            "changed": [_altered(each, language, prefix) for each in one.altered],
            "retracted": [_altered(each, language, prefix) for each in one.retracted],
            "gone": [_fact(fact, language, prefix) for fact in one.disappeared],
            "others": [_other(other) for other in one.others],
            "fingerprints": [asdict(each) for each in one.fingerprints],
            "pages": list(one.pages),
            "evidence": {"before": asdict(one.before), "after": asdict(one.after)},
            "demands": objects(owed, prefix),
        },
        indent=2,
    )


def _fact(fact: Fact, language: str, prefix: str) -> dict[str, object]:
    place = fact.record.span("id")
    statement, _ = in_language(fact.statement, language, language)
    return {"id": fact.id, "statement": statement, "path": prefix + place.path, "line": place.line}


def _altered(one: Altered, language: str, prefix: str) -> dict[str, object]:
    return {
        **_fact(one.after, language, prefix),
        "fields": _fields(one.alterations),
        "notes": list(notes(one, language)),
    }


def _other(other: Other) -> dict[str, object]:
    return {"kind": other.kind, "id": other.id, "what": other.what, "fields": _fields(other.alterations)}


def _fields(alterations: tuple[FieldChange, ...]) -> list[dict[str, str]]:
    return [
        {"field": each.field, "label": each.label, "before": each.before, "after": each.after} for each in alterations
    ]

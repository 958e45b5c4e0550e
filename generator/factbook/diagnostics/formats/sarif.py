"""Report: diagnostics as SARIF 2.1.0, which code scanning services and editors read.

See https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import quote

from factbook import __version__
from factbook.diagnostics import catalogue
from factbook.diagnostics.formats.gitlab import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.diagnostics.types import Diagnostic, Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"


def sarif(problems: Iterable[Diagnostic], prefix: str = "") -> str:
    """The log of one run; `prefix` leads from the repository's root to the site."""
    told = tuple(problems)
    codes = sorted({problem.code for problem in told})
    seen: Counter[str] = Counter()
    driver = {"name": "Factbook", "version": __version__, "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, prefix, codes, seen) for problem in told],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(code: str) -> dict[str, object]:
    sentence, page = catalogue.sentence(code), catalogue.page(code)
    described = {"shortDescription": {"text": sentence}, "help": {"text": page, "markdown": page}} if page else {}
    return {"id": code, **described}


def _result(problem: Diagnostic, prefix: str, codes: list[str], seen: Counter[str]) -> dict[str, object]:
    others = [{**_location(label.span, prefix), "message": {"text": label.text}} for label in problem.labels]
    return {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": problem.severity.value,
        "message": {"text": " ".join((f"{problem.message}.", *problem.help))},
        "locations": [_location(problem.span, prefix)],
        **({"relatedLocations": others} if others else {}),
        "partialFingerprints": {"factbook/v1": fingerprint(problem, prefix + problem.span.path, seen)},
    }


def _location(span: Span, prefix: str) -> dict[str, object]:
    region = {"startLine": span.line, "startColumn": span.column}
    if span.end_column:
        region |= {"endLine": span.end_line or span.line, "endColumn": span.end_column}
    address = quote((prefix + span.path).encode("utf-8", "surrogateescape"))
    return {"physicalLocation": {"artifactLocation": {"uri": address}, "region": region}}

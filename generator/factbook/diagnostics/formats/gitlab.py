"""Report: a Code Quality report, from which GitLab makes notes beside the changed lines of a merge request.

See https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING

from factbook.diagnostics.types import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.diagnostics.types import Diagnostic


def gitlab(problems: Iterable[Diagnostic], prefix: str = "") -> str:
    """The report; `prefix` leads from the repository's root to the site."""
    seen: Counter[str] = Counter()
    return json.dumps([_issue(problem, prefix + problem.span.path, seen) for problem in problems], indent=2)


def fingerprint(problem: Diagnostic, path: str, seen: Counter[str]) -> str:
    """By what a host knows a problem from one run to the next, wherever it has moved; two of the same are counted."""
    same = "\0".join((problem.code, path, problem.message))
    seen[same] += 1
    return hashlib.sha256(f"{same}\0{seen[same]}".encode("utf-8", "backslashreplace")).hexdigest()


_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def _issue(problem: Diagnostic, path: str, seen: Counter[str]) -> dict[str, object]:
    return {
        "description": " ".join((f"{problem.message}.", *problem.help)),
        "check_name": problem.code,
        "fingerprint": fingerprint(problem, path, seen),
        "severity": _SEVERITIES[problem.severity],
        "location": {"path": path, "lines": {"begin": problem.span.line}},
    }

"""Report: leaves out what only says that something is missing, while a file that cannot be read may well have it.

One colon too many makes a file of facts unreadable; then no fact names its actors, no number of a summary has words,
and every one of these messages would advise to remove what is right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from factbook.diagnostics.types import Diagnostic

_LOSES_FILES = frozenset(("not-utf8", "file-unreadable"))
_LOSES_RECORDS = frozenset(
    ("key-missing", "key-unknown", "value-type", "value-empty", "choice-unknown", "id-duplicate")
)
_MISSING = frozenset(("actor-unused", "topic-unused", "series-unused", "source-unused", "number-without-fact"))


def causes(problems: Collection[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The problems without those that may go away by themselves when the others are mended."""
    codes = {problem.code for problem in problems if problem.is_error and problem.span.path.startswith("content/")}
    lost_files = any(code.startswith("yaml-") or code in _LOSES_FILES for code in codes)
    lost_records = lost_files or any(code.endswith("-form") or code in _LOSES_RECORDS for code in codes)
    hidden = (_MISSING if lost_records else frozenset()) | ({"reference-unknown"} if lost_files else frozenset())
    return tuple(problem for problem in problems if problem.code not in hidden)

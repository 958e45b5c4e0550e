"""Ground: the one type for everything that can be wrong, from the configuration to a quote.

The shape (a code, one narrow primary span, further labelled spans, help lines) follows the
diagnostics of compilers such as Elm's and Ruff's; who finds a problem builds a value here, and
only `factbook.diagnostics.report` shows it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How much a problem weighs: an error stops a build, a warning does so only with `--strict`, a note never."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file, as an editor counts it."""

    path: str
    """The file, relative to the site's folder, with forward slashes."""
    line: int = 1
    """First line, from 1."""
    column: int = 1
    """First character in that line, from 1."""
    end_line: int = 0
    """Last line; 0 means the same line."""
    end_column: int = 0
    """The character after the last one; 0 means not known."""

    @property
    def start(self) -> str:
        """`path:line:column`, the form that terminals and editors turn into a link."""
        return f"{self.path}:{self.line}:{self.column}"


@frozen
class Label:
    """A second place that belongs to the problem, with a few words on why."""

    span: Span
    text: str


@frozen
class Diagnostic:
    """One problem, written for the curator."""

    code: str
    """Stable kebab-case name; `factbook explain CODE` teaches it."""
    message: str
    """One line: what was found and what was expected."""
    span: Span
    """The place, as narrow as can be."""
    severity: Severity = Severity.ERROR
    labels: tuple[Label, ...] = ()
    help: tuple[str, ...] = field(default=())
    """What to do, nearest right thing first; one sentence a line."""

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    @property
    def stops_strict(self) -> bool:
        """Whether a build with `--strict` is stopped by it."""
        return self.severity is not Severity.NOTE


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics by file, line and column, without repetitions: never by order of discovery."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=_place))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(diagnostic.is_error for diagnostic in diagnostics)


def _place(diagnostic: Diagnostic) -> tuple[Span, str, str]:
    return diagnostic.span, diagnostic.code, diagnostic.message

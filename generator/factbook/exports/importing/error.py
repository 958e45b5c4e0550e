"""Exports, read back: where reading a file as a whole must stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content.yaml.tree import position
from factbook.diagnostics.types import Diagnostic, Span

if TYPE_CHECKING:
    from array import array


class Fault(Exception):
    """The file is neither what it seems to be nor can it be read on."""

    def __init__(self, code: str, message: str, offset: int, *help: str) -> None:
        """`offset` is the character of the text at which it shows."""
        super().__init__(message)
        self._code, self._message, self._offset, self._help = code, message, offset, help

    def diagnostic(self, path: str, lines: array[int]) -> Diagnostic:
        """The fault for the report."""
        line, column = position(lines, self._offset)
        return Diagnostic(self._code, self._message, Span(path, line, column), help=self._help)

"""Markdown: facts in one line that leads to them, in timelines, tables and positions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports.markdown import pieces
from generator.exports.markdown.pieces import linked

if TYPE_CHECKING:
    from generator.views.parts import Brief


class Briefs:
    """Writes them; one that stands on several pages is written once."""

    def __init__(self) -> None:
        self._lines: dict[str, str] = {}

    def line(self, found: Brief) -> str:
        """A fact in one line that leads to it, in the words that it has by itself."""
        if found.id not in self._lines:
            self._lines[found.id] = line(found)
        return self._lines[found.id]

    def cited(self, found: Brief) -> str:
        """The same with the numbers of its citations."""
        return self.line(found) + pieces.cites(found.cites)


def line(found: Brief) -> str:
    """A fact in one line that leads to it, in words that it may have on this page only."""
    return linked(pieces.unlinked(found.words), found.href)

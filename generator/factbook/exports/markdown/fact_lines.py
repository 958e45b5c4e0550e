"""Markdown: facts in one line that leads to them, in timelines, tables and positions; each is written once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.exports.markdown import syntax as pieces
from factbook.exports.markdown.escape import escaped
from factbook.exports.markdown.syntax import bold, linked

if TYPE_CHECKING:
    from factbook.runtime.spill_store import Told
    from factbook.site.views.parts import Brief, Fact


FORMS = "line", "use", "dated", "position"
"""The forms of a fact's line, in the order of `Briefs.texts`."""


class Briefs:
    """Writes them; what several pages share may be made already."""

    def __init__(self, told: Told) -> None:
        """`told` gives what is made already."""
        self._told = told

    def texts(self, fact: Fact) -> tuple[str, ...]:
        """All forms of a fact's line, made now."""
        brief = fact.brief
        line = _line(brief)
        return line, _used(brief, line), _dated(brief, line), _position(fact.position)

    def line(self, found: Brief) -> str:
        """The line alone."""
        return self._told.form("line", found.id) or _line(found)

    def used(self, found: Brief) -> str:
        """With its date, below a quote."""
        return self._told.form("use", found.id) or _used(found, _line(found))

    def dated(self, found: Brief) -> str:
        """With its date and the numbers of its citations, on the timeline."""
        return self._told.form("dated", found.id) or _dated(found, _line(found))

    def position(self, found: Brief) -> str:
        """Below its speaker's name, with the numbers of its citations."""
        return self._told.form("position", found.id) or _position(found)


def cited(found: Brief) -> str:
    """A line with the numbers of its citations."""
    return _line(found) + pieces.cites(found.cites)


def _line(found: Brief) -> str:
    return linked(pieces.unlinked(found.words), found.href)


def _used(found: Brief, line: str) -> str:
    return f"{line} ({escaped(found.when.words)})"


def _dated(found: Brief, line: str) -> str:
    return f"{bold(pieces.when(found.when))} {line}{pieces.cites(found.cites)}"


def _position(found: Brief) -> str:
    return f"{cited(found)} ({pieces.when(found.when)})"

"""Markdown: facts in one line that leads to them, in timelines, tables and positions; each is written once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports.markdown import pieces
from generator.exports.markdown.escape import escaped
from generator.exports.markdown.pieces import bold, linked

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.views.parts import Brief, Fact


class Briefs:
    """Writes them; one that stands on several pages is written once."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def of(self, fact: Fact) -> dict[str, str]:
        """All lines of a fact, to be given to `learn`."""
        brief = fact.brief
        return {
            f"line {brief.id}": _line(brief),
            f"use {brief.id}": _used(brief),
            f"dated {brief.id}": _dated(brief),
            f"position {brief.id}": _position(fact.position),
        }

    def learn(self, made: dict[str, str]) -> None:
        self._texts.update(made)

    def line(self, found: Brief) -> str:
        """The line alone."""
        return self._kept("line", found, _line)

    def used(self, found: Brief) -> str:
        """With its date, below a quote."""
        return self._kept("use", found, _used)

    def dated(self, found: Brief) -> str:
        """With its date and the numbers of its citations, on the timeline."""
        return self._kept("dated", found, _dated)

    def position(self, found: Brief) -> str:
        """Below its speaker's name, with the numbers of its citations."""
        return self._kept("position", found, _position)

    def _kept(self, kind: str, found: Brief, make: Callable[[Brief], str]) -> str:
        key = f"{kind} {found.id}"
        if key not in self._texts:
            self._texts[key] = make(found)
        return self._texts[key]


def cited(found: Brief) -> str:
    """A line with the numbers of its citations."""
    return _line(found) + pieces.cites(found.cites)


def _line(found: Brief) -> str:
    return linked(pieces.unlinked(found.words), found.href)


def _used(found: Brief) -> str:
    return f"{_line(found)} ({escaped(found.when.words)})"


def _dated(found: Brief) -> str:
    return f"{bold(pieces.when(found.when))} {cited(found)}"


def _position(found: Brief) -> str:
    return f"{cited(found)} ({pieces.when(found.when)})"

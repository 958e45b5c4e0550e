"""Rendering: fills the marks of `generator.views.marks` for the page that they stand on.

A fragment (a fact, a quote card, a source) is cut into its pieces once; a page only joins them, looking up
what depends on it. `fill` over the whole text of a page, with a regular expression, gives the same bytes
and is what the tests hold the joining against.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.views.marks import CLOSE, OPEN, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.views.page import Frame

_MARK = re.compile(f"{OPEN}([#@!])([^{CLOSE}]*){CLOSE}")
_ID = re.compile(r'\sid="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Address:
    """Where a mark leads: to a place on this page, or to another page."""

    fact: str
    home: str
    cited: bool
    """Whether it leads to a quote of the fact."""
    here: str
    away: str

    def on(self, frame: Frame) -> str:
        """The address as it stands on a page."""
        on_page = self.fact in frame.facts or self.home == frame.path or (self.cited and self.fact in frame.evidence)
        return self.here if on_page else self.away


@dataclass(frozen=True, slots=True)
class Label:
    """The citation number of a source."""

    source: str


@dataclass(frozen=True, slots=True)
class Insert:
    """Another fragment, by its key."""

    key: str


Piece = str | Address | Label | Insert


@dataclass(frozen=True, slots=True)
class Fragment:
    """Finished HTML but for what depends on the page."""

    pieces: tuple[Piece, ...]
    anchors: tuple[str, ...]
    """The ids in it."""


def insert(key: str) -> str:
    """A mark where another fragment will stand."""
    return f"{OPEN}!{key}{CLOSE}"


def cut(text: str, root: str) -> Fragment:
    """Cuts a text at its marks, for pages from which `root` leads to the site's root."""
    found = _MARK.split(text.replace(ROOT, root or "./"))
    pieces: list[Piece] = []
    for at in range(0, len(found) - 1, 3):
        pieces += (found[at], _piece(found[at + 1], found[at + 2], root))
    return Fragment((*pieces, found[-1]), tuple(_ID.findall(text)))


def join(fragment: Fragment, frame: Frame, inserted: Callable[[str], Fragment]) -> tuple[str, frozenset[str]]:
    """The page, and all ids in it. `inserted` gives the fragments that stand in it by their keys."""
    out: list[str] = []
    anchors: set[str] = set()
    _put(fragment, frame, inserted, out, anchors)
    return "".join(out), frozenset(anchors)


def to_root(path: str) -> str:
    """`../../` for a page two folders down; empty for the home page."""
    return "../" * path.count("/")


def _piece(kind: str, name: str, root: str) -> Piece:
    if kind == "@":
        return Label(name)
    if kind == "!":
        return Insert(name)
    anchor, _, home = name.partition(" ")
    fact, cited, _ = anchor.partition("--")
    return Address(fact, home, bool(cited), f"#{anchor}", f"{root}{home}#{anchor}")


def _put(
    fragment: Fragment, frame: Frame, inserted: Callable[[str], Fragment], out: list[str], anchors: set[str]
) -> None:
    anchors.update(fragment.anchors)
    for piece in fragment.pieces:
        if piece.__class__ is str:
            out.append(piece)
        elif isinstance(piece, Address):
            out.append(piece.on(frame))
        elif isinstance(piece, Label):
            out.append(frame.labels[piece.source])
        elif isinstance(piece, Insert):
            _put(inserted(piece.key), frame, inserted, out, anchors)

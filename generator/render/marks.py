"""Rendering: fills the marks of `generator.views.marks` for the page that they stand on.

A fragment (a fact, a quote card, a source) is cut into its pieces once; a page only joins them, looking up
what depends on it. `fill` over the whole text of a page, with a regular expression, gives the same bytes
and is what the tests hold the joining against.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.views.marks import CLOSE, OPEN, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.views.page import Frame

_MARK = re.compile(f"{OPEN}([#@%~!])([^{CLOSE}]*){CLOSE}")
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

    def on(self, frame: Frame) -> str:
        """The number on a page."""
        return frame.labels[self.source]


@dataclass(frozen=True, slots=True)
class Number:
    """The number of an origin."""

    origin: str

    def on(self, frame: Frame) -> str:
        """The number on a page."""
        return frame.origins[self.origin]


@dataclass(frozen=True, slots=True)
class Back:
    """Letters that lead to each citation of a source."""

    source: str
    pattern: str
    root: str

    def on(self, frame: Frame) -> str:
        """The links as they stand on a page."""
        label = frame.labels[self.source]
        addresses = (_address(mark, self.root).on(frame) for mark in frame.uses[self.source])
        return " ".join(
            self.pattern.format(href=address, letter=letters(place), label=label)
            for place, address in enumerate(addresses)
        )


@dataclass(frozen=True, slots=True)
class Insert:
    """Another fragment, by its key."""

    key: str


Piece = Address | Label | Number | Back | Insert


@dataclass(frozen=True, slots=True)
class Fragment:
    """Finished HTML but for what depends on the page."""

    pieces: tuple[tuple[str, Piece], ...]
    """What depends on the page, each with the text before it."""
    end: str
    """The text after the last."""
    anchors: tuple[str, ...]
    """The ids in it."""


def insert(key: str) -> str:
    """A mark where another fragment will stand."""
    return f"{OPEN}!{key}{CLOSE}"


def cut(text: str, root: str) -> Fragment:
    """Cuts a text at its marks, for pages from which `root` leads to the site's root."""
    found = _MARK.split(text.replace(ROOT, root or "./"))
    *marked, end = found
    pieces = tuple((marked[at], _piece(marked[at + 1], marked[at + 2], root)) for at in range(0, len(marked), 3))
    return Fragment(pieces, end, tuple(_ID.findall(text)))


def join(fragment: Fragment, frame: Frame, inserted: Callable[[str], Fragment]) -> tuple[str, frozenset[str]]:
    """The page, and all ids in it. `inserted` gives the fragments that stand in it by their keys."""
    out: list[str] = []
    anchors: set[str] = set()
    _put(fragment, frame, inserted, out, anchors)
    return "".join(out), frozenset(anchors)


def letters(number: int) -> str:
    """a, b, … z, aa, ab: letters counted from 0."""
    return (letters(number // 26 - 1) if number >= 26 else "") + chr(ord("a") + number % 26)


def to_root(path: str) -> str:
    """`../../` for a page two folders down; empty for the home page."""
    return "../" * path.count("/")


def _piece(kind: str, name: str, root: str) -> Piece:
    if kind == "@":
        return Label(name)
    if kind == "!":
        return Insert(name)
    if kind == "%":
        return Number(name)
    if kind == "~":
        source, _, pattern = name.partition(" ")
        return Back(source, pattern, root)
    return _place(name, root)


@lru_cache(maxsize=65536)
def _address(mark: str, root: str) -> Address:
    """The address that a single mark stands for."""
    return _place(mark[2:-1], root)


def _place(name: str, root: str) -> Address:
    anchor, _, home = name.partition(" ")
    fact, cited, _ = anchor.partition("--")
    return Address(fact, home, bool(cited), f"#{anchor}", f"{root}{home}#{anchor}")


def _put(
    fragment: Fragment, frame: Frame, inserted: Callable[[str], Fragment], out: list[str], anchors: set[str]
) -> None:
    anchors.update(fragment.anchors)
    put = out.append
    for text, piece in fragment.pieces:
        put(text)
        if isinstance(piece, Insert):
            _put(inserted(piece.key), frame, inserted, out, anchors)
        else:
            put(piece.on(frame))
    put(fragment.end)

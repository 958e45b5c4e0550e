"""Rendering: fills the marks of `site.views.placeholders` for the page that they stand on, all in one pass."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.site.urls import to_root
from factbook.site.views.placeholders import CLOSE, OPEN, ROOT, letters

if TYPE_CHECKING:
    from factbook.site.views.page import Frame

_MARK = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")


def fill(text: str, frame: Frame) -> str:
    """The text of a page with its own way to the root, its own numbers, and links to what stands on it."""
    pieces = _MARK.split(text.replace(ROOT, to_root(frame.path) or "./"))
    pieces[1::2] = map(_Filled(frame).__getitem__, pieces[1::2])
    return "".join(pieces)


class _Filled(dict[str, str]):
    """What stands for each mark of a page, found out when the mark is first met."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame, self._root = frame, to_root(frame.path)

    def __missing__(self, mark: str) -> str:
        found = self[mark] = self._meaning(mark[0], mark[1:])
        return found

    def _meaning(self, kind: str, name: str) -> str:
        if kind == "@":
            return self._frame.labels[name]
        if kind == "%":
            return self._frame.origins[name]
        return self._back(name) if kind == "~" else self._address(name)

    def _address(self, name: str) -> str:
        """To a fact or a quote of it: on this page where it stands here, else at home."""
        anchor, _, home = name.partition(" ")
        return f"#{anchor}" if self._frame.holds(anchor, home) else f"{self._root}{home}#{anchor}"

    def _back(self, name: str) -> str:
        """Letters that lead from a source to each of its citations."""
        source, _, pattern = name.partition(" ")
        label = self._frame.labels[source]
        addresses = (self[mark[1:-1]] for mark in self._frame.uses[source])
        return " ".join(
            pattern.format(href=address, letter=letters(place), label=label)
            for place, address in enumerate(addresses)
        )

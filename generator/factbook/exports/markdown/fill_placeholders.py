"""Markdown: fills the marks of `factbook.site.views.placeholders` with the ways from one Markdown file to another."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from factbook.site.urls import to_root
from factbook.site.views.placeholders import CLOSE, OPEN, ROOT

if TYPE_CHECKING:
    from factbook.site.views.page import Frame

_MARK = re.compile(f"{OPEN}({ROOT[1:]}|[#@%][^{CLOSE}]*{CLOSE})")
FILE = "index.md"


def file_of(path: str) -> str:
    """The Markdown file of a page."""
    return f"{path}{FILE}"


@lru_cache(maxsize=1 << 14)
def target(href: str) -> str:
    """The address of a page, as a view has it, as that of its Markdown file; still with its mark."""
    path, found, anchor = href.partition("#")
    return f"{path}{FILE if path.endswith('/') else ''}{found}{anchor}"


def fill(text: str, frame: Frame) -> str:
    """The page with its own way to the root, its own citation numbers, and links to facts that stand on it."""
    pieces = _MARK.split(text)
    pieces[1::2] = map(_Filled(frame).__getitem__, pieces[1::2])
    return "".join(pieces)


class _Filled(dict[str, str]):
    """What stands for each mark of a page; for an address, found out when it is first met."""

    def __init__(self, frame: Frame) -> None:
        self._frame, self._root = frame, to_root(frame.path)
        super().__init__({f"@{source}{CLOSE}": label for source, label in frame.labels.items()})
        self.update((f"%{origin}{CLOSE}", number) for origin, number in frame.origins.items())
        self[ROOT[1:]] = self._root

    def __missing__(self, mark: str) -> str:
        found = self[mark] = self._address(mark[1:-1]) if mark[0] == "#" else ""
        return found

    def _address(self, name: str) -> str:
        """To a fact or a quote of it: on this page where it stands here, else at home."""
        anchor, _, home = name.partition(" ")
        return f"#{anchor}" if self._frame.holds(anchor, home) else f"{self._root}{home}{FILE}#{anchor}"

"""Rendering: fills the marks of `generator.views.marks` for the page that they stand on, in one pass."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.views.marks import CLOSE, OPEN, ROOT

if TYPE_CHECKING:
    from generator.views.page import Frame

_MARK = re.compile(f"{OPEN}([#@])([^ {CLOSE}]*) ?([^{CLOSE}]*){CLOSE}")


def fill(html: str, frame: Frame) -> str:
    """The page with its own way to the root, its own citation numbers, and links to facts that stand on it.

    A citation of a fact that is not on this page leads to the fact's home page.
    """
    root = to_root(frame.path)
    here, evidence, labels, own = frame.facts, frame.evidence, frame.labels, frame.path

    def address(found: re.Match[str]) -> str:
        kind, name, home = found.groups()
        if kind == "@":
            return labels[name]
        fact, _, number = name.partition("--")
        if home == own or fact in here or (number and fact in evidence):
            return f"#{name}"
        return f"{root}{home}#{name}"

    return _MARK.sub(address, html).replace(ROOT, root or "./")


def to_root(path: str) -> str:
    """`../../` for a page two folders down; empty for the home page."""
    return "../" * path.count("/")

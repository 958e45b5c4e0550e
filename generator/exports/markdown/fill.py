"""Markdown: fills the marks of `generator.views.marks` with the ways from one Markdown file to another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.views.marks import CLOSE, OPEN, ROOT

if TYPE_CHECKING:
    from generator.views.page import Frame

_MARK = re.compile(f"{OPEN}([#@])([^ {CLOSE}]*) ?([^{CLOSE}]*){CLOSE}")
FILE = "index.md"


def file_of(path: str) -> str:
    """The Markdown file of a page."""
    return f"{path}{FILE}"


def target(href: str) -> str:
    """An address within the site, as a page's view has it, as that of the Markdown file; still with its marks."""
    if not href.startswith(ROOT):
        return href
    path, found, anchor = href.partition("#")
    return f"{path}{FILE if path.endswith('/') else ''}{found}{anchor}"


def fill(text: str, frame: Frame) -> str:
    """The page with its own way to the root, its own citation numbers, and links to facts that stand on it."""
    root = "../" * frame.path.count("/")
    here, evidence, labels, own = frame.facts, frame.evidence, frame.labels, frame.path

    def words(found: re.Match[str]) -> str:
        kind, name, home = found.groups()
        if kind == "@":
            return labels.get(name, "")
        fact, _, number = name.partition("--")
        if home == own or fact in here or (number and fact in evidence):
            return f"#{name}"
        return f"{root}{home}{FILE}#{name}"

    return _MARK.sub(words, text).replace(ROOT, root)

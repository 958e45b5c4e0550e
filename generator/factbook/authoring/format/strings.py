"""Canonical form: one text, in a line or folded below its key, so that it reads back as the same text."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.authoring.format.nodes import Node

WIDTH = 100
"""Characters in a line of a content file."""
_PLAIN_START = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]|[\-?:](?=[^\s,\[\]{}])")
_PLAIN_END = re.compile(r"[^\s:]\Z")
_NOT_PLAIN = re.compile(r":\s|\s#|\n|[\x00-\x1f\x7f-\x9f\ufeff]")
_NOT_FLOW = re.compile(r"[,\[\]{}]")
_FOLD = re.compile(r"(?<=\S) (?=\S)")


def inline(node: Node, room: int, *, in_flow: bool = False) -> str | None:
    """The text in one line of at most `room` characters; None when it belongs below its key."""
    text = str(node.value)
    if node.style == "quoted" and "\n" not in node.typed:
        row = node.typed
    elif _wants_lines(node) and not in_flow:
        return None
    else:
        row = text if _is_plain(text, in_flow) else json.dumps(text, ensure_ascii=False)
    fits = len(row) <= room or not _FOLD.search(text)
    return row if fits or not _foldable(text) else None


def block(node: Node, room: int) -> list[str]:
    """The text below its key: the header, then its lines without indentation."""
    text = str(node.value)
    if node.style != "literal" and _foldable(text):
        return [">-", *_folded(text, room)]
    if text[:1] in ("", " ", "\n", "\t") or text.endswith("\n\n"):
        return [json.dumps(text, ensure_ascii=False)]
    return ["|" if text.endswith("\n") else "|-", *text.removesuffix("\n").split("\n")]


def _wants_lines(node: Node) -> bool:
    """Whether the text was typed below its key, or, if new, starts like a list and is better read there."""
    return node.style in ("folded", "literal") or (node.style == "new" and str(node.value).startswith("[["))


def _is_plain(text: str, in_flow: bool) -> bool:
    """Whether the text reads back as itself without any mark around it."""
    if not _PLAIN_START.match(text) or not _PLAIN_END.search(text) or _NOT_PLAIN.search(text):
        return False
    return not text.startswith(("---", "...")) and not (in_flow and _NOT_FLOW.search(text))


def _foldable(text: str) -> bool:
    """Whether folding keeps the text: no line starts or ends with white space, no tab, no end of its own."""
    rows = text.split("\n")
    return bool(text.strip()) and all(row == row.strip() for row in rows) and bool(rows[0]) and bool(rows[-1])


def _folded(text: str, room: int) -> list[str]:
    lines: list[str] = []
    for number, paragraph in enumerate(text.split("\n")):
        if number and paragraph and lines[-1]:
            lines.append("")
        lines += _wrapped(paragraph, room) if paragraph else ["", ""] if lines[-1] else [""]
    return lines


def _wrapped(paragraph: str, room: int) -> list[str]:
    lines: list[str] = []
    for word in _FOLD.split(paragraph):
        if lines and len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines

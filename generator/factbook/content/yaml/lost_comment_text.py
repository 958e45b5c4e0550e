"""Ground: texts that a ` #` cuts off: YAML takes the rest of the line for a comment, and nobody sees it go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.content.yaml.printable import shown
from factbook.content.yaml.tree import position
from factbook.diagnostics.types import Diagnostic, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from factbook.content.yaml.tree import Tree

_COMMENT = re.compile(r"(?<=[^\s#])(?:[ \t]+(#[^\n]*)|[ \t]*\r?\n( +)(#[^\s#][^\n]*))")
"""Behind words; or a line of its own that would go on with the text above, were it not for `#7` at its start."""
_ADVICE = (
    "If the words belong to the text, put all of it in double quotes.",
    "If they are a comment, put them on a line of their own above.",
)


def cut(text: str, tree: Tree, texts: Collection[int]) -> Iterator[Diagnostic]:
    """An error for each text that a comment ends; `texts` are the offsets where texts end that readers see.

    Behind an id, a date, an alias or a text in quotes a comment is in order.
    """
    starts = dict(zip(tree.marks[1::2], tree.marks[::2], strict=True))
    for found in _COMMENT.finditer(text):
        if found.start() not in texts or text[starts[found.start()]] in "\"'|>*":
            continue
        if found[2] and len(found[2]) <= _indent(text, starts[found.start()]):
            continue
        line, column = position(tree.lines, found.start(found.lastindex or 0))
        message = f"a `#` after a space ends the text here: `{shown(found[found.lastindex or 0])}` is no part of it"
        yield Diagnostic("text-cut", message, Span(tree.path, line, column), help=_ADVICE)


def _indent(text: str, start: int) -> int:
    """How far the line is indented on which a text starts; a line below that goes on with it is indented further."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return len(line) - len(line.lstrip(" "))

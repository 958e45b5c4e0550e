"""Canonical form: the comments of a file, each hung to the value that it speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.authoring.format.nodes import Node

_COMMENT = re.compile(r"(?:^|(?<=[\s,\[\]{}]))#[^\n]*", re.M)
_HEADER_COMMENT = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\n]*)")


@dataclass(slots=True)
class Comments:
    """Comments by the start of what they belong to."""

    above: dict[int, list[str]] = field(default_factory=dict)
    """On lines of their own, above the value that starts here."""
    beside: dict[int, list[str]] = field(default_factory=dict)
    """At the end of the line of the text that starts here."""
    last: list[str] = field(default_factory=list)
    """Below everything."""

    def within(self, first: int, end: int) -> tuple[list[str], list[str]]:
        """Takes out all comments of values that start from `first` up to `end`: those above, those beside."""
        above = [row for start in sorted(self.above) if first <= start < end for row in self.above.pop(start)]
        beside = [row for start in sorted(self.beside) if first <= start < end for row in self.beside.pop(start)]
        return above, beside


def comments(top: Node, text: str) -> Comments:
    """The comments in `text`, of which `top` is the value."""
    found = Comments()
    leaves = list(top.leaves())
    starts = sorted({leaf.start for leaf in leaves})
    for leaf in leaves:
        if leaf.style in ("folded", "literal") and (header := _HEADER_COMMENT.match(leaf.typed)):
            found.beside.setdefault(leaf.start, []).append(header[1].rstrip())
    for at, words in _between(leaves, text):
        _hang(found, at, words.rstrip(), text, starts)
    return found


def _between(leaves: list[Node], text: str) -> Iterator[tuple[int, str]]:
    """Comments in the gaps between the texts, with their offsets."""
    position = 0
    for start, end in [*((leaf.start, leaf.end) for leaf in leaves), (len(text), len(text))]:
        for comment in _COMMENT.finditer(text, position, max(start, position)):
            yield comment.start(), comment[0]
        position = max(position, end)


def _hang(found: Comments, at: int, words: str, text: str, starts: list[int]) -> None:
    line = text.rfind("\n", 0, at) + 1
    index = bisect_left(starts, at)
    if text[line:at].strip() and index:
        found.beside.setdefault(starts[index - 1], []).append(words)
    elif index < len(starts):
        found.above.setdefault(starts[index], []).append(words)
    else:
        found.last.append(words)

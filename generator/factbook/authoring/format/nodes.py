"""Canonical form: values with the way in which they were typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factbook.content.yaml import size
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.content.yaml import Tree, Value

Style = Literal["new", "plain", "quoted", "folded", "literal", "flow", "block"]
_STYLES: dict[str, Style] = {'"': "quoted", "'": "quoted", ">": "folded", "|": "literal", "[": "flow", "{": "flow"}


@frozen
class Node:
    """A text, a list or a map."""

    value: Value
    style: Style
    start: int = -1
    """Offset in the file; -1 when it was never in one."""
    end: int = -1
    typed: str = ""
    """The characters in the file, of texts only."""
    items: tuple[Node, ...] = ()
    """Of a list."""
    entries: tuple[tuple[Node, Node], ...] = ()
    """Of a map: keys and values."""

    def leaves(self) -> Iterator[Node]:
        """Every text in it, keys too, in the order of the file."""
        if isinstance(self.value, str):
            yield self
        for item in self.items:
            yield from item.leaves()
        for key, value in self.entries:
            yield key
            yield from value.leaves()


def node(tree: Tree, text: str) -> Node:
    """The whole of a file that was read from `text`."""
    return _Reader(tree, text).read(tree.value)


def made(value: Value) -> Node:
    """A value that nobody has typed yet."""
    if isinstance(value, list):
        return Node(value, "new", items=tuple(made(item) for item in value))
    if isinstance(value, dict):
        return Node(value, "new", entries=tuple((Node(key, "new"), made(child)) for key, child in value.items()))
    return Node(value, "new")


class _Reader:
    """Goes through a tree's values and their places side by side: both are in the order of the file."""

    def __init__(self, tree: Tree, text: str) -> None:
        self._marks, self._text, self._next = tree.marks, text, 0

    def read(self, value: Value) -> Node:
        start, end = self._marks[2 * self._next], self._marks[2 * self._next + 1]
        if self._text.startswith("*", start) and end > start:
            self._next += size(value)
            return made(value)  # an alias is written out
        self._next += 1
        first = self._text[start : start + 1]
        if isinstance(value, str):
            typed = self._text[start:end]
            return Node(value, _STYLES.get(first, "plain") if first not in "[{" else "plain", start, end, typed)
        style: Style = "flow" if first in "[{" else "block"
        if isinstance(value, list):
            return Node(value, style, start, end, items=tuple(self.read(item) for item in value))
        entries = tuple((self.read(key), self.read(child)) for key, child in value.items())
        return Node(value, style, start, end, entries=entries)

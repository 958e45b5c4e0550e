"""Ground: a value as it was typed, and where each part of it stands."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING

from factbook.diagnostics.types import Span
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

Value = str | list["Value"] | dict[str, "Value"]
Step = str | int
"""One step on the way to a value: a key, a list index."""
OFFSET = "i"
"""The type of array that holds places: four bytes are enough for the largest file that is read."""


@frozen
class Tree:
    """A value as it was typed, and where each part of it stands."""

    path: str
    """The file, relative to the site's folder."""
    value: Value
    marks: array[int]
    """Start and end offset of each node (keys too) in document order, in characters of `text`."""
    lines: array[int]
    """Offset at which each line of the file starts."""

    def span(self, *way: Step) -> Span:
        """The place of the value reached by `way`; of the nearest thing above it when it is absent."""
        index, _ = self._find(way)
        return self._between(self.marks[2 * index], self.marks[2 * index + 1])

    def end(self, *way: Step) -> int:
        """The offset in the file after the value reached by `way`."""
        return self.marks[2 * self._find(way)[0] + 1]

    def key_span(self, *way: Step) -> Span:
        """The place of the key (the last step of `way`) rather than of its value."""
        index, found = self._find(way)
        index -= 1 if found and way and isinstance(way[-1], str) else 0
        return self._between(self.marks[2 * index], self.marks[2 * index + 1])

    def branch(self, *way: Step) -> Tree:
        """The value reached by `way` as a tree of its own."""
        index, found = self._find(way)
        if not found:
            raise KeyError(way)
        value = _reach(self.value, way)
        return Tree(self.path, value, self.marks[2 * index : 2 * (index + size(value))], self.lines)

    def branches(self) -> Iterator[Tree]:
        """The entries of a list, each as a tree of its own, in one walk."""
        index = 1
        for child in self.value if isinstance(self.value, list) else ():
            end = index + size(child)
            yield Tree(self.path, child, self.marks[2 * index : 2 * end], self.lines)
            index = end

    def within(self, text: str, needle: str, *way: Step, occurrence: int = 0) -> Span:
        """The place of `needle` inside a scalar, as typed in the file's `text`; else of the scalar.

        A folded or escaped scalar is written otherwise than it reads, so the words are looked for with
        any white space between them.
        """
        index, _ = self._find(way)
        start, end = self.marks[2 * index], self.marks[2 * index + 1]
        pattern = r"\s+".join(re.escape(word) for word in needle.split())
        found = [m.span() for m in re.finditer(pattern, text[start:end])] if pattern else []
        if occurrence < len(found):
            first, last = found[occurrence]
            return self._between(start + first, start + last)
        return self._between(start, end)

    def _between(self, start: int, end: int) -> Span:
        line, column = position(self.lines, start)
        end_line, end_column = position(self.lines, max(start, end))
        if end_column == 1 and end_line > line:  # a block scalar ends where the next line begins
            end_line -= 1
            end_column = self.lines[end_line] - self.lines[end_line - 1]
        return Span(self.path, line, column, end_line, end_column)

    def _find(self, way: tuple[Step, ...]) -> tuple[int, bool]:
        """Number of the node in document order, and whether the whole way could be gone."""
        node, index = self.value, 0
        for step in way:
            if isinstance(node, dict) and step in node:
                index += nodes_before(node, str(step)) + 2
                node = node[str(step)]
            elif isinstance(node, list) and isinstance(step, int) and step < len(node):
                index += 1 + sum(size(child) for child in node[:step])
                node = node[step]
            else:
                return index, False
        return index, True


def line_starts(text: str) -> array[int]:
    """Offsets at which the lines of `text` start; only a line feed ends a line, as in editors."""
    ends = accumulate(len(line) + 1 for line in text.split("\n"))
    return array(OFFSET, (0, *ends))


def position(lines: array[int], offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1."""
    line = min(bisect_right(lines, offset), len(lines) - 1)
    return line, offset - lines[line - 1] + 1


def scalars(value: Value, *way: Step) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Every text in a value with the way to it, in document order."""
    if isinstance(value, str):
        yield way, value
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from scalars(child, *way, key)
    else:
        for index, child in enumerate(value):
            yield from scalars(child, *way, index)


def nodes_before(value: dict[str, Value], key: str) -> int:
    """How many nodes of a map stand before a key of it, without the map itself."""
    return sum(1 + size(child) for _, child in zip(takewhile(key.__ne__, value), value.values(), strict=False))


def size(value: Value) -> int:
    """How many nodes a value is made of, keys included."""
    if isinstance(value, str):
        return 1
    children = value.values() if isinstance(value, dict) else value
    nodes = 1 + (len(value) if isinstance(value, dict) else 0)
    for child in children:
        nodes += 1 if isinstance(child, str) else size(child)
    return nodes


def _reach(value: Value, way: tuple[Step, ...]) -> Value:
    for step in way:
        value = value[step]  # type: ignore[index]
    return value

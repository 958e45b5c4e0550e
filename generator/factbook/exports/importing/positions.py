"""Exports, read back: values with their places, which become the same trees as YAML's."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from factbook.content.yaml import Tree, Value
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator


@frozen
class Placed:
    """A text, a list, or a map in its order, and where it stands."""

    start: int
    end: int
    value: str | tuple[Placed, ...] | tuple[tuple[Placed, Placed], ...]
    is_map: bool = False

    @property
    def text(self) -> str:
        return self.value if isinstance(self.value, str) else ""

    @property
    def items(self) -> tuple[Placed, ...]:
        """Of a list; nothing of anything else."""
        return self.value if isinstance(self.value, tuple) and not self.is_map else ()  # type: ignore[return-value]

    @property
    def entries(self) -> tuple[tuple[Placed, Placed], ...]:
        """Of a map; nothing of anything else."""
        return self.value if isinstance(self.value, tuple) and self.is_map else ()  # type: ignore[return-value]


def tree(placed: Placed, path: str, lines: array[int]) -> Tree:
    """The tree of a value in the file `path`, whose lines start at `lines`."""
    marks = array("q")
    return Tree(path, _plain(placed, marks), marks, lines)


def placed(tree: Tree) -> Placed:
    """The value of a tree with its places, as `tree` takes it."""
    return _placed(tree.value, iter(tree.marks))


def _placed(value: Value, marks: Iterator[int]) -> Placed:
    start, end = next(marks), next(marks)
    if isinstance(value, str):
        return Placed(start, end, value)
    if isinstance(value, list):
        return Placed(start, end, tuple(_placed(item, marks) for item in value))
    entries = tuple((Placed(next(marks), next(marks), key), _placed(item, marks)) for key, item in value.items())
    return Placed(start, end, entries, is_map=True)


def _plain(placed: Placed, marks: array[int]) -> Value:
    marks.append(placed.start)
    marks.append(placed.end)
    if isinstance(placed.value, str):
        return placed.value
    if not placed.is_map:
        return [_plain(item, marks) for item in placed.items]
    made: dict[str, Value] = {}
    for key, value in placed.entries:
        marks.append(key.start)
        marks.append(key.end)
        made[key.text] = _plain(value, marks)
    return made

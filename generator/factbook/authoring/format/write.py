"""Canonical form: nodes into text: two spaces a level, at most a hundred characters a line, long texts folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.authoring.format.strings import WIDTH, block, inline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.authoring.format.comments import Comments
    from factbook.authoring.format.nodes import Node


def document(top: Node, comments: Comments) -> str:
    """The whole file. Things in a list stand apart by an empty line."""
    return "\n\n".join(things(top, comments, in_list=bool(top.items))) + "\n"


def things(top: Node, comments: Comments, *, in_list: bool) -> list[str]:
    """Each thing of a file by itself, with its comments: as an item of a list, or as a file of its own has it."""
    writer = _Writer(comments)
    rows = [list(writer.item(item, 0) if in_list else writer.value(item, 0)) for item in top.items or (top,)]
    rows[-1] += comments.last
    return ["\n".join(thing) for thing in rows]


class _Writer:
    """Writes values at a depth; each comment is written once, with the first value that may carry it."""

    def __init__(self, comments: Comments) -> None:
        self._comments = comments

    def value(self, node: Node, depth: int) -> Iterator[str]:
        """A list or map on lines of its own."""
        for item in node.items:
            yield from self.item(item, depth)
        for key, child in node.entries:
            yield from self._entry(key, child, depth)
        if not node.items and not node.entries:
            yield " " * depth + (inline(node, WIDTH) or '""')

    def item(self, node: Node, depth: int) -> Iterator[str]:
        """`- ` and the item; the first line of a map stands beside the dash."""
        if node.entries and _row(node, WIDTH - depth - 2) is None:
            rows = list(self.value(node, depth + 2))
            first = next(index for index, row in enumerate(rows) if not row.lstrip().startswith("#"))
            yield from (row[2:] if row.startswith("  ") else row for row in rows[:first])
            yield f"{' ' * depth}- {rows[first][depth + 2 :]}"
            yield from rows[first + 1 :]
        elif node.items and _row(node, WIDTH - depth - 2) is None:
            yield f"{' ' * depth}-"
            yield from self.value(node, depth + 2)
        else:
            yield from self._line(node, node.start, depth, "-")

    def _entry(self, key: Node, child: Node, depth: int) -> Iterator[str]:
        name = inline(key, WIDTH) or f'"{key.value}"'
        if (child.items or child.entries) and _row(child, WIDTH - depth - len(name) - 2) is None:
            above, beside = self._comments.within(key.start, key.start + 1)
            yield from (f"{' ' * depth}{row}" for row in above)
            yield " ".join((f"{' ' * depth}{name}:", *beside[:1]))
            yield from (f"{' ' * (depth + 2)}{row}" for row in beside[1:])
            yield from self.value(child, depth + 2)
        else:
            yield from self._line(child, key.start, depth, f"{name}:")

    def _line(self, node: Node, start: int, depth: int, head: str) -> Iterator[str]:
        """A text, or a list or map that fits beside its key; its comments stand above or at the line's end."""
        above, beside = self._comments.within(start, node.end) if start >= 0 else ([], [])
        single = beside if len(beside) == 1 else []
        margin = " " * depth
        yield from (f"{margin}{row}" for row in (*above, *(() if single else beside)))
        row = _row(node, WIDTH - depth - len(head) - 1)
        if row is not None:
            yield " ".join((f"{margin}{head} {row}".rstrip(), *single))
            return
        header, *rows = block(node, WIDTH - depth - 2)
        yield " ".join((f"{margin}{head} {header}", *single))
        yield from (f"{margin}  {line}" if line else "" for line in rows)


def _row(node: Node, room: int) -> str | None:
    """The node in one line of at most `room` characters, or None when it needs lines of its own."""
    if isinstance(node.value, str):
        return inline(node, room)
    if node.style == "block" and node.value:
        return None
    if node.style == "new" and not all(isinstance(item.value, str) for item in node.items):
        return None
    if node.style == "new" and node.entries:
        return None
    row = _flow(node)
    return row if row is not None and len(row) <= room else None


def _flow(node: Node) -> str | None:
    """A list or map between brackets."""
    if isinstance(node.value, str):
        return inline(node, WIDTH, in_flow=True)
    items = [_flow(item) for item in node.items]
    items += [_pair(key, child) for key, child in node.entries]
    parts = [item for item in items if item is not None]
    if len(parts) < len(items):
        return None
    opening, closing = ("[", "]") if isinstance(node.value, list) else ("{", "}")
    return f"{opening}{', '.join(parts)}{closing}"


def _pair(key: Node, child: Node) -> str | None:
    name, value = inline(key, WIDTH, in_flow=True), _flow(child)
    return None if name is None or value is None else f"{name}: {value}"

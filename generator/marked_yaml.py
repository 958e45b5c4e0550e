"""Ground: YAML read strings first, with the place of every value; the only room that knows PyYAML.

The text is read once, as libyaml's events, by a builder of our own. libyaml's composer, which crashes
the process on deep nesting, never runs, and neither do tags, anchors, aliases or merge keys: content
needs none of them. Values are plain `str`, `list` and `dict`, so that a cache can hold them; their
places are kept beside them as two character offsets a node, in document order.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.diagnostics import Diagnostic, Label, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

try:
    from yaml.cyaml import CParser as _Parser  # type: ignore[attr-defined]  # not in its stubs
except ImportError:  # PyYAML without libyaml: slower, the same events
    from yaml.loader import Loader as _Parser  # type: ignore[assignment]

Event = Any
"""One of libyaml's events; which attributes it has depends on its class, which the stubs do not say."""
Value = str | list["Value"] | dict[str, "Value"]
Step = str | int
"""One step on the way to a value: a key, a list index."""

MAX_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 24
MAX_NODES = 400_000
_TAG_DIRECTIVES = re.compile(r"^%", re.M)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
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
        return Tree(self.path, value, self.marks[2 * index : 2 * (index + _size(value))], self.lines)

    def branches(self) -> Iterator[Tree]:
        """The entries of a list, each as a tree of its own, in one walk."""
        index = 1
        for child in self.value if isinstance(self.value, list) else ():
            end = index + _size(child)
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
        line, column = _position(self.lines, start)
        end_line, end_column = _position(self.lines, max(start, end))
        if end_column == 1 and end_line > line:  # a block scalar ends where the next line begins
            end_line -= 1
            end_column = self.lines[end_line] - self.lines[end_line - 1]
        return Span(self.path, line, column, end_line, end_column)

    def _find(self, way: tuple[Step, ...]) -> tuple[int, bool]:
        """Number of the node in document order, and whether the whole way could be gone."""
        node, index = self.value, 0
        for step in way:
            if isinstance(node, dict) and step in node:
                offset = 1
                for key, child in node.items():
                    if key == step:
                        break
                    offset += 1 + _size(child)
                index += offset + 1
                node = node[str(step)]
            elif isinstance(node, list) and isinstance(step, int) and step < len(node):
                index += 1 + sum(_size(child) for child in node[:step])
                node = node[step]
            else:
                return index, False
        return index, True


def read(data: bytes, path: str) -> tuple[Tree | None, tuple[Diagnostic, ...]]:
    """Reads one YAML document.

    `data` is the file's bytes, `path` its name for messages. Gives the tree, or None when nothing can be
    used, and what is wrong. Never raises for anything that a file can hold.
    """
    text, problem = _decode(data, path)
    if problem or text is None:
        return None, (problem,) if problem else ()
    lines = line_starts(text)
    if problem := _limits(text, path, lines):
        return None, (problem,)
    builder = _Builder(text, path, lines)
    try:
        return builder.document(), tuple(builder.problems)
    except yaml.MarkedYAMLError as error:
        return None, (*builder.problems, _syntax(error, text, path))
    except (yaml.YAMLError, ValueError) as error:
        return None, (*builder.problems, Diagnostic("yaml-syntax", f"this is not YAML: {error}", Span(path)))
    except _Stopped:
        return None, tuple(builder.problems)


def line_starts(text: str) -> array[int]:
    """Offsets at which the lines of `text` start; only a line feed ends a line, as in editors."""
    starts = array("q", [0])
    position = text.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    starts.append(len(text) + 1)
    return starts


class _Stopped(Exception):
    """Reading cannot go on; what is wrong has been noted."""


class _Builder:
    """Builds values from libyaml's events, and notes where each one starts and ends."""

    def __init__(self, text: str, path: str, lines: array[int]) -> None:
        self.text, self.path, self.lines = text, path, lines
        self.problems: list[Diagnostic] = []
        self.marks = array("q")
        self.depth = 0
        self.get: Callable[[], Event] = _Parser(text).get_event

    def document(self) -> Tree | None:
        self.get()  # stream start
        event: Event = self.get()
        if not isinstance(event, yaml.DocumentStartEvent):
            return None
        value = self.node(self.get())
        self.get()  # document end
        event = self.get()
        if isinstance(event, yaml.DocumentStartEvent):
            self.refuse("yaml-documents", "a file holds one document, and a second one starts here", event)
            raise _Stopped
        return Tree(self.path, value, self.marks, self.lines)

    def node(self, event: Event) -> Value:
        kind = type(event)
        marks = self.marks
        if len(marks) > 2 * MAX_NODES:
            self.refuse("yaml-too-large", f"a file holds at most {MAX_NODES:,} values", event)
            raise _Stopped
        if kind is ScalarEvent:
            marks.append(event.start_mark.index)
            marks.append(event.end_mark.index)
            if event.anchor or event.tag:
                self.unwanted(event)
            value: str = event.value
            if event.style == '"' and (found := _FORBIDDEN.search(value)):
                message = f"an escape stands here for the control character U+{ord(found[0]):04X}"
                self.refuse("yaml-control-character", message, event)
            return value
        if kind is AliasEvent:
            self.unwanted(event)
            marks.extend((event.start_mark.index, event.end_mark.index))
            return ""
        return self.collection(event)

    def collection(self, event: Event) -> Value:
        if event.anchor or event.tag:
            self.unwanted(event)
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self.refuse("yaml-too-deep", f"values are nested more than {MAX_DEPTH} deep here", event)
            raise _Stopped
        place = len(self.marks)
        self.marks.extend((event.start_mark.index, 0))
        is_list = isinstance(event, SequenceStartEvent)
        value: Value = self.sequence() if is_list else self.mapping()
        self.depth -= 1
        return self._closed(value, place)

    def _closed(self, value: Value, place: int) -> Value:
        """Ends a collection where its last child ends: libyaml's own end mark lies lines further down."""
        self.marks[place + 1] = max(self.marks[-1], self._last_end)
        return value

    _last_end = 0

    def sequence(self) -> list[Value]:
        values: list[Value] = []
        while True:
            event: Event = self.get()
            if type(event) is SequenceEndEvent:
                self._last_end = _closing(event)
                return values
            values.append(self.node(event))

    def mapping(self) -> dict[str, Value]:
        values: dict[str, Value] = {}
        places: dict[str, int] = {}
        while True:
            event: Event = self.get()
            if type(event) is MappingEndEvent:
                self._last_end = _closing(event)
                return values
            place = len(self.marks)
            key = self.node(event)
            if not isinstance(key, str) or type(event) is not ScalarEvent:
                self.refuse("yaml-key", "a key is one word or a few, and this is a list or a map", event)
                raise _Stopped
            if key == "<<":
                self.refuse("yaml-merge", "merge keys (`<<`) are not used here; write the lines out", event)
            if key in values:
                self.duplicate(key, places[key], event)
                del self.marks[place:]
                kept = len(self.marks)
                self.node(self.get())
                del self.marks[kept:]
                continue
            places[key] = place
            values[key] = self.node(self.get())

    def duplicate(self, key: str, first: int, event: Event) -> None:
        before = self.between(self.marks[first], self.marks[first + 1])
        self.problems.append(
            Diagnostic(
                "yaml-duplicate-key",
                f"the key `{shown(key)}` stands twice in one map, and the second would hide the first",
                self.between(event.start_mark.index, event.end_mark.index),
                labels=(Label(before, "it stands here first"),),
                help=("Remove one of the two, or give it the name that it was meant to have.",),
            )
        )

    def unwanted(self, event: Event) -> None:
        """Anchors, aliases and tags: each refused by name, with what to write instead."""
        if event.anchor and type(event) is AliasEvent:
            what, code = f"the alias `*{shown(event.anchor)}`", "yaml-alias"
        elif event.tag:
            what, code = f"the tag `{shown(event.tag)}`", "yaml-tag"
        else:
            what, code = f"the anchor `&{shown(event.anchor)}`", "yaml-alias"
        self.refuse(code, f"{what} is not used here: every value is written out as text", event)

    def refuse(self, code: str, message: str, event: Event) -> None:
        span = self.between(event.start_mark.index, event.end_mark.index)
        self.problems.append(Diagnostic(code, message, span))

    def between(self, start: int, end: int) -> Span:
        line, column = _position(self.lines, start)
        end_line, end_column = _position(self.lines, end)
        return Span(self.path, line, column, end_line, end_column)


def _closing(event: Event) -> int:
    """Offset behind a closing bracket; 0 for a block collection, which ends where its last child ends."""
    start: int = event.start_mark.index
    end: int = event.end_mark.index
    return end if end != start else 0


def shown(text: str, limit: int = 60) -> str:
    """`text` fit for a message: control and bidi characters spelt out, long texts cut."""
    safe = "".join(
        c
        if c.isprintable() and not "\u200b" <= c <= "\u200f" and not "\u202a" <= c <= "\u202e"
        else f"\\u{ord(c):04x}"
        for c in text[: limit + 1]
    )
    return safe if len(text) <= limit else safe[:limit] + "…"


def _decode(data: bytes, path: str) -> tuple[str | None, Diagnostic | None]:
    if len(data) > MAX_BYTES:
        size = f"{len(data) / 1048576:.1f} MB"
        message = f"this file is {size} large; at most {MAX_BYTES // 1048576} MB are read"
        return None, Diagnostic("yaml-too-large", message, Span(path))
    try:
        text = data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        message = f"this file is not UTF-8: the byte 0x{data[error.start]:02x} stands here"
        return None, Diagnostic("not-utf8", message, Span(path, line, column), help=("Save the file as UTF-8.",))
    return text, None


def _limits(text: str, path: str, lines: array[int]) -> Diagnostic | None:
    """What must not reach libyaml: control characters, and directives (40,000 of them take seconds)."""
    if found := _FORBIDDEN.search(text):
        line, column = _position(lines, found.start())
        message = f"the control character U+{ord(found[0]):04X} stands here, which text cannot hold"
        return Diagnostic("yaml-control-character", message, Span(path, line, column))
    if text.startswith("%") or "\n%" in text:
        found = _TAG_DIRECTIVES.search(text)
        line, column = _position(lines, found.start() if found else 0)
        message = "a line starts with `%`, which YAML reads as a directive"
        return Diagnostic("yaml-directive", message, Span(path, line, column), help=("Put the text in quotes.",))
    return None


def _syntax(error: yaml.MarkedYAMLError, text: str, path: str) -> Diagnostic:
    from generator.yaml_mistakes import explain

    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    message, advice, at = explain(text, line, column, error.problem or str(error))
    return Diagnostic("yaml-syntax", message, Span(path, *at), help=advice)


def _position(lines: array[int], offset: int) -> tuple[int, int]:
    from bisect import bisect_right

    line = min(bisect_right(lines, offset), len(lines) - 1)
    return line, offset - lines[line - 1] + 1


def _size(value: Value) -> int:
    """How many nodes a value is made of, keys included."""
    if isinstance(value, str):
        return 1
    if isinstance(value, dict):
        return 1 + sum(1 + _size(child) for child in value.values())
    return 1 + sum(_size(child) for child in value)


def _reach(value: Value, way: tuple[Step, ...]) -> Value:
    for step in way:
        value = value[step]  # type: ignore[index]
    return value


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

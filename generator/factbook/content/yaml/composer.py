"""Ground: builds values from libyaml's events, one pass, and refuses by name what content does not need."""

from __future__ import annotations

import re
from array import array
from sys import intern
from typing import TYPE_CHECKING, Any, NoReturn

import yaml
from yaml.events import AliasEvent, MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from factbook.content.yaml.invisible_characters import turns
from factbook.content.yaml.printable import shown
from factbook.content.yaml.tree import OFFSET, Tree, nodes_before, position
from factbook.diagnostics.types import Diagnostic, Label, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.content.yaml.tree import Value

try:
    from yaml.cyaml import CParser as _Parser  # type: ignore[attr-defined]  # not in its stubs
except ImportError:  # PyYAML without libyaml: slower, the same events
    from yaml.loader import Loader as _Parser  # type: ignore[assignment]

Event = Any
"""One of libyaml's events; which attributes it has depends on its class, which the stubs do not say."""

MAX_DEPTH = 24
_SHORT = 24
"""Characters of a text up to which the same one is held once: keys, ids and dates stand in thousands of places."""
MAX_NODES = 400_000
MAX_PROBLEMS = 100
_ANCHOR = re.compile(r"&[^\s,\[\]{}]+\s*")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
"""Control characters, which text has no use for."""

_ONE = "Delete the line `---`; what comes after it goes into a file of its own, or into the list above."


class Stopped(Exception):
    """Reading cannot go on; what is wrong has been noted."""


class Builder:
    """Builds values from libyaml's events, and notes where each one starts and ends."""

    def __init__(self, text: str, path: str, lines: array[int]) -> None:
        self.text, self.path, self.lines = text, path, lines
        self.problems: list[Diagnostic] = []
        self.marks = array(OFFSET)
        self.mark = self.marks.append
        self.depth = 0
        self.anchors: dict[str, tuple[Value, int, int]] = {}
        """By the name of an anchor its value, the nodes in it, and how deep they are nested."""
        self.crowded = 3 * len(text) > MAX_NODES
        """Whether there can be too many values: a colon in brackets makes three, and no character makes more."""
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
            self.refuse("yaml-documents", "a file holds one document, and a second one starts here", event, _ONE)
            raise Stopped
        return Tree(self.path, value, self.marks, self.lines)

    def node(self, event: Event) -> Value:
        if self.crowded and len(self.marks) > 2 * MAX_NODES:
            self.refuse("yaml-too-large", f"a file holds at most {MAX_NODES:,} values", event)
            raise Stopped
        kind = type(event)
        if kind is ScalarEvent:
            mark = self.mark
            mark(event.start_mark.index)
            mark(event.end_mark.index)
            if event.tag:
                self.tagged(event)
            value: str = event.value
            if len(value) <= _SHORT:
                value = intern(value)
            if event.style == '"':
                self.escapes(value, event)
            if event.anchor:
                self.anchored(value, len(self.marks) - 2, event)
            return value
        return self.alias(event) if kind is AliasEvent else self.collection(event)

    def anchored(self, value: Value, place: int, event: Event) -> None:
        """Remembers a value that is complete, for the aliases below; its place begins behind the anchor's name."""
        if found := _ANCHOR.match(self.text, event.start_mark.index):
            self.marks[place] = found.end()
        self.anchors[event.anchor] = value, (len(self.marks) - place) // 2, _height(value)

    def alias(self, event: Event) -> Value:
        """The value of an anchor above, every node of it at the place of the alias."""
        name, place = event.anchor, (event.start_mark.index, event.end_mark.index)
        value, nodes, height = self.anchors.get(name, ("", 1, 0))
        if name not in self.anchors:
            advice = "A text that starts with `*` is put in double quotes."
            self.refuse("yaml-alias", f"no value above is named `&{shown(name)}`", event, advice)
        if len(self.marks) // 2 + nodes > MAX_NODES:
            self.refuse("yaml-too-large", f"a file holds at most {MAX_NODES:,} values", event)
            raise Stopped
        if self.depth + height > MAX_DEPTH:
            self.too_deep(event)
        self.marks.extend(place * nodes)
        return value

    def escapes(self, value: str, event: Event) -> None:
        """What an escape may not stand for, for it would have been refused if typed as it is."""
        if found := FORBIDDEN.search(value):
            message = f"an escape stands here for the control character U+{ord(found[0]):04X}"
            self.refuse("yaml-control-character", message, event)
        elif (
            not value.isascii()
            and "\\" in self.text[event.start_mark.index : event.end_mark.index]
            and (turned := turns(value))
        ):
            message = f"an escape stands here for U+{ord(turned):04X}, which turns the direction of reading"
            self.refuse("text-direction", message, event)

    def collection(self, event: Event) -> Value:
        if event.tag:
            self.tagged(event)
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self.too_deep(event)
        marks = self.marks
        place = len(marks)
        self.mark(event.start_mark.index)
        self.mark(0)
        value: Value = self.sequence() if type(event) is SequenceStartEvent else self.mapping()
        self.depth -= 1
        # A collection ends where its last child ends: libyaml's own end mark lies lines further down.
        marks[place + 1] = max(marks[-1], self._last_end)
        if event.anchor:
            self.anchored(value, place, event)
        return value

    _last_end = 0

    def sequence(self) -> list[Value]:
        values: list[Value] = []
        get, node = self.get, self.node
        while type(event := get()) is not SequenceEndEvent:
            values.append(node(event))
        self._last_end = _closing(event)
        return values

    def mapping(self) -> dict[str, Value]:
        values: dict[str, Value] = {}
        get, node, begin = self.get, self.node, len(self.marks)
        while type(event := get()) is not MappingEndEvent:
            key = node(event)
            if not isinstance(key, str) or type(event) is not ScalarEvent:
                self.refuse("yaml-key", "a key is one word or a few, and this is a list or a map", event)
                raise Stopped
            if key == "<<":
                self.refuse("yaml-merge", "merge keys (`<<`) are not used here; write the lines out", event)
            if key in values:
                del self.marks[-2:]
                self.duplicate(key, begin + 2 * nodes_before(values, key), event)
                kept = len(self.marks)
                node(get())
                del self.marks[kept:]
            else:
                values[key] = node(get())
        self._last_end = _closing(event)
        return values

    def duplicate(self, key: str, first: int, event: Event) -> None:
        before = self.between(self.marks[first], self.marks[first + 1])
        self.note(
            Diagnostic(
                "yaml-duplicate-key",
                f"the key `{shown(key)}` stands twice in one map, and the second would hide the first",
                self.between(event.start_mark.index, event.end_mark.index),
                labels=(Label(before, "it stands here first"),),
                help=("Remove one of the two, or give it the name that it was meant to have.",),
            )
        )

    def tagged(self, event: Event) -> None:
        """Refuses a tag by name, with what to write instead."""
        message = f"the tag `{shown(event.tag)}` is not used here: every value is written out as text"
        self.refuse("yaml-tag", message, event, "A text that starts with `&`, `*` or `!` is put in double quotes.")

    def too_deep(self, event: Event) -> NoReturn:
        self.refuse("yaml-too-deep", f"values are nested more than {MAX_DEPTH} deep here", event)
        raise Stopped

    def refuse(self, code: str, message: str, event: Event, *advice: str) -> None:
        span = self.between(event.start_mark.index, event.end_mark.index)
        self.note(Diagnostic(code, message, span, help=advice))

    def note(self, problem: Diagnostic) -> None:
        """Keeps a problem; with too many of them there is no use in reading on."""
        self.problems.append(problem)
        if len(self.problems) >= MAX_PROBLEMS:
            raise Stopped

    def between(self, start: int, end: int) -> Span:
        line, column = position(self.lines, start)
        end_line, end_column = position(self.lines, end)
        return Span(self.path, line, column, end_line, end_column)


def _height(value: Value) -> int:
    """How deep the lists and maps of a value are nested."""
    if isinstance(value, str):
        return 0
    children = value.values() if isinstance(value, dict) else value
    return 1 + max(map(_height, children), default=0)


def _closing(event: Event) -> int:
    """Offset behind a closing bracket; 0 for a block collection, which ends where its last child ends."""
    start: int = event.start_mark.index
    end: int = event.end_mark.index
    return end if end != start else 0

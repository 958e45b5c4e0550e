"""Ground: YAML read strings first, with the place of every value; the only room that knows PyYAML.

The text is read once, as libyaml's events, by a builder of our own. libyaml's composer, which crashes
the process on deep nesting, never runs, and neither do tags and merge keys: content needs none of them.
An alias gives the value of its anchor as if it were written out there, within the same limits. Values are
plain `str`, `list` and `dict`, so that a cache can hold them; their places are kept beside them as two
character offsets a node, in document order.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from factbook.content.yaml.composer import FORBIDDEN, Builder, Stopped
from factbook.content.yaml.invisible_characters import unseen
from factbook.content.yaml.lost_comment_text import cut
from factbook.content.yaml.printable import passage, shown
from factbook.content.yaml.tree import OFFSET, Step, Tree, Value, line_starts, position, scalars, size
from factbook.diagnostics.types import Diagnostic, Span

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Collection

__all__ = [
    "MAX_BYTES",
    "OFFSET",
    "PARSER",
    "Step",
    "Tree",
    "Value",
    "line_starts",
    "passage",
    "position",
    "read",
    "scalars",
    "shown",
    "size",
    "unfit",
]

PARSER: str = f"PyYAML {yaml.__version__}"
"""What reads the text: another version may read it otherwise."""

MAX_BYTES = 4 * 1024 * 1024
"""The largest file of content, in bytes."""

_DIRECTIVE = re.compile(r"^%", re.M)


def read(
    data: bytes, path: str, texts: Callable[[Tree], Collection[int]] | None = None
) -> tuple[Tree | None, tuple[Diagnostic, ...]]:
    """Reads one YAML document.

    `data` is the file's bytes, `path` its name for messages; `texts` says where in a tree the texts end of which no
    word may be lost. Gives the tree, or None when nothing can be used, and what is wrong. Never raises for anything
    that a file can hold.
    """
    text, problem = _decode(data, path)
    if problem or text is None:
        return None, (problem,) if problem else ()
    lines = line_starts(text)
    if problem := _limits(text, path, lines):
        return None, (problem,)
    builder = Builder(text, path, lines)
    builder.problems += unseen(text, path, lines)
    try:
        tree = builder.document()
        lossy = texts is not None and tree is not None and (" #" in text or "\t#" in text)
        return tree, (*builder.problems, *(cut(text, tree, texts(tree)) if lossy else ()))  # type: ignore[misc, arg-type]
    except yaml.MarkedYAMLError as error:
        return None, (*builder.problems, _syntax(error, text, path))
    except (yaml.YAMLError, ValueError) as error:
        return None, (*builder.problems, Diagnostic("yaml-syntax", f"this is not YAML: {error}", Span(path)))
    except Stopped:
        return None, tuple(builder.problems)


def unfit(text: str, path: str) -> tuple[Diagnostic, ...]:
    """What no text of content may hold, whatever else it is: control characters, turned reading, unseen marks."""
    lines = line_starts(text)
    control = _control(text, path, lines)
    return (control,) if control else unseen(text, path, lines)


def _decode(data: bytes, path: str) -> tuple[str | None, Diagnostic | None]:
    if len(data) > MAX_BYTES:
        message = f"this file is larger than {MAX_BYTES // 1048576} MB; split it into several"
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
    if problem := _control(text, path, lines):
        return problem
    if text.startswith("%") or "\n%" in text:
        found = _DIRECTIVE.search(text)
        line, column = position(lines, found.start() if found else 0)
        message = "a line starts with `%`, which YAML reads as a directive"
        return Diagnostic("yaml-directive", message, Span(path, line, column), help=("Put the text in quotes.",))
    return None


def _control(text: str, path: str, lines: array[int]) -> Diagnostic | None:
    if (found := FORBIDDEN.search(text)) is None:
        return None
    line, column = position(lines, found.start())
    message = f"the control character U+{ord(found[0]):04X} stands here, which text cannot hold"
    return Diagnostic("yaml-control-character", message, Span(path, line, column))


def _syntax(error: yaml.MarkedYAMLError, text: str, path: str) -> Diagnostic:
    from factbook.content.yaml.syntax_messages import explain

    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    start = error.context_mark if "quoted scalar" in (error.context or "") else None
    opened = (start.line + 1, start.column + 1) if start else None
    message, advice, at = explain(text, line, column, error.problem or str(error), opened)
    return Diagnostic("yaml-syntax", message, Span(path, *at), help=advice)

"""Canonical form: each fact in a file of its own, or a topic's facts in one list: `fmt --split` and `fmt --join`."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from factbook.authoring.format.formatter import each
from factbook.content.schema import formats, kind
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factbook.content.yaml import Value

_MODELINE = re.compile(r"^# yaml-language-server: \$schema=(?![/~]|\w+:)(\S+)\n+", re.M)
"""By which an editor finds the schema of a file, from the file's own folder."""


class Refused(Exception):
    """Facts that cannot be put into other files; the words say why."""


@frozen
class Move:
    """What is to be written, and which files hold nothing any more."""

    writes: Mapping[str, bytes]
    removes: frozenset[str]


@frozen
class _Fact:
    path: str
    home: str
    id: str
    text: str


def own_file(home: str, identity: str) -> str:
    """The file of one fact, in the folder of its home topic."""
    return f"content/facts/{home}/{identity}.yml"


def split(files: Mapping[str, bytes], present: Callable[[str], bytes | None]) -> Move:
    """Facts that stand in lists get files of their own; a fact that has one already stays where it is.

    `present` gives what stands at a path, or None. Raises `Refused`.
    """
    writes: dict[str, bytes] = {}
    removes: set[str] = set()
    for path, data in files.items():
        facts, listed = _facts(path, data, in_list=False)
        for fact in facts if listed else ():
            target = own_file(fact.home, fact.id)
            if target in writes:
                raise Refused(f"{path} holds a second fact for {target}: give it another id or home topic first")
            writes[target] = f"{_modeline(data, path, target)}{fact.text}\n".encode()
            removes.add(path)
    for target, data in writes.items():
        if target not in removes and present(target) not in (None, data):
            raise Refused(f"{target} is there already, and holds something else")
    return Move(writes, frozenset(removes - writes.keys()))


def join(files: Mapping[str, bytes], present: Callable[[str], bytes | None]) -> Move:
    """Facts that have a file of their own go to the end of the list of their home topic; lists stay as they are.

    `present` gives what stands at a path, or None. Raises `Refused`.
    """
    alone = [fact for path, data in files.items() for fact in _alone(path, data)]
    moved = {fact.path for fact in alone}
    writes: dict[str, bytes] = {}
    for target in sorted({f"content/facts/{fact.home}.yml" for fact in alone}):
        before = None if target in moved else present(target)
        if before is not None and not _facts(target, before, in_list=True)[1]:
            raise Refused(f"{target} is there already, and holds no list")
        own = [fact for fact in alone if target == f"content/facts/{fact.home}.yml"]
        first = own[0].path
        head = _modeline(files[first], first, target) if before is None else f"{_text(before).rstrip()}\n\n"
        writes[target] = (head + "\n\n".join(fact.text for fact in own) + "\n").encode()
    return Move(writes, frozenset(moved - writes.keys()))


def _alone(path: str, data: bytes) -> Iterator[_Fact]:
    facts, listed = _facts(path, data, in_list=True)
    if not listed:
        yield from facts


def _facts(path: str, data: bytes, *, in_list: bool) -> tuple[list[_Fact], bool]:
    """The facts of a file, and whether they stand in a list."""
    try:
        found, listed = each(_MODELINE.sub("", _text(data)).encode(), path, kind("fact"), in_list=in_list)
        return [_Fact(path, *_place(value), text) for value, text in found], listed
    except ValueError as reason:
        raise Refused(f"{path} is left as it is: {reason}") from None


def _place(value: Value) -> tuple[str, str]:
    """The home topic and the id of a fact. Raises `ValueError`."""
    topics, identity = (value.get("topics"), value.get("id")) if isinstance(value, dict) else (None, None)
    home = topics[0] if isinstance(topics, list) and topics else None
    for name, given in (("id", identity), ("topics", home)):
        if not isinstance(given, str) or formats.slug(given):
            raise ValueError(f"each fact needs a right `{name}`, which names its file; see `factbook check`")
    return str(home), str(identity)


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig").replace("\r\n", "\n")


def _modeline(data: bytes, path: str, target: str) -> str:
    """The line by which an editor finds the schema, as the file `target` has it; empty where there is none."""
    if not (found := _MODELINE.search(_text(data))):
        return ""
    schema = posixpath.normpath(posixpath.join(posixpath.dirname(path), found[1]))
    return f"# yaml-language-server: $schema={posixpath.relpath(schema, posixpath.dirname(target))}\n"

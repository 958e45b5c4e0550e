"""Exports, read back: the things in a JSON file, without what was generated."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from factbook.exports.importing import json_reader, positions
from factbook.exports.importing.error import Fault
from factbook.exports.json_schemas import FILES
from factbook.exports.json_values import GENERATED
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator

    from factbook.content.model import Kind
    from factbook.content.yaml import Tree
    from factbook.diagnostics.types import Diagnostic
    from factbook.exports.importing.positions import Placed

_CODE = "import-form"


@frozen
class Thing:
    """One thing as it was read, not yet held against the vocabulary."""

    kind: Kind
    tree: Tree
    file: str | None = None
    """The content's file that it came from, as an export says."""
    line: int = 0
    """Its first line there."""
    is_dated: bool = False
    """Whether its `added` is the day of the import, for want of another."""


def read(text: str, path: str, lines: array[int]) -> tuple[list[Thing], list[Diagnostic]]:
    """The things in a file of `/data/`, in one that stands beside a page, or in a list of facts."""
    whole = json_reader.read(text)
    if isinstance(whole.value, tuple) and not whole.is_map:
        return [_thing("fact", item, path, lines) for item in whole.items], []
    beside_a_page = any(key.text == "page" for key, _ in whole.entries)  # there a list holds ids alone
    found = [
        _thing(kind, one, path, lines)
        for key, value in whole.entries
        if (kind := _kind(key.text)) is not None and not (key.text in FILES and beside_a_page)
        for one in (value.items if not value.is_map else (value,))
    ]
    if not found and not any(_kind(key.text) for key, _ in whole.entries):
        names = ", ".join(f"`{name}`" for name in FILES)
        advice = f"It has one of the lists {names}, or is a list of facts."
        raise Fault(_CODE, "this JSON holds nothing that could be imported", whole.start, advice)
    return found, []


def _kind(key: str) -> Kind | None:
    """The kind that stands under a key: `facts` in a file of data, `topic` beside a page."""
    if key in FILES:
        return cast("Kind", FILES[key])
    return cast("Kind", key) if key in FILES.values() else None


def _thing(kind: Kind, one: Placed, path: str, lines: array[int]) -> Thing:
    generated = {key.text: value for key, value in one.entries if key.text == GENERATED}
    kept = replace(one, value=tuple(_kept(one))) if one.is_map else one
    told = {key.text: value.text for key, value in generated[GENERATED].entries} if generated else {}
    line = told.get("line", "")
    return Thing(kind, positions.tree(kept, path, lines), told.get("file"), int(line) if line.isdigit() else 0)


def _kept(one: Placed) -> Iterator[tuple[Placed, Placed]]:
    return (entry for entry in one.entries if entry[0].text != GENERATED)

"""Canonical form: keys in the order of the vocabulary, from what a thing is to what happened to it later."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.authoring.format.nodes import Node
    from factbook.content.schema import Field, Kind


def in_order(top: Node, of: Kind) -> Node:
    """A file's value with every map's keys in order; keys that the vocabulary does not know stay last."""
    if top.items:
        return replace(top, items=tuple(_ordered(item, of.fields) for item in top.items))
    return _ordered(top, of.fields)


def _ordered(node: Node, fields: tuple[Field, ...]) -> Node:
    known = {field.name: (index, field) for index, field in enumerate(fields)}
    entries = [(key, _inside(value, known, str(key.value))) for key, value in node.entries]
    if fields:
        entries.sort(key=lambda entry: known.get(str(entry[0].value), (len(known), None))[0])
    return replace(node, entries=tuple(entries))


def _inside(value: Node, known: dict[str, tuple[int, Field]], key: str) -> Node:
    fields = known[key][1].fields if key in known else ()
    if not fields:
        return value
    if value.items:
        return replace(value, items=tuple(_ordered(item, fields) for item in value.items))
    return _ordered(value, fields)

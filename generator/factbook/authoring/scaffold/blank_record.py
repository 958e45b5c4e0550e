"""Scaffold: records to be filled in, made from the vocabulary: each key with what it is and an example."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factbook.authoring.format.fact_files import own_file
from factbook.content.schema import kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factbook.content.schema import Field, Kind


_ID = "short-name-of-the-fact"
_BLANK = {
    "id": _ID,
    "statement": '"[[id-of-the-speaker]] said that …"',
    "date": "YYYY-MM-DD",
    "topics": "[id-of-the-topic]",
    "source": "id-of-the-source",
    "quote": "the words exactly as printed",
}
"""What stands in a new fact until somebody writes their own there; the check finds what is left."""
_OF_A_PAGE = {
    "topic": ("topics", "[{}]"),
    "actor": ("asserted_by", "[{}]"),
    "source": ("source", "{}"),
    "series": ("figure", "{{series: {}, value: NUMBER}}"),
}
"""What a fact that is added on a page of some kind surely has, as it is typed."""


def blank_fact(of: str, identity: str) -> tuple[str, str]:
    """The path and the text of a new fact that somebody adds on the page of a thing of the kind `of`."""
    name, typed = _OF_A_PAGE.get(of, ("", ""))
    given = _BLANK | ({name: typed.format(identity)} if name else {})
    path = own_file(identity, _ID) if of == "topic" else f"content/facts/{_ID}.yml"
    return path, _with_needed_keys(kind("fact"), given)


def with_every_key(of: Kind) -> str:
    """A file with all keys of a kind: those that it needs, and all others behind `# `, which goes when one is used.

    Lines that begin with `##` say what the key below them is.
    """
    return "\n".join(_every(of.fields, "# ")) + "\n"


def _with_needed_keys(of: Kind, given: Mapping[str, str]) -> str:
    """A file with the keys that a kind needs, and those that are `given`, at whatever depth, as they are typed."""
    return "\n".join(_needed(of.fields, given)) + "\n"


def _every(fields: Iterable[Field], behind: str) -> Iterator[str]:
    """All keys at a depth; `behind` stands before those that are not needed, and nothing before the keys in these."""
    for field in fields:
        inner = _every(field.fields, behind if field.required else "") if _is_map(field) else ()
        mark = "" if field.required else behind
        yield f"## {_said(field)}"
        yield from (f"{mark}{row}" for row in _key(field, field.example, inner))


def _needed(fields: Iterable[Field], given: Mapping[str, str]) -> Iterator[str]:
    for field in fields:
        if field.required or field.name in given:
            inner = _needed(field.fields, given) if _is_map(field) and field.name not in given else ()
            yield f"## {_said(field)}"
            yield from _key(field, given.get(field.name, field.example), inner)


def _is_map(field: Field) -> bool:
    return field.type == "record"


def _key(field: Field, typed: str, inner: Iterable[str]) -> Iterator[str]:
    rows = list(inner)
    if not rows:
        is_text = field.traced and not field.many and typed.startswith("[")
        yield f"{field.name}: {json.dumps(typed) if is_text else typed}"
        return
    yield f"{field.name}:"
    first = next(number for number, row in enumerate(rows) if not row.startswith("#"))
    for number, row in enumerate(rows):
        yield f"  - {row}" if field.many and number == first else f"{'    ' if field.many else '  '}{row}"


def _said(field: Field) -> str:
    """What belongs there."""
    choices = f" One of: {', '.join(field.choices)}." if field.choices else ""
    default = f" Without it: {field.default}." if field.default else ""
    return f"{field.description}{choices}{default}"

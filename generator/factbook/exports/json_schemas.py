"""Exports: the JSON Schemas of the exported files: the vocabulary's own, and what is generated beside it.

Draft 2020-12 of https://json-schema.org. The same fields as the schemas for editors
(`factbook.content.schema.json_schema`), but a value is always a text here, as content is read strings first.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factbook.content.schema import json_schema
from factbook.exports.json_values import GENERATED

if TYPE_CHECKING:
    from collections.abc import Iterator

Schema = dict[str, Any]

VERSION = "1"
"""Of the exported files: a further key does not change it, another meaning or a missing key does."""
FILES = {
    "facts": "fact",
    "actors": "actor",
    "topics": "topic",
    "sources": "source",
    "series": "series",
    "briefing": "briefing",
}
"""Name of each file of data, without its ending, and the kind that it holds."""


def files() -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every schema."""
    for name in FILES:
        yield f"{name}.json", _written(schema_of(name))
    yield "page.json", _written(page_schema())


def schema_of(name: str) -> Schema:
    """The schema of the file `name`.json."""
    kind = FILES[name]
    items = {"type": "array", "items": thing(kind)}
    return _file(name, {"count": {"type": "integer", "minimum": 0}, name: items}, ["count", name])


def page_schema() -> Schema:
    """The schema of the file that stands beside each page."""
    page: Schema = {
        "type": "object",
        "properties": {
            "kind": {"type": "string"},
            "id": {"type": "string"},
            "title": {"type": "string"},
            "language": {"type": "string"},
            "address": {"type": "string"},
            "updated": {"type": ["string", "null"], "format": "date"},
        },
        "required": ["kind", "id", "title", "language", "address", "updated"],
    }
    things: Schema = {FILES[name]: thing(FILES[name]) for name in ("actors", "topics", "sources", "series", "facts")}
    facts = {**_IDS, "description": "Ids of the facts that concern the page's thing."}
    return _file("page", {"page": page, **things, "facts": facts}, ["page", "facts"])


def thing(kind: str) -> Schema:
    """One exported thing of a kind."""
    whole = json_schema.schema(kind)
    one: Schema = json.loads(json.dumps(whole["$defs"]["fact"] if kind == "fact" else whole))  # type: ignore[index]
    one.pop("$schema", None)
    strict: Schema = _strict(one)
    strict["properties"][GENERATED] = {
        "description": "What follows from the rest; left out when the data is read back.",
        **_record({**_PLACE, **_GENERATED.get(kind, {})}),
    }
    strict["required"] = [*strict.get("required", []), GENERATED]
    return strict


def _file(name: str, properties: Schema, required: list[str]) -> Schema:
    address = {"type": ["string", "null"]}
    site = _record({"name": _BY_LANGUAGE, "languages": _IDS, "url": address, "licence": address})
    head: Schema = {"$schema": _TEXT, "version": {"const": VERSION}, "site": site}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Factbook: {name}",
        "type": "object",
        "properties": {**head, **properties},
        "required": ["version", "site", *required],
        "additionalProperties": False,
    }


def _strict(value: Any) -> Any:
    """The same with texts alone where an editor's YAML may also give numbers."""
    if isinstance(value, list):
        return [_strict(item) for item in value]
    if not isinstance(value, dict):
        return value
    made = {key: _strict(item) for key, item in value.items()}
    if isinstance(made.get("type"), list) and "string" in made["type"]:
        made["type"] = "string"
    return made


def _record(properties: Schema) -> Schema:
    required = [key for key in properties if key not in ("line",)]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _written(made: Schema) -> bytes:
    return (json.dumps(made, indent=1, ensure_ascii=False) + "\n").encode()


_TEXT: Schema = {"type": "string"}
_IDS: Schema = {"type": "array", "items": _TEXT}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_DAY: Schema = {"type": ["string", "null"], "format": "date"}
_BY_LANGUAGE: Schema = {"type": "object", "additionalProperties": _TEXT, "description": "A text per language."}
_PLACE: Schema = {
    "file": {**_TEXT, "description": "The content's file that holds the thing."},
    "line": {"type": "integer", "minimum": 1, "description": "Its first line there."},
}
_ADDRESS: Schema = {**_TEXT, "description": "Permanent address; from the site's root when that is not known."}
_STANDING: Schema = {
    "type": "string",
    "enum": ["found", "confirmed", "unverifiable", "missing", "ambiguous", "refuted", "unread"],
}
_FACTS: Schema = {**_IDS, "description": "Ids of the facts that concern it."}
_GENERATED: dict[str, Schema] = {
    "fact": {
        "address": _ADDRESS,
        "page": {**_TEXT, "description": "The fact on the page where it is at home."},
        "text": {**_BY_LANGUAGE, "description": "The statement without links, per language."},
        "date": {
            **_record({"first": _DAY, "last": _DAY, "precision": _TEXT}),
            "description": "The earliest and the latest day that the date can mean, and how much of it is known.",
        },
        "counts": {
            **_record({"sources": _COUNT, "origins": _COUNT, "asserters": _COUNT}),
            "description": "Documents, independent reports, and those who say so.",
        },
        "corroborated": {"type": "boolean", "description": "More than one origin and more than one asserter."},
        "origins": {**_IDS, "description": "The reports from which the cited documents come."},
        "asserters": {**_IDS, "description": "Ids of actors, or plain names of publishers and agencies."},
        "contradictions": {**_IDS, "description": "Facts that it contradicts or that contradict it."},
        "superseded_by": {**_IDS, "description": "Facts that have replaced it."},
        "citations": {
            "type": "array",
            "description": "For each citation, what the source's text says of its quote, and on which line.",
            "items": _record({"standing": _STANDING, "line": {"type": "integer", "minimum": 1}}),
        },
    },
    "source": {
        "address": _ADDRESS,
        "origin": {**_TEXT, "description": "The report from which it comes; the same for all copies of one."},
        "same_origin": {**_IDS, "description": "Other sources that come from that report."},
        "held": {**_TEXT, "description": "What the exporting machine has of it: text, fingerprint or nothing."},
        "facts": _FACTS,
    },
    "actor": {
        "address": _ADDRESS,
        "members": {**_IDS, "description": "Actors that are part of it."},
        "says": {**_IDS, "description": "Facts that it states itself."},
        "facts": _FACTS,
    },
    "topic": {"address": _ADDRESS, "facts": _FACTS},
    "series": {"address": _ADDRESS, "facts": _FACTS},
}

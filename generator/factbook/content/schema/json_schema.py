"""Ground: JSON Schemas made from the vocabulary, so that an editor completes, explains and checks each field.

Draft 2020-12 of https://json-schema.org. Content is read strings first, while an editor's YAML gives numbers
and booleans too; the schemas therefore allow them where a text is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content.schema import KINDS, kind

if TYPE_CHECKING:
    from factbook.content.schema import Field, Kind

Schema = dict[str, object]

NAMES = (*KINDS, "briefing", "config")
"""Kinds that have a schema."""
_SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"
_LANGUAGE = "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"
_PATTERNS = {
    "slug": _SLUG,
    "reference": _SLUG,
    "language": _LANGUAGE,
    "country": "^[A-Z]{2}$",
    "judgement": f"{_SLUG[:-1]}/{_SLUG[1:]}",
    "url": '^https?://[^\\s<>"{}|\\\\^`]+$',
    "identifier": "^(?!https?:)[a-z][a-z0-9.-]*:\\S+$",
}
_NUMERIC = ("number", "count", "date", "moment", "publication", "lines", "expression")
"""Types that an editor may take for a number."""


def schema(name: str) -> Schema:
    """The schema of a file that holds the kind `name`; a file of facts holds one fact or a list of them."""
    shape = kind(name)
    head: Schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": shape.label,
        "description": shape.description,
    }
    if name != "fact":
        return {**head, **_record(shape.fields)}
    return {
        **head,
        "anyOf": [{"$ref": "#/$defs/fact"}, {"type": "array", "items": {"$ref": "#/$defs/fact"}}],
        "$defs": {"fact": {"title": shape.label, "description": shape.description, **_record(shape.fields)}},
    }


def files(name: str) -> str:
    """Which files of a site hold the kind: a pattern from the site's folder."""
    shape: Kind = kind(name)
    if shape.folder.endswith(".yml"):
        return shape.folder if name == "config" else f"content/{shape.folder}"
    return f"content/{shape.folder}/{'**/' if name == 'fact' else ''}*.yml"


def _record(fields: tuple[Field, ...]) -> Schema:
    made: Schema = {
        "type": "object",
        "properties": {field.name: _field(field) for field in fields},
        "additionalProperties": False,
    }
    if required := [field.name for field in fields if field.required]:
        made["required"] = required
    return made


def _field(field: Field) -> Schema:
    one = _value(field)
    described: Schema = {"description": field.description}
    if field.default is not None:
        described["default"] = field.default
    if not field.many:
        if field.example and not field.choices and field.type != "record":
            described["examples"] = [field.example]
        return {**described, **one}
    return {**described, "type": "array", "items": one, **({"minItems": 1} if field.required else {})}


def _value(field: Field) -> Schema:
    if field.choices == ("true", "false"):
        return {"enum": [True, False, *field.choices]}
    if field.choices:
        return {"type": "string", "enum": list(field.choices)}
    if field.type == "record":
        return _record(field.fields)
    if field.type == "participant":
        return {"anyOf": [{"type": "string", "pattern": _SLUG}, _record(field.fields)]}
    if field.type in ("text", "spelling"):
        return _text()
    if field.type == "words":
        words: Schema = {"type": "array", "items": {"type": "string"}, "minItems": 1}
        return {"type": "object", "patternProperties": {_LANGUAGE: words}, "additionalProperties": False}
    if field.type in _PATTERNS:
        return {"type": "string", "pattern": _PATTERNS[field.type]}
    return {"type": ["string", "number"]} if field.type in _NUMERIC else {"type": ["string", "number", "boolean"]}


def _text() -> Schema:
    """A text in the site's first language, or one per language."""
    one: Schema = {"type": ["string", "number", "boolean"]}
    by_language: Schema = {"type": "object", "patternProperties": {_LANGUAGE: one}, "additionalProperties": False}
    return {"anyOf": [one, {**by_language, "minProperties": 1}]}

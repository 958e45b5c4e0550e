"""The schemas that editors use here are those that the vocabulary makes, and they allow the shipped content."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from factbook.cli.schema import schema_text
from factbook.content import yaml
from factbook.content.content_files import files_in_place
from factbook.content.schema import json_schema

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("name", json_schema.NAMES)
def test_the_committed_schema_is_up_to_date(name: str) -> None:
    assert (ROOT / "schemas" / f"{name}.schema.json").read_text("utf-8") == schema_text(name), (
        "run `factbook schema --write schemas`"
    )


def test_the_editor_s_settings_name_every_schema() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    assert settings == {f"schemas/{name}.schema.json": json_schema.files(name) for name in json_schema.NAMES}


def test_the_schemas_allow_the_shipped_content() -> None:
    wrong = []
    for path, of in files_in_place(ROOT):
        tree, _ = yaml.read((ROOT / path).read_bytes(), path)
        assert tree is not None
        made = json_schema.schema(of)
        wrong += [f"{path}: {words}" for words in _misfits(tree.value, made, made)]
    assert not wrong


@pytest.mark.parametrize(
    "typed",
    [
        {"id": "Big", "title": "x"},
        {"id": "a", "title": "x", "titel": "y"},
        {"id": "a"},
        {"id": "a", "title": {}},
        {"id": "a", "title": "x", "related": "b"},
    ],
)
def test_a_schema_refuses_what_the_vocabulary_refuses(typed: dict[str, object]) -> None:
    assert list(_misfits(typed, json_schema.schema("topic"), {}))


def _misfits(value: Any, form: dict[str, Any], whole: dict[str, Any]) -> list[str]:
    """What a value lacks of a schema: the few words of JSON Schema that ours use."""
    if "$ref" in form:
        return _misfits(value, whole["$defs"][form["$ref"].rpartition("/")[2]], whole)
    if "anyOf" in form:
        tries = [_misfits(value, each, whole) for each in form["anyOf"]]
        return [] if any(not found for found in tries) else min(tries, key=len)
    kind = {"str": "string", "list": "array", "dict": "object"}[type(value).__name__]
    allowed = form.get("type", kind)
    if kind not in (allowed if isinstance(allowed, list) else [allowed]):
        return [f"{value!r} is no {allowed}"]
    if isinstance(value, str):
        fits = re.search(form.get("pattern", ""), value) and value in form.get("enum", [value])
        return [] if fits else [f"{value!r} does not fit"]
    if isinstance(value, list):
        few = ["too few"] if len(value) < form.get("minItems", 0) else []
        return few + [words for item in value for words in _misfits(item, form["items"], whole)]
    return _object_misfits(value, form, whole)


def _object_misfits(value: dict[str, Any], form: dict[str, Any], whole: dict[str, Any]) -> list[str]:
    found = [f"lacks {name}" for name in form.get("required", []) if name not in value]
    found += ["too few"] if len(value) < form.get("minProperties", 0) else []
    for key, child in value.items():
        patterns = [each for pattern, each in form.get("patternProperties", {}).items() if re.search(pattern, key)]
        forms = [form["properties"][key]] if key in form.get("properties", {}) else patterns
        if not forms and form.get("additionalProperties") is False:
            found.append(f"{key} is not known")
        for each in forms:
            found += _misfits(child, each, whole)
    return found

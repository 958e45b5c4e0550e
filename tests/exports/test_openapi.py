"""The description of the data: every path of it is a file of the built site, and every file of `/data/` is in it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from tests.conftest import flood_with

if TYPE_CHECKING:
    from pathlib import Path

_RESPONSE = {"type": "object", "required": ["description"], "properties": {"content": {"type": "object"}}}
_OPERATION = {
    "type": "object",
    "required": ["responses"],
    "properties": {
        "summary": {"type": "string", "minLength": 1},
        "responses": {"type": "object", "minProperties": 1, "patternProperties": {"^[1-5][0-9X]{2}$": _RESPONSE}},
    },
}
_PARAMETER = {
    "type": "object",
    "required": ["name", "in", "required", "schema"],
    "properties": {"in": {"const": "path"}, "required": {"const": True}},
}
_PATH = {
    "type": "object",
    "required": ["get"],
    "additionalProperties": False,
    "properties": {"get": _OPERATION, "parameters": {"type": "array", "items": _PARAMETER}},
}
OPENAPI = {
    "type": "object",
    "required": ["openapi", "info", "paths"],
    "properties": {
        "openapi": {"type": "string", "pattern": r"^3\.1\.\d+$"},
        "info": {"type": "object", "required": ["title", "version"]},
        "servers": {"type": "array", "items": {"type": "object", "required": ["url"]}},
        "paths": {"type": "object", "patternProperties": {"^/": _PATH}, "additionalProperties": False},
    },
}
"""What OpenAPI 3.1 asks of the parts that are written here."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return flood_with(tmp_path_factory.mktemp("site") / "root", "outputs: [data, json]\nlicence: CC-BY-4.0\n")


@pytest.fixture(scope="module")
def described(site: Path) -> Any:
    return json.loads((site / "data" / "openapi.json").read_bytes())


def test_it_holds_to_openapi(described: Any) -> None:
    jsonschema.Draft202012Validator(OPENAPI).validate(described)
    assert described["servers"] == [{"url": "https://flood.example/briefing"}]
    for path, item in described["paths"].items():
        assert set(re.findall(r"{(\w+)}", path)) == {one["name"] for one in item.get("parameters", ())}


def test_every_path_is_a_file_of_the_site_that_holds_to_its_schema(site: Path, described: Any) -> None:
    for path, item in described["paths"].items():
        found = list(site.glob(path.lstrip("/").replace("{id}", "*")))
        assert found, path
        for content in item["get"]["responses"]["200"]["content"].values():
            if "schema" in content:
                schema = json.loads((site / "data" / content["schema"]["$ref"]).read_bytes())
                for file in found:
                    jsonschema.Draft202012Validator(schema).validate(json.loads(file.read_bytes()))


def test_every_file_of_the_data_is_described(site: Path, described: Any) -> None:
    files = {f"/{path.relative_to(site).as_posix()}" for path in (site / "data").rglob("*") if path.is_file()}
    assert files - {"/data/openapi.json"} <= set(described["paths"])
    assert sum("{id}" in path for path in described["paths"]) == 5


def test_without_json_beside_pages_none_is_described(flood_site: Path) -> None:
    described = json.loads((flood_site / "data" / "openapi.json").read_bytes())
    assert not [path for path in described["paths"] if "{id}" in path]


def test_it_says_the_licence_of_the_content(described: Any) -> None:
    told = described["info"]["license"]
    assert told["name"] == "CC BY 4.0"
    assert told["url"].startswith("https://creativecommons.org/licenses/by/4.0")

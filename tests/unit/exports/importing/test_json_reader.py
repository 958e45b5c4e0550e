"""JSON with places: the same values as Python's own reader, and one plain sentence for whatever is none."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook.content.yaml import Tree, line_starts
from factbook.exports.importing import json_reader, positions
from factbook.exports.importing.error import Fault

VALUES = st.recursive(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text('abé"\\', max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(VALUES, st.sampled_from([None, 2]), st.booleans())
def test_the_same_values_as_the_standard_reader(value: Any, indent: int | None, ascii: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii)
    assert tree(text).value == value


@given(st.text('{}[]",:nul\\ 1-', max_size=20))
def test_anything_else_is_a_fault_and_nothing_worse(text: str) -> None:
    with suppress(Fault):
        json_reader.read(text)


def test_places() -> None:
    found = tree('{"facts": [\n  {"id": "ships",\n   "date": 2024}]}')
    assert found.span("facts", 0, "id").start == "x.json:2:10"
    assert found.span("facts", 0, "date").start == "x.json:3:12"
    assert found.key_span("facts", 0, "date").start == "x.json:3:4"


def test_null_is_a_key_that_is_not_there() -> None:
    assert tree('{"a": null, "b": "c", "d": null}').value == {"b": "c"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"a": 1,}',
        "[1 2]",
        '{"a": "\\ud800"}',
        '{"a": 1, "a": 2}',
        "[" * 30,
        "nul",
        '"a\nb"',
        "{} {}",
        "[,1]",
    ],
)
def test_what_is_no_json(text: str) -> None:
    with pytest.raises(Fault):
        json_reader.read(text)


def tree(text: str) -> Tree:
    return positions.tree(json_reader.read(text), "x.json", line_starts(text))

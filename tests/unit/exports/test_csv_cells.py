"""Cells: no spreadsheet takes one for a formula, and each is read back to the very text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook.exports.csv_cells import joined, safe, split, unsafe

RISKY = st.text(alphabet="=+-@'；;|%\t\n\r ab1＝,\"", max_size=12)


@given(RISKY)
def test_what_is_made_safe_is_read_back(text: str) -> None:
    assert unsafe(safe(text)) == text


@given(RISKY)
def test_no_cell_begins_a_formula_wherever_rows_are_split(text: str) -> None:
    for part in re.split(r"[;\t\r\n]", safe(text)):
        assert not re.match(r"[=+\-@＝＋－＠|%]", part.strip())


@pytest.mark.parametrize("text", ["11,000 soldiers", "-", "2024-11-04", "[[ada]] said", "it's", "", "a - b"])
def test_ordinary_texts_stay_as_they_are(text: str) -> None:
    assert safe(text) == (f"'{text}" if text == "-" else text)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (["one", "two-2"], "one two-2"),
        ([{"value": "85", "from": "55 + 30"}], '[{"value": "85", "from": "55 + 30"}]'),
        ("plain", "plain"),
    ],
)
def test_lists_in_a_cell(value: object, cell: str) -> None:
    assert joined(value) == cell  # type: ignore[arg-type]
    assert isinstance(value, str) or split(cell) == value


def test_people_may_part_words_as_they_like() -> None:
    assert split(" one, two;three  four ") == ["one", "two", "three", "four"]


def test_digits_stay_what_was_typed() -> None:
    assert split('[{"value": 1.10}]') == [{"value": "1.10"}]


@pytest.mark.parametrize("cell", ["[null]", "[true]", "[", '{"a": }'])
def test_what_is_no_text_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        split(cell)

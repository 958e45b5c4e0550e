"""Workings are evaluated exactly, and a mistake says where it is."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook.evidence.numerals import WorkingMistake, evaluate, operands


@pytest.mark.parametrize(
    ("working", "value"),
    [
        ("55 + 30", 85),
        ("55 + 30 - 83", 2),
        ("2 + 3 × 4", 14),
        ("(2 + 3) * 4", 20),
        ("10 / 4", Fraction(5, 2)),
        ("10 ÷ 4", Fraction(5, 2)),
        ("-3 + 5", 2),
        ("5 − 3", 2),
        ("1,200 + 12 000", 13_200),
        ("10% × 500", 50),
        ("0.1 + 0.2", Fraction(3, 10)),
        ("8 - (3 - 2)", 7),
        ("8 - 3 - 2", 3),
    ],
)
def test_sums(working: str, value: Fraction) -> None:
    assert evaluate(working) == value


@pytest.mark.parametrize(
    ("working", "position", "words"),
    [
        ("", 0, "empty"),
        ("55 +", 4, "expected before the end"),
        ("55 + * 2", 5, "expected before “*”"),
        ("55 30", 3, "missing before “30”"),
        ("5 / 0", 2, "division by zero"),
        ("(5 + 2", 0, "not closed"),
        ("5 + x", 4, "“x” is no number"),
        ("5 + __import__", 4, "“_” is no number"),
    ],
)
def test_mistakes(working: str, position: int, words: str) -> None:
    mistake = evaluate(working)
    assert isinstance(mistake, WorkingMistake)
    assert mistake.position == position
    assert words in mistake.message


def test_depth_and_length_are_limited() -> None:
    assert isinstance(evaluate("(" * 100 + "1" + ")" * 100), WorkingMistake)
    assert isinstance(evaluate("1+" * 400 + "1"), WorkingMistake)


def test_the_numbers_of_a_working() -> None:
    assert [(int(o.value), o.start, o.percent) for o in operands("1,200 + 5%")] == [(1200, 0, False), (5, 8, True)]


@given(st.text(alphabet="0123456789+-*/()%., ×÷x", max_size=80))
def test_any_text_gives_a_value_or_a_mistake(working: str) -> None:
    assert isinstance(evaluate(working), Fraction | WorkingMistake)

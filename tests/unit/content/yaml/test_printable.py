"""Text of the content in a message: one line, nothing that steers a terminal, not too long."""

from __future__ import annotations

import pytest

from factbook.content.yaml import passage, shown


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("12 ships", "12 ships"),
        ("a" * 60, "a" * 60),
        ("a" * 61, "a" * 60 + "…"),
        ("two\nlines", "two\\u000alines"),
        ("\x1b[31mred", "\\u001b[31mred"),
        ("\u202eevil", "\\u202eevil"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
        ("Łódź, 東京, القاهرة", "Łódź, 東京, القاهرة"),
    ],
)
def test_shown(text: str, printed: str) -> None:
    assert shown(text) == printed


@pytest.mark.parametrize(
    ("text", "limit", "printed"),
    [
        ("two\n  lines\tand more ", 60, "two lines and more"),
        ("one two three", 7, "one two…"),
        ("\x1b[31mred\nink", 60, "\\u001b[31mred ink"),
    ],
)
def test_a_passage_stands_in_one_line(text: str, limit: int, printed: str) -> None:
    assert passage(text, limit) == printed

"""Weekdays are read in the language of the text, in small letters and in capitals."""

from __future__ import annotations

import pytest

from factbook.evidence.numerals.weekdays import weekdays


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("It began on Monday, and on monday it ended; Tuesday was calm.", "en", (0, 1)),
        ("FRIDAY was a Sundayish day", "en", (4,)),
        ("Am Samstag und am Montag", "de", (5, 0)),
        ("в понедельник", "ru", (0,)),
        ("PAZARTESİ günü", "tr", (0,)),
        ("Monday", "xx", ()),
    ],
)
def test_weekdays_are_named(text: str, language: str, found: tuple[int, ...]) -> None:
    assert weekdays(text, language) == found

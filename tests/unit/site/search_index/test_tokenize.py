"""Texts into words: what is the same to a reader is the same to the search."""

from __future__ import annotations

import pytest

from factbook.site.search_index.tokenize import words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The river Aare rose.", ["the", "river", "aare", "rose"]),
        ("Müller, MÜLLER, Mu\u0308ller", ["muller", "muller", "muller"]),
        ("Straße", ["strasse"]),
        ("Андрій Сибіга", ["андріи", "сибіга"]),
        ("ΛΟΓΟΣ λόγος", ["λογοσ", "λογοσ"]),
        ("12,000 12.000 12\u202f000 12’000", ["12000"] * 4),
        ("1,234,567 and 3,14 and 2024-11-16", ["1234567", "and", "3", "14", "and", "2024", "11", "16"]),
        ("8 to 10", ["8", "to", "10"]),
        ("snake_case", ["snake", "case"]),
        ("北京a", ["北", "京", "北京", "a"]),
        ("평양", ["평", "양", "평양"]),
        ("", []),
        ("— … ”", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert words(text) == found

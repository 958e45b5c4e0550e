"""The nearest right names."""

from __future__ import annotations

import pytest

from factbook.diagnostics.suggest import did_you_mean


@pytest.mark.parametrize(
    ("word", "candidates", "expected"),
    [
        ("ukrane", ["russia", "ukraine", "iran"], ("ukraine",)),
        ("zelensky", ["andrii-sybiha", "volodymyr-zelenskyy"], ("volodymyr-zelenskyy",)),
        ("Publisher", ["publisher", "published"], ("publisher", "published")),
        ("jp", ["jpn", "de", "fr"], ("jpn",)),
        ("", ["a", "b"], ()),
        ("x", [], ()),
        ("quite-another", ["ukraine", "iran"], ()),
    ],
)
def test_near_names_come_closest_first(word: str, candidates: list[str], expected: tuple[str, ...]) -> None:
    assert did_you_mean(word, candidates) == expected


def test_at_most_four() -> None:
    assert len(did_you_mean("actor", [f"actor{number}" for number in range(20)])) == 4


def test_a_huge_word_comes_to_an_end() -> None:
    assert did_you_mean("a" * 1_000_000, ["actor", "a" * 1_000_000]) == ()

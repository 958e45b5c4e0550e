"""What differs between a quote and the words closest to it, in words that can be acted on."""

from __future__ import annotations

import pytest

from factbook.evidence.texts.differences import differences
from factbook.evidence.texts.normalize import words


@pytest.mark.parametrize(
    ("quote", "source", "told"),
    [
        ("two ships left", "12 ships left", "The quote has “two” where the source has “12”."),
        ("ships never left", "ships left", "The source has no “never” there."),
        ("ships left", "ships never left", "The source has “never” there too."),
        (
            "Кyiv was hit",
            "Kyiv was hit",
            "The quote has “Кyiv” where the source has “Kyiv”, which looks the same: "
            "CYRILLIC CAPITAL LETTER KA (U+041A) in the quote, LATIN CAPITAL LETTER K (U+004B) in the source.",
        ),
        (
            "Erdogan left",
            "Erdoğan left",
            "The quote has “Erdogan” where the source has “Erdoğan”, which looks the same: "
            "LATIN SMALL LETTER G (U+0067) in the quote, LATIN SMALL LETTER G WITH BREVE (U+011F) in the source.",
        ),
    ],
)
def test_what_differs_is_told(quote: str, source: str, told: str) -> None:
    assert differences(words(quote), words(source)) == (told,)


@pytest.mark.parametrize(("quote", "source"), [("the same", "the same"), ("a b c d e f g h", "a 1 c 2 e 3 g 4")])
def test_nothing_or_too_much_is_not_told(quote: str, source: str) -> None:
    assert differences(words(quote), words(source)) == ()

"""Digits are read by the separators of their language, in every script."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from babel import Locale
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from factbook.evidence.numerals import read

LOCALES = [
    *("en", "de", "fr", "es", "it", "pt", "nl", "ru", "uk", "pl", "cs", "sv", "da", "fi", "tr", "ar", "he", "hi"),
    *("ja", "zh", "ko", "id", "ro", "hu", "el", "bg", "vi", "th", "de-CH", "de-AT", "en-IN", "es-MX", "pt-PT"),
]


@pytest.mark.parametrize("language", LOCALES)
@settings(deadline=None)  # the first call loads Babel's data of the language
@given(whole=st.integers(0, 10**12), decimals=st.integers(0, 3), part=st.integers(0, 999))
def test_what_babel_writes_is_read(language: str, whole: int, decimals: int, part: int) -> None:
    value = whole + Decimal(part % 10**decimals).scaleb(-decimals)
    printed = format_decimal(value, format=_with_decimals(decimals), locale=Locale.parse(language, sep="-"))
    found = read(f"({printed})", language)
    assert [quantity.low for quantity in found] == [Fraction(value)]


def _with_decimals(decimals: int) -> str:
    return "#,##0" + ("." + "0" * decimals if decimals else "")


@pytest.mark.parametrize(
    ("printed", "language", "value"),
    [
        ("12.000", "de", 12_000),
        ("12.000", "en", 12),
        ("12,000", "en", 12_000),
        ("12,000", "de", 12),
        ("12,00,000", "en", 1_200_000),
        ("1,20,00,000", "hi", 12_000_000),
        ("12 000", "fr", 12_000),
        ("12\u202f000", "fr", 12_000),
        ("12\u00a0000", "en", 12_000),
        ("12’000", "de", 12_000),
        ("12'000.5", "de-CH", Fraction(24001, 2)),
        ("1.234,5", "en", Fraction(2469, 2)),
        ("12.5", "de", Fraction(25, 2)),
        ("0.500", "de", Fraction(1, 2)),
        ("١٢٬٠٠٠", "ar", 12_000),
        ("۱۲٬۰۰۰", "fa", 12_000),
        ("१२,००,०००", "hi", 1_200_000),
        ("１２，０００", "ja", 12_000),
        ("1٫5", "ar", Fraction(3, 2)),
    ],
)
def test_separators(printed: str, language: str, value: Fraction) -> None:
    assert [quantity.low for quantity in read(printed, language)] == [value]


@pytest.mark.parametrize("printed", ["1,2,3,4", "12,34,5"])
def test_what_is_no_number_is_not_one(printed: str) -> None:
    assert read(printed, "en") == ()


def test_a_sentence_ends_behind_a_number() -> None:
    assert [q.low for q in read("It was 12,000. Then 30.", "en")] == [12_000, 30]


def test_an_unknown_language_reads_digits_by_the_root() -> None:
    assert [q.low for q in read("qwe 12,000 asd 3.5", "qqx")] == [12_000, Fraction(7, 2)]

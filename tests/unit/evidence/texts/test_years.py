"""Which years a text can mean, in many languages and scripts."""

from __future__ import annotations

import pytest

from factbook.evidence.texts.years import years_in


@pytest.mark.parametrize(
    ("text", "language", "year"),
    [
        ("The dam was built in 1998.", "en", 1998),
        ("between 1914-18 and later", "en", 1918),
        ("the class of '09", "en", 2009),
        ("am 5.11.98 eröffnet", "de", 1998),
        ("در سال ۱۴۰۲ ساخته شد", "fa", 2023),
        ("في عام ٢٠١٩", "ar", 2019),
        ("เมื่อปี 2562", "th", 2019),
        ("二〇一九年完工", "zh", 2019),
        ("民國108年完工", "zh-Hant", 2019),
        ("令和元年に完成", "ja", 2019),
        ("平成11年に完成", "ja", 1999),
    ],
)
def test_a_year_that_stands_in_the_text(text: str, language: str, year: int) -> None:
    found = years_in(text, language)
    assert year in found.stated
    assert not found.looks_back
    assert found.allow(year)
    assert not found.allow(1871)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It was closed two years ago.", "en"),
        ("Sie wurde vor drei Jahren geschlossen.", "de"),
        ("Il a fermé l’an dernier.", "fr"),
        ("Cerró el año pasado.", "es"),
        ("Ha chiuso tre anni fa.", "it"),
        ("Fechou há dois anos.", "pt"),
        ("Zamknięto go w ubiegłym roku.", "pl"),
        ("Его закрыли два года назад.", "ru"),
        ("Його закрили торік.", "uk"),
        ("它去年关闭。", "zh"),
        ("昨年閉鎖された。", "ja"),
        ("지난해 폐쇄됐다.", "ko"),
        ("أغلق العام الماضي.", "ar"),
        ("Geçen yıl kapandı.", "tr"),
    ],
)
def test_a_text_that_looks_back_may_mean_another_year(text: str, language: str) -> None:
    assert years_in(text, language).allow(1871)


@pytest.mark.parametrize("text", ["It holds 12,000 people.", "Call 030 1998765.", "Room 19985 is closed."])
def test_other_numbers_are_no_years(text: str) -> None:
    assert not years_in(text, "en").stated

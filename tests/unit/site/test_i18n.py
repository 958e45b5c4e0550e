"""Words: each language in its own dates, numbers and names; what stays English is marked as such."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from factbook.site.i18n import direction, wording

NOVEMBER = date(2024, 11, 4)


@pytest.mark.parametrize(
    ("language", "day", "number"),
    [
        ("en", "4 Nov 2024", "12,000"),
        ("en-US", "Nov 4, 2024", "12,000"),
        ("de", "4. Nov. 2024", "12.000"),
        ("de-CH", "4. Nov. 2024", "12’000"),
        ("ar", "4 نوفمبر 2024", "12,000"),
        ("pl", "4 lis 2024", "12\u00a0000"),
        ("he", "4 בנוב׳ 2024", "12,000"),
        ("xx-unheard-of", "4 Nov 2024", "12,000"),
    ],
)
def test_dates_and_numbers_by_locale(language: str, day: str, number: str) -> None:
    words = wording(language)
    assert (words.day(NOVEMBER), words.number(12000)) == (day, number)


def test_decimals_keep_their_digits() -> None:
    assert wording("en").number(Decimal("1200.50")) == "1,200.50"
    assert wording("de").number(Decimal("0.125")) == "0,125"


@pytest.mark.parametrize(
    ("tag", "name"),
    [("pt-BR", "Português (Brasil)"), ("pl", "Polski"), ("uk", "Українська"), ("zh", "中文"), ("xx", "xx")],
)
def test_a_language_calls_itself(tag: str, name: str) -> None:
    assert wording(tag).own_name == name


@pytest.mark.parametrize(
    ("language", "message", "said"),
    [
        ("en", "by {date}", "by 4"),
        ("de", "by {date}", "bis 4"),
        ("de", "no message of this site", "\x02no message of this site\x03"),
        ("pl", "by {date}", "\x02by \x034"),
        ("pl", "{who}, {date}", "{who}, 4"),
    ],
)
def test_english_elsewhere_is_marked_without_what_is_filled_in(language: str, message: str, said: str) -> None:
    assert wording(language, marking=True).say(message, date="4", who="{who}") == said
    assert not {"\x02", "\x03"} & set(wording(language).say(message, date="4", who="{who}"))


def test_dates_of_a_language_that_nobody_knows_are_marked_as_english() -> None:
    assert wording("xx", marking=True).day(NOVEMBER) == "\x024 Nov 2024\x03"
    assert wording("pl", marking=True).day(NOVEMBER) == "4 lis 2024"


def test_plurals() -> None:
    assert [wording("de").count("{n} fact", "{n} facts", n) for n in (0, 1, 2)] == [
        "0 Angaben",
        "1 Angabe",
        "2 Angaben",
    ]


def test_names_of_languages_and_countries_and_what_has_none() -> None:
    words = wording("de")
    assert (words.language_name("uk"), words.country("KP")) == ("Ukrainisch", "Nordkorea")
    assert (words.language_name("qqq"), words.country("ZZZ")) == ("qqq", "ZZZ")


def test_a_value_that_runs_the_other_way_is_kept_apart() -> None:
    """Without the isolates, the day would move to the other side of the name."""
    message = "{who}, {date}"
    assert wording("en").say(message, who="ليلى", date="4 Nov") == "\u2068ليلى\u2069, 4 Nov"
    assert wording("en").say(message, who="Layla", date="4 Nov") == "Layla, 4 Nov"
    assert wording("ar").say(message, who="The Herald", date="4 نوفمبر") == "\u2068The Herald\u2069، 4 نوفمبر"
    assert wording("en").listed(("A", "ב")) == "A and \u2068ב\u2069"


@pytest.mark.parametrize(("language", "words"), [("en", "55–80%"), ("de", "55–80\u00a0%")])
def test_a_range_of_percentages(language: str, words: str) -> None:
    assert wording(language).percent(55, 80) == words


def test_lists() -> None:
    assert wording("en").listed(("A", "B", "C")) == "A, B and C"
    assert wording("en").listed(("A",)) == "A"
    assert wording("en").listed(()) == ""


@pytest.mark.parametrize(("language", "way"), [("en", "ltr"), ("ar", "rtl"), ("he", "rtl"), ("xx", "ltr")])
def test_the_direction_of_a_language(language: str, way: str) -> None:
    assert direction(language) == way

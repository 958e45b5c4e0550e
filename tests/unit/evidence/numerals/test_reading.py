"""Amounts are read with their kind, unit, bounds and place."""

from __future__ import annotations

import sys
from fractions import Fraction
from subprocess import run

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factbook.evidence.numerals import PartialDate, Quantity, modifier_agrees, read, supported


def one(text: str, language: str = "en") -> Quantity:
    """The only quantity of the text."""
    found = read(text, language)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("12 percent", "percent", 12),
        ("12 per cent", "percent", 12),
        ("12%", "percent", 12),
        ("3 percentage points", "percentage-points", 3),
        ("$5bn", "money", 5_000_000_000),
        ("5 million euros", "money", 5_000_000),
        ("the third day", "ordinal", 3),
        ("the 5th day", "ordinal", 5),
        ("the twenty-first century", "ordinal", 21),
        ("in 2024", "year", 2024),
        ("in the 1990s", "decade", 1990),
        ("at 7:30 p.m.", "time", 19 * 60 + 30),
        ("thousands of people", "indefinite", 1000),
        ("several dozen people", "indefinite", 12),
        ("the B-52", "label", 52),
        ("two thirds", "number", Fraction(2, 3)),
        ("half a dozen", "number", 6),
        ("2½ years", "number", Fraction(5, 2)),
        ("−5 degrees", "number", -5),
        ("minus five degrees", "number", -5),
        ("a 50,000-strong group", "number", 50_000),
    ],
)
def test_kinds(text: str, kind: str, value: Fraction) -> None:
    quantity = one(text)
    assert (quantity.kind, quantity.low) == (kind, value)


@pytest.mark.parametrize(
    ("text", "language", "modifier"),
    [
        ("up to 12 men", "en", "up-to"),
        ("as many as 12 men", "en", "up-to"),
        ("no more than 12 men", "en", "up-to"),
        ("at least 12 men", "en", "at-least"),
        ("no fewer than 12 men", "en", "at-least"),
        ("more than 12 men", "en", "more-than"),
        ("over 12 men", "en", "more-than"),
        ("less than 12 men", "en", "less-than"),
        ("about 12 men", "en", "about"),
        ("some 12 men", "en", "about"),
        ("exactly 12 men", "en", "exactly"),
        ("12 men or more", "en", "at-least"),
        ("12 men", "en", None),
        ("12 more than the 83", "en", None),
        ("bis zu 12 Mann", "de", "up-to"),
        ("mindestens 12 Mann", "de", "at-least"),
        ("mehr als 12 Mann", "de", "more-than"),
        ("rund 12 Mann", "de", "about"),
        ("ca. 12 Mann", "de", "about"),
        ("au moins 12", "fr", "at-least"),
        ("не менее 12", "ru", "at-least"),
        ("понад 12", "uk", "more-than"),
        ("最大12人", "ja", "up-to"),
        ("12人以上", "ja", "at-least"),
        ("規模6.5的餘震", "zh", None),
        ("حدود یک میلیون", "fa", "about"),
        ("לא פחות מ-1,200 מפעלים", "he", "at-least"),
        ("si chini ya 12", "sw", "at-least"),
        ("tidak kurang dari 12", "id", "at-least"),
        ("zaidi ya watu 12", "sw", "more-than"),
        ("অন্তত ১২ জন", "bn", "at-least"),
        ("12 ہزار سے زائد", "ur", "more-than"),
        ("சுமார் 12 பேர்", "ta", "about"),
        ("40-a yaxın ev", "az", "about"),
        ("12 мыңнан астам", "kk", "more-than"),
        ("12 сая гаруй", "mn", "more-than"),
        ("400-მდე", "ka", "up-to"),
        ("ավելի քան 12", "hy", "more-than"),
        ("ከ12 በላይ", "am", "more-than"),
        ("mahigit 12", "tl", "more-than"),
        ("ជាង ១២", "km", "more-than"),
        ("၁၂ ကျော်", "my", "more-than"),
    ],
)
def test_modifiers(text: str, language: str, modifier: str | None) -> None:
    assert read(text, language)[0].modifier == modifier


def test_a_bound_is_not_missed_in_a_language_whose_bounds_nobody_has_written_down() -> None:
    claim = read("more than 12 men", "en")[0]
    assert modifier_agrees(claim, read("12 ènìyàn", "yo")[0])
    assert not modifier_agrees(claim, read("12 Mann", "de")[0])


@pytest.mark.parametrize(
    ("claim", "quote", "language"),
    [
        ("third", "GDP quý III tăng 5%", "vi"),
        ("third", "в III квартале", "ru"),
        ("third", "3분기 매출", "ko"),
        ("third", "kuartal III", "id"),
        ("third", "ไตรมาส 3", "th"),
        ("twentieth", "実質賃金は20カ月連続で減少した", "ja"),
        ("twentieth", "20개월 연속 감소", "ko"),
        ("third", "석 달 연속 증가", "ko"),
        ("fourth", "चौथे चरण में", "hi"),
        ("fourth", "ke-4", "id"),
        ("sixth", "đợt thứ 6", "vi"),
        ("twentieth", "for 20 months running", "en"),
        ("twentieth", "den 20 Monaten in Folge", "de"),
    ],
)
def test_an_ordinal_may_stand_as_a_number(claim: str, quote: str, language: str) -> None:
    assert supported(read(claim, "en")[0], ((quote, language),)).found


@pytest.mark.parametrize(
    ("claim", "language", "quote", "quoted_in"),
    [
        ("more than ten times", "en", "十倍以上", "zh"),
        ("at least ten times", "en", "十倍以上", "zh"),
        ("unter 1.068 Menschen", "de", "1,068人", "zh"),
        ("spread over 60,000 hectares", "en", "60 мың гектар", "kk"),
        ("between 70 and 80 percent", "en", "entre el 70% y el 80%", "es"),
        ("between 70 and 80 percent", "en", "70%에서 80% 사이", "ko"),
        ("between 40 and 45 percent", "en", "בין 40% ל-45%", "he"),
        ("12 and 15 percent", "en", "12 % und 15 %", "de"),
        ("2 percent, 5 percent and 7 percent", "en", "2, 5 y 7 por ciento", "es"),
        ("as many as ten years earlier", "en", "比十年前", "zh"),
        ("A third oppose it", "en", "ושליש מתנגדים", "he"),
        ("four times", "en", "翻了两番", "zh"),
        ("cases passed 3,000", "en", "3000 adetten fazla", "tr"),
        ("40 bis 50 Prozent", "de", "en az yüzde 40, en fazla yüzde 50", "tr"),
    ],
)
def test_a_bound_that_words_may_or_may_not_carry(claim: str, language: str, quote: str, quoted_in: str) -> None:
    found = supported(read(claim, language)[0], ((quote, quoted_in),))
    assert found.found
    assert found.quantity is None or modifier_agrees(read(claim, language)[0], found.quantity)


def test_points_may_be_percentage_points() -> None:
    assert supported(read("fell by 0.8 points", "en")[0], (("0,8 puan azaldı", "tr"),)).found
    assert not supported(read("0.8 people", "en")[0], (("0,8 puan azaldı", "tr"),)).found


def test_what_is_counted_behind_an_hour_are_no_minutes() -> None:
    assert [one.low for one in read("bis 22 Uhr 10 Menschen", "de")] == [22 * 60, 10]
    assert [one.low for one in read("um 20 Uhr 15 waren", "de")] == [20 * 60 + 15]


def test_a_modifier_with_another_meaning_before_a_time_is_not_sure() -> None:
    assert not one("over two years").modifier_sure
    assert one("over two tonnes").modifier_sure


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("8,000–10,000", 8000, 10_000),
        ("10-12 days", 10, 12),
        ("between 3 and 5 days", 3, 5),
        ("3 to 5 million", 3_000_000, 5_000_000),
        ("$3 to $5", 3, 5),
        ("from three to five", 3, 5),
    ],
)
def test_ranges(text: str, low: int, high: int) -> None:
    quantity = one(text)
    assert [quantity.low, quantity.high] == [Fraction(low), Fraction(high)]


def test_a_falling_range_is_two_numbers() -> None:
    assert [q.low for q in read("10,000–8,000", "en")] == [10_000, 8000]


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("6 August", "en", PartialDate(None, 8, 6)),
        ("August 6, 2024", "en", PartialDate(2024, 8, 6)),
        ("the 6th of August 2024", "en", PartialDate(2024, 8, 6)),
        ("2024-08-06", "en", PartialDate(2024, 8, 6)),
        ("2024-08", "en", PartialDate(2024, 8, None)),
        ("August 2024", "en", PartialDate(2024, 8, None)),
        ("6. August 2024", "de", PartialDate(2024, 8, 6)),
        ("6.8.2024", "de", PartialDate(2024, 8, 6)),
        ("6 серпня 2024 року", "uk", PartialDate(2024, 8, 6)),
        ("2024年8月6日", "ja", PartialDate(2024, 8, 6)),
        ("6 de agosto de 2024", "es", PartialDate(2024, 8, 6)),
    ],
)
def test_dates(text: str, language: str, day: PartialDate) -> None:
    assert one(text, language).dates == (day,)


def test_a_date_with_slashes_has_two_readings_in_english() -> None:
    assert one("03/04/2024").dates == (PartialDate(2024, 4, 3), PartialDate(2024, 3, 4))


def test_may_and_march_are_months_only_with_a_capital() -> None:
    assert [q.kind for q in read("they may 5 times march 6 miles", "en")] == ["number", "number"]
    assert one("on May 5").kind == "date"


def test_mid_2024_is_no_name() -> None:
    assert one("in mid-2024").kind == "year"


@settings(deadline=None)
@given(st.text(max_size=200), st.sampled_from(["en", "de", "fr", "ru", "ar", "ja", "ko", "tr", "qqx", "x", ""]))
def test_any_text_is_read_and_places_are_true(text: str, language: str) -> None:
    last = 0
    for quantity in read(text, language):
        assert quantity.start >= last
        assert text[quantity.start : quantity.end] == quantity.words
        assert quantity.low <= quantity.high
        last = quantity.start


HEAP = [
    "one",
    "two",
    "a",
    "half",
    "hundred",
    "thousand",
    "and",
    "of",
    "to",
    "up",
    "12",
    "3.5",
    "-",
    "%",
    "$",
    ",",
    ".",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(HEAP)))
def test_any_heap_of_number_words_is_read(words: list[str]) -> None:
    text = " ".join(words)
    assert all(text[q.start : q.end] == q.words for q in read(text, "en"))


def test_the_room_loads_no_library_before_it_reads() -> None:
    code = "import sys, factbook.evidence.numerals; print('babel' in sys.modules, 'yaml' in sys.modules)"
    done = run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_a_long_text_is_read_whole() -> None:
    assert len(read("It cost $5 and 12 percent more. " * 5000, "en")) == 10_000


def test_many_signs_in_front_of_a_number_do_no_harm() -> None:
    assert read("%" * 5000 + "5", "tr")[-1].kind == "percent"


ENDLESS = ["1" * 9000 + "½", "1" * 9000 + "/3", "一" * 9000, "十" * 9000 + "分之" + "三" * 9000]


@pytest.mark.parametrize("text", ENDLESS, ids=["half", "third", "ones", "tens"])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_numbers_without_end_are_no_numbers_and_do_no_harm(text: str, language: str) -> None:
    assert all(quantity.high < 10**60 for quantity in read(text, language))

"""A claim is supported by equal values of the same kind, by the fact's dates, or by words that imply it."""

from __future__ import annotations

from datetime import date

import pytest

from factbook.evidence.numerals import Quantity, modifier_differs, read, supported


def claim(words: str, language: str = "en") -> Quantity:
    """What the words claim."""
    return read(words, language)[0]


@pytest.mark.parametrize("printed", ["12,000", "twelve thousand", "12 thousand", "12k"])
def test_one_number_in_many_spellings(printed: str) -> None:
    assert supported(claim(printed), [("12.000 Soldaten", "de")]).found


def test_the_place_of_the_support_is_given() -> None:
    support = supported(claim("55"), [("83 drones", "en"), ("of those, 55 fell", "en")])
    assert (support.quote, support.quantity and support.quantity.start) == (1, 10)


def test_the_nearest_value_is_given() -> None:
    support = supported(claim("11,000"), [("83 drones and 12,000 men", "en")])
    assert not support.found
    assert support.quantity is not None
    assert support.quantity.words == "12,000"


def test_nothing_is_near_when_nothing_was_quoted() -> None:
    assert supported(claim("5"), []).quantity is None


@pytest.mark.parametrize(
    ("words", "precision", "found"),
    [
        ("in 2024", "day", True),
        ("in 2023", "day", False),
        ("on 16 November", "day", True),
        ("on 16 November", "month", False),
        ("in November 2024", "month", True),
        ("in November 2024", "year", False),
        ("at 16", "day", False),
    ],
)
def test_dates_of_the_fact(words: str, precision: str, found: bool) -> None:
    day = date(2024, 11, 16)
    assert supported(claim(words), [("it happened on Saturday", "en")], [(day, day, precision)]).found is found


@pytest.mark.parametrize(
    ("words", "quote", "language", "found"),
    [
        ("one soldier", "ein Soldat", "de", True),
        ("two bridges", "beide Brücken", "de", True),
        ("one", "180円", "ja", False),
        ("half", "снизились вдвое", "ru", True),
        ("three quarters", "前三季度营收", "zh", True),
        ("one and a quarter kilos", "सवा किलो सोना", "hi", True),
        ("half", "в первом полугодии", "ru", True),
        ("half", "対ドルで111円台前半", "ja", True),
        ("one and a half tonnes", "بلغت طنا ونصف الطن", "ar", True),
        ("two and a half years", "שנתיים וחצי מאסר", "he", True),
        ("three days", "사흘째", "ko", True),
        ("four days", "사흘째", "ko", False),
        ("a fifth", "20%", "uk", True),
        ("2020", "2020-го", "ru", True),
        ("two buses", "تصادم حافلتين", "ar", True),
        ("three buses", "تصادم حافلتين", "ar", False),
        ("24 hours", "در شبانه‌روز گذشته", "fa", True),
        ("203 houses", "почти половина — 203 — уже готовы", "ru", True),
        ("Covid-19", "مبتلایان به کرونا", "fa", True),
        ("Covid-29", "cases of Covid-19", "en", False),
        ("for the first time", "erstmals", "de", True),
        ("three soldiers", "ein Soldat", "de", False),
    ],
)
def test_words_that_imply_a_number(words: str, quote: str, language: str, found: bool) -> None:
    assert supported(claim(words), [(quote, language)]).found is found


def test_modifiers_agree_with_any_quote_of_the_value() -> None:
    quotes = [("up to 12,000 men", "en"), ("12,000 men", "en")]
    assert not modifier_differs(claim("12,000"), supported(claim("12,000"), quotes))
    assert modifier_differs(claim("12,000"), supported(claim("12,000"), quotes[:1]))
    assert not modifier_differs(claim("13,000"), supported(claim("13,000"), quotes)), (
        "a number without words has a code of its own"
    )


def test_a_number_does_not_stand_in_a_name() -> None:
    assert not supported(claim("12 missiles"), [("the Type-12 missiles", "en")]).found


@pytest.mark.parametrize(
    ("words", "quote", "language", "found"),
    [
        ("20,000 people", "20.000 personnes", "fr", True),
        ("20 people", "20.000 personnes", "fr", True),
        ("37,164 people", "37.164 شخصا", "ar", True),
        ("900 to 1,200 people", "de 900 à 1.200 personnes", "fr", True),
        ("20,000 to 25,000 people", "20.000 à 25.000 personnes", "fr", True),
        ("0.125 percent", "0.125 percent", "en", True),
        ("125 people", "0.125 people", "en", False),
        ("1,234 percent", "1.234 percent", "en", False),
        ("1,500 million euros", "1.500 million euros", "en", False),
        ("20 people", "20.000 Menschen", "de", False),
    ],
)
def test_a_separator_of_another_style_may_group(words: str, quote: str, language: str, found: bool) -> None:
    assert supported(claim(words), [(quote, language)]).found is found


@pytest.mark.parametrize(
    ("words", "quote", "language", "found"),
    [
        ("in 2023", "지난해보다", "ko", True),
        ("in 2022", "지난해보다", "ko", False),
        ("in November 2023", "지난해 11월", "ko", True),
        ("in October 2023", "지난해 11월", "ko", False),
        ("in 2023", "по сравнению с прошлым годом", "ru", True),
        ("in 2023", "今年比べて", "ja", False),
    ],
)
def test_last_year_is_the_year_before_the_report(words: str, quote: str, language: str, found: bool) -> None:
    day = date(2024, 1, 25)
    assert supported(claim(words), [(quote, language)], [(day, day, "day")]).found is found


@pytest.mark.parametrize(
    ("words", "quote", "language", "found"),
    [
        ("at 10.40 pm", "intorno alle 22.40 sulla statale", "it", True),
        ("at 9.40 pm", "intorno alle 22.40 sulla statale", "it", False),
        ("within 24 hours", "på ett dygn", "sv", True),
        ("within 48 hours", "på ett dygn", "sv", False),
        ("eight and a half years", "otto anni e sei mesi di reclusione", "it", True),
        ("nine and a half years", "otto anni e sei mesi di reclusione", "it", False),
        ("a man in his sixties", "En man i 60-årsåldern", "sv", True),
        ("a man in his sixties", "ein 63 Jahre alter Mann", "de", True),
        ("a man in his seventies", "ein 63 Jahre alter Mann", "de", False),
        ("one in four buildings", "her dört binadan birinin", "tr", True),
        ("164 million crowns", "164 milionů korun", "cs", True),
        ("1,000 euros", "1.000 de lei", "ro", False),
    ],
)
def test_notations_of_the_press(words: str, quote: str, language: str, found: bool) -> None:
    assert supported(claim(words), [(quote, language)]).found is found


@pytest.mark.parametrize(
    ("quote", "language"),
    [
        ("superó los 500 casos", "es"),
        ("ultrapassando os 500", "pt"),
        ("dépasse les 500 euros", "fr"),
        ("supera quota 500 mila", "it"),
        ("überstiegen die 500", "de"),
    ],
)
def test_a_verb_bounds_a_number_across_its_article(quote: str, language: str) -> None:
    assert next(number.modifier for number in read(quote, language) if number.kind != "date") == "more-than"

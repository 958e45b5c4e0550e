"""Dates no more precise than their source."""

from __future__ import annotations

from datetime import date

import pytest

from factbook.content import dates


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2024-11-16", date(2024, 11, 16), date(2024, 11, 16), "day"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "year"),
        ("2024-10~", date(2024, 10, 1), date(2024, 10, 31), "month"),
        ("../2024-11-04", date.min, date(2024, 11, 4), "before"),
        ("2024-08-06/..", date(2024, 8, 6), date.max, "after"),
        ("2024-11-04/2024-11-10", date(2024, 11, 4), date(2024, 11, 10), "interval"),
        ("2024-21", date(2024, 3, 1), date(2024, 5, 31), "other"),
    ],
)
def test_what_a_date_can_mean(text: str, first: date, last: date, precision: str) -> None:
    read = dates.read(text)
    assert (read.first, read.last, read.precision) == (first, last, precision)


@pytest.mark.parametrize("text", ["2024-11-31", "2024-13", "yesterday", "2024/2023", "../..", "", "2024-11-4"])
def test_what_is_no_date_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(dates.BadDate, match=r"\w"):
        dates.read(text)


def test_by_a_day_sorts_with_that_day() -> None:
    assert dates.read("../2024-11-04").sort_key < dates.read("2024-11-05").sort_key
    assert dates.read("../2024-11-04").sort_key > dates.read("2024-11-03").sort_key


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-11-16", date(2024, 11, 15), date(2024, 11, 17)),
        ("2024-11-16T19:16+01:00", date(2024, 11, 16), date(2024, 11, 17)),
        ("2024-11-16T00:30Z", date(2024, 11, 15), date(2024, 11, 16)),
    ],
)
def test_a_moment_is_one_or_two_days_somewhere_on_earth(text: str, first: date, last: date) -> None:
    assert dates.read_moment(text).span() == (first, last)


@pytest.mark.parametrize("text", ["2024-11", "2024-11-16 19:16", "2024-11-16T25:00", "2024-11-16T19:16+99:99"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(dates.BadDate):
        dates.read_moment(text)


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2024-11-16T19:16+01:00", "day", date(2024, 11, 16), date(2024, 11, 17)),
        ("2024-11-16", "day", date(2024, 11, 15), date(2024, 11, 17)),
        ("2024-02", "month", date(2024, 1, 31), date(2024, 3, 1)),
        ("2024", "year", date(2023, 12, 31), date(2025, 1, 1)),
    ],
)
def test_a_publication_is_as_precise_as_it_states(text: str, precision: str, first: date, last: date) -> None:
    found = dates.read_publication(text)
    assert (found.precision, found.span()) == (precision, (first, last))
    assert found.date_text == text[:10]


@pytest.mark.parametrize("text", ["2024-13", "2024-11~", "spring 2024", "2024-11-31", "../2024"])
def test_a_publication_is_no_other_date(text: str) -> None:
    with pytest.raises(dates.BadDate):
        dates.read_publication(text)


@pytest.mark.parametrize("text", ["-0044", "-0044-03-15", "0000", "y-10000"])
def test_dates_before_the_common_era_are_refused_in_their_own_words(text: str) -> None:
    with pytest.raises(dates.BadDate, match="before the Common Era cannot be written"):
        dates.read(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1938-24", date(1938, 12, 1), date(1939, 2, 28)),
        ("2023-24", date(2023, 12, 1), date(2024, 2, 29)),
        ("2024-22~", date(2024, 6, 1), date(2024, 8, 31)),
        ("[2024-05-09,2024-05-02]", date(2024, 5, 2), date(2024, 5, 9)),
    ],
)
def test_seasons_and_choices_span_all_that_they_can_mean(text: str, first: date, last: date) -> None:
    assert (dates.read(text).first, dates.read(text).last) == (first, last)

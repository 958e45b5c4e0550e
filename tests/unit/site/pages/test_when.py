"""Dates in words are never more precise than they are known."""

from __future__ import annotations

import pytest

from factbook.content import dates
from factbook.site.components import date_words as when
from factbook.site.i18n import wording


@pytest.mark.parametrize(
    ("typed", "words", "note", "iso"),
    [
        ("2024-11-16", "16 Nov 2024", "", "2024-11-16"),
        ("2024-11", "Nov 2024", "day not stated", "2024-11-01"),
        ("2024", "2024", "month not stated", "2024-01-01"),
        ("2024-10~", "about Oct 2024", "day not stated", "2024-10-01"),
        ("../2024-11-04", "by 4 Nov 2024", "day not stated", "2024-11-04"),
        ("../2025-07", "by Jul 2025", "day not stated", "2025-07-31"),
        ("2024-08-06/..", "since 6 Aug 2024", "", "2024-08-06"),
        ("2024-11-04/2024-11-10", "4–10 Nov 2024", "day not stated", "2024-11-04"),
        ("2024-21", "spring 2024", "day not stated", "2024-03-01"),
        ("1938-24", "winter 1938/39", "day not stated", "1938-12-01"),
        ("202X", "the 2020s", "day not stated", "2020-01-01"),
        ("[2024-05-01,2024-05-02]", "1 May 2024 or 2 May 2024", "day not stated", "2024-05-01"),
        ("{2024-04,2024-05}", "Apr 2024 and May 2024", "day not stated", "2024-04-01"),
    ],
)
def test_english_dates(typed: str, words: str, note: str, iso: str) -> None:
    shown = when.dated(wording("en"), dates.read(typed))
    assert (shown.words, shown.note, shown.iso) == (words, note, iso)


def test_german_dates_follow_the_german_order() -> None:
    shown = when.dated(wording("de"), dates.read("../2024-11-04"))
    assert (shown.words, shown.note) == ("bis 4. Nov. 2024", "Tag nicht angegeben")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2024-23", "Herbst 2024"),
        ("199X", "die 1990er-Jahre"),
        ("[2023,2024]", "2023 oder 2024"),
    ],
)
def test_german_seasons_decades_and_choices(typed: str, words: str) -> None:
    assert when.words(wording("de"), dates.read(typed)) == words


def test_a_publication_time_keeps_the_zone_that_the_page_states() -> None:
    assert when.published(wording("en"), dates.read_moment("2024-11-16T19:16+01:00")) == "16 Nov 2024, 19:16 UTC+1"
    assert when.published(wording("en"), dates.read_moment("2024-11-16T19:16+05:30")) == "16 Nov 2024, 19:16 UTC+5:30"
    assert when.published(wording("en"), None) == "date not stated"

"""Dates in words: as precise as they are known, in the order of the language."""

from __future__ import annotations

import pytest

from factbook.content import dates as content_dates
from factbook.site import dates
from factbook.site.i18n import wording


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2024-11-16", "16 Nov 2024"),
        ("2024-11", "Nov 2024"),
        ("2024", "2024"),
        ("2024-10~", "about Oct 2024"),
        ("../2024-11-04", "by 4 Nov 2024"),
        ("../2025-07", "by Jul 2025"),
        ("2024-08-06/..", "since 6 Aug 2024"),
        ("2024-11-04/2024-11-10", "4–10 Nov 2024"),
        ("2024-21", "spring 2024"),
        ("1938-24", "winter 1938/39"),
        ("202X", "the 2020s"),
        ("[2024-05-01,2024-05-02]", "1 May 2024 or 2 May 2024"),
        ("{2024-04,2024-05}", "Apr 2024 and May 2024"),
    ],
)
def test_english_dates(typed: str, words: str) -> None:
    assert dates.words(wording("en"), content_dates.read(typed)) == words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("../2024-11-04", "bis 4. Nov. 2024"),
        ("2024-23", "Herbst 2024"),
        ("199X", "die 1990er-Jahre"),
        ("[2023,2024]", "2023 oder 2024"),
    ],
)
def test_german_dates(typed: str, words: str) -> None:
    assert dates.words(wording("de"), content_dates.read(typed)) == words


@pytest.mark.parametrize(
    ("typed", "happened", "expected"),
    [
        ("2024-08-06/..", "since 6 Aug 2024", "from 6 Aug 2024"),
        ("2024-08/..", "since Aug 2024", "from Aug 2024"),
        ("2024-08-06~/..", "about since 6 Aug 2024", "about from 6 Aug 2024"),
        ("../2024-11-04", "by 4 Nov 2024", "by 4 Nov 2024"),
        ("2024-11-16", "16 Nov 2024", "16 Nov 2024"),
    ],
)
def test_what_is_expected_has_not_begun(typed: str, happened: str, expected: str) -> None:
    when = content_dates.read(typed)
    assert dates.words(wording("en"), when) == happened
    assert dates.words(wording("en"), when, expected=True) == expected

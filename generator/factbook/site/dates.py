"""Site: dates in words, never more precise than they are known."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from factbook.content import dates

if TYPE_CHECKING:
    from datetime import date

    from factbook.content.dates import Date, Moment
    from factbook.content.model import Fact
    from factbook.site.i18n import Wording


def words(wording: Wording, when: Date, *, expected: bool = False) -> str:
    """`16 Nov 2024`, `Nov 2024`, `by 4 Nov 2024`, `4–10 Nov 2024`, `about 2023`, `since 4 Nov 2024`

    What is only `expected` has not begun: `from 4 Nov 2024`.
    """
    if expected and when.precision == "after":
        plain = wording.say("from {date}", date=_start(wording, when.first, when.text))
    else:
        plain = _plain(wording, when)
    return wording.say("about {date}", date=plain) if when.approximate else plain


def of_fact(wording: Wording, fact: Fact) -> str:
    """When it happened, or will."""
    return words(wording, fact.date, expected=fact.stance == "expects")


def published(wording: Wording, moment: Moment | None) -> str:
    """`16 Nov 2024, 19:16 UTC+1`, and `Nov 2024` where no more is known."""
    if moment is None:
        return wording.say("date not stated")
    day = telling(wording, moment)[-1]
    return day if moment.time is None else f"{day}, {wording.clock(moment.time)}"


def telling(wording: Wording, moment: Moment) -> tuple[str, str, str]:
    """Year, month and day of a publication, each as far as it is known."""
    year, month, day = wording.year(moment.day), wording.month(moment.day), wording.day(moment.day)
    match moment.precision:
        case "year":
            return year, year, year
        case "month":
            return year, month, month
        case _:
            return year, month, day


def _plain(wording: Wording, when: Date) -> str:
    match when.precision:
        case "day":
            return wording.day(when.first)
        case "month":
            return wording.month(when.first)
        case "year":
            return wording.year(when.first)
        case "before":
            return wording.say("by {date}", date=_end(wording, when.last, when.text))
        case "after":
            return wording.say("since {date}", date=_start(wording, when.first, when.text))
        case "interval" if not _by_days(when.text):
            start, end = _start(wording, when.first, when.text), _end(wording, when.last, when.text)
            return wording.say("{start} to {end}", start=start, end=end)
        case "other":
            return _in_words(wording, when) or wording.interval(when.first, when.last)
        case _:
            return wording.interval(when.first, when.last)


def _in_words(wording: Wording, when: Date) -> str:
    """A season, a decade, or several dates of which one or all are meant; empty for whatever else EDTF has."""
    if found := dates.season(when.text):
        return _season(wording, *found)
    if year := dates.decade(when.text):
        return wording.say("the {year}s", year=str(year))
    listed = [_plain(wording, one) for one in dates.choices(when.text)]
    both = wording.say("{one} or {other}") if when.text.startswith("[") else wording.say("{one} and {other}")
    return reduce(lambda one, other: both.format(one=one, other=other), listed) if listed else ""


def _season(wording: Wording, number: int, year: int) -> str:
    named = f"{year}/{(year + 1) % 100:02}" if number == 4 else str(year)
    match number:
        case 1:
            return wording.say("spring {year}", year=named)
        case 2:
            return wording.say("summer {year}", year=named)
        case 3:
            return wording.say("autumn {year}", year=named)
        case _:
            return wording.say("winter {year}", year=named)


def _by_days(text: str) -> bool:
    """Whether both sides of an interval are days: 2024/2025-07 runs from a year to a month, not to its last day."""
    return all(len(side.rstrip("~?%")) == 10 for side in text.split("/"))


def _end(wording: Wording, last: date, text: str) -> str:
    return _side(wording, last, text.rpartition("/")[2])


def _start(wording: Wording, first: date, text: str) -> str:
    return _side(wording, first, text.partition("/")[0])


def _side(wording: Wording, day: date, typed: str) -> str:
    """One side of an interval, as precise as it was typed."""
    typed = typed.rstrip("~?%")
    if len(typed) == 4:
        return wording.year(day)
    return wording.month(day) if len(typed) == 7 else wording.day(day)

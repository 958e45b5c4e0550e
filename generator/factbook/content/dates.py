"""Ground: dates as sources give them, no more precise than they are (EDTF), and moments with a zone.

EDTF is the Extended Date/Time Format of the Library of Congress (ISO 8601-2:2019). Years, months, days,
their `~` and `?`, and intervals of them are read here; everything else goes to the `edtf` library, which
takes some 20 ms a date.
"""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Literal

from factbook.runtime.frozen import frozen

Precision = Literal["day", "month", "year", "interval", "before", "after", "other"]

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)")
_SEASON = re.compile(r"(\d{4})-(2[1-4])([~?%]?)")
_DECADE = re.compile(r"([1-9]\d{2})X([~?%]?)")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?")


@frozen
class Date:
    """When something happened, as precisely as is known and not more."""

    text: str
    """As typed."""
    first: date
    """The earliest day it can mean (`date.min` when open)."""
    last: date
    """The latest day it can mean (`date.max` when open)."""
    precision: Precision
    approximate: bool = False
    uncertain: bool = False

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Orders by the day from which it is certain that the thing has begun, open starts by their end."""
        start = self.last if self.first == date.min else self.first
        return start, self.last, self.text


@frozen
class Moment:
    """A publication time: a day, or a day with the time and zone that the page states; or only a month or a year."""

    text: str
    day: date
    """The day, or the first one of the month or year."""
    time: datetime | None = None
    last: date | None = None
    """The last day of a month or year, where no more is known."""

    @property
    def precision(self) -> Literal["day", "month", "year"]:
        """How much of it is known."""
        if self.last is None:
            return "day"
        return "month" if self.last.month == self.day.month else "year"

    @property
    def date_text(self) -> str:
        """The day, month or year in ISO 8601."""
        return self.day.isoformat() if self.last is None else self.text

    def span(self) -> tuple[date, date]:
        """First and last day anywhere on earth that this can be: zones run from UTC-12 to UTC+14."""
        if self.time is None or self.time.tzinfo is None:
            return self.day - timedelta(days=1), (self.last or self.day) + timedelta(days=1)
        utc = self.time.astimezone(UTC)
        return (utc - timedelta(hours=12)).date(), (utc + timedelta(hours=14)).date()


class BadDate(ValueError):
    """A text that is not a date; its words say why, for the curator."""


@lru_cache(maxsize=65536)
def read(text: str) -> Date:
    """The date that `text` (EDTF) means. Raises `BadDate` with a sentence for the curator."""
    if text.startswith(("-", "y-", "Y-")) or text.startswith("0000"):
        raise BadDate(f"`{text}` is before the year 1: dates before the Common Era cannot be written here")
    if "/" in text:
        return _interval(text)
    if found := _SEASON.fullmatch(text):
        return _season(text, found)
    if found := _DECADE.fullmatch(text):
        year = 10 * int(found[1])
        return Date(
            text, date(year, 1, 1), date(year + 9, 12, 31), "other", found[2] in ("~", "%"), found[2] in ("?", "%")
        )
    if text[:1] + text[-1:] in ("[]", "{}"):
        return _choice(text)
    found = _PLAIN.fullmatch(text)
    if found and not (found[2] and not found[3] and found[2] > "20"):  # 2024-21 is spring 2024 in EDTF
        return _plain(text, found)
    return _by_library(text)


@lru_cache(maxsize=65536)
def read_moment(text: str) -> Moment:
    """A day (`2024-11-16`) or a time with or without zone (`2024-11-16T19:16+01:00`). Raises `BadDate`."""
    if _MOMENT.fullmatch(text):
        try:
            time = datetime.fromisoformat(text)
        except ValueError as error:
            raise BadDate(f"`{text}` is no time: {error}") from None
        return Moment(text, time.date(), time)
    found = _PLAIN.fullmatch(text)
    if not found or not found[3] or found[4]:
        raise BadDate(f"`{text}` is not a day like 2024-11-16 or a time like 2024-11-16T19:16+01:00")
    return Moment(text, _plain(text, found).first)


@lru_cache(maxsize=65536)
def read_publication(text: str) -> Moment:
    """What `read_moment` reads, or a month (`2024-11`), or a year (`2024`). Raises `BadDate`."""
    found = _PLAIN.fullmatch(text)
    if not found or found[3] or found[4]:
        try:
            return read_moment(text)
        except BadDate as error:
            raise BadDate(
                f"{error}, nor a month like 2024-11 or a year like 2024" if not found else str(error)
            ) from None
    when = _plain(text, found)
    return Moment(text, when.first, None, when.last)


def choices(text: str) -> tuple[Date, ...]:
    """The dates of which one is meant (`[a,b]`), or all (`{a,b}`); none when the text lists none."""
    if text[:1] + text[-1:] not in ("[]", "{}") or ".." in text:
        return ()
    return tuple(read(one.strip()) for one in text[1:-1].split(","))


def season(text: str) -> tuple[int, int] | None:
    """1 for spring to 4 for winter, and the year in which it begins; None when the text names no season."""
    found = _SEASON.fullmatch(text)
    return (int(found[2]) - 20, int(found[1])) if found else None


def decade(text: str) -> int | None:
    """The first year of a decade (`202X`)."""
    found = _DECADE.fullmatch(text)
    return 10 * int(found[1]) if found else None


def _season(text: str, found: re.Match[str]) -> Date:
    """Three months of the northern hemisphere; winter goes on into the next year."""
    number, year = int(found[2]) - 20, int(found[1])
    if not 1 <= year < 9999:
        raise BadDate(_EXPECTED.format(text))
    first, last = 3 * number, 3 * number + 2
    end = date(year + 1, 2, calendar.monthrange(year + 1, 2)[1]) if number == 4 else None
    last_day = end or date(year, last, calendar.monthrange(year, last)[1])
    return Date(text, date(year, first, 1), last_day, "other", found[3] in ("~", "%"), found[3] in ("?", "%"))


def _choice(text: str) -> Date:
    dates = choices(text) if len(text) <= 200 else ()
    if not dates:
        return _by_library(text)
    approximate, uncertain = any(one.approximate for one in dates), any(one.uncertain for one in dates)
    first, last = min(one.first for one in dates), max(one.last for one in dates)
    return Date(text, first, last, "other", approximate, uncertain)


def _plain(text: str, found: re.Match[str]) -> Date:
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if year == 0 or (found[2] and not 1 <= month <= 12):
        raise BadDate(f"`{text}` has a month {found[2] or year}, which does not exist")
    approximate, uncertain = found[4] in ("~", "%"), found[4] in ("?", "%")
    if not month:
        return Date(text, date(year, 1, 1), date(year, 12, 31), "year", approximate, uncertain)
    length = calendar.monthrange(year, month)[1]
    if not found[3]:
        return Date(text, date(year, month, 1), date(year, month, length), "month", approximate, uncertain)
    if not 1 <= day <= length:
        raise BadDate(f"{calendar.month_name[month]} {year} has {length} days, and `{text}` names day {day}")
    whole = date(year, month, day)
    return Date(text, whole, whole, "day", approximate, uncertain)


def _interval(text: str) -> Date:
    left, _, right = text.partition("/")
    if "/" in right or (left in ("", "..") and right in ("", "..")):
        raise BadDate(f"`{text}` is not an interval like 2024-11-04/2024-11-10 or ../2024-11-04")
    begin = None if left in ("", "..") else read(left)
    end = None if right in ("", "..") else read(right)
    first = begin.first if begin else date.min
    last = end.last if end else date.max
    if first > last:
        raise BadDate(f"`{text}` ends before it begins")
    precision: Precision = "before" if begin is None else "after" if end is None else "interval"
    sides = [side for side in (begin, end) if side]
    return Date(text, first, last, precision, any(s.approximate for s in sides), any(s.uncertain for s in sides))


def _by_library(text: str) -> Date:
    """Seasons, unspecified digits and the rest of EDTF."""
    if len(text) > 40 or not text.isascii():
        raise BadDate(_EXPECTED.format(text[:40]))
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed = parse_edtf(text)
        lower, upper = parsed.lower_strict(), parsed.upper_strict()
        return Date(text, date(*lower[:3]), date(*upper[:3]), "other", "~" in text, "?" in text)
    except (EDTFParseException, ValueError, TypeError, AttributeError, RecursionError):
        raise BadDate(_EXPECTED.format(text)) from None


_EXPECTED = "`{}` is not a date; write 2024-11-16, 2024-11, 2024, 2024-10~ (about) or ../2024-11-04 (by)"

"""Reads dates, years and times where they stand in a text: "am 6. August", "16 November 2024", "19.16 CET"."""

from __future__ import annotations

import re
from fractions import Fraction

from factbook.evidence.numerals.lexicon import Lexicon, adjoins
from factbook.evidence.numerals.quantity import PartialDate
from factbook.evidence.numerals.tokens import DASHES, Token
from factbook.runtime.frozen import frozen

_ZONE = re.compile("ces?t|gmt|utc|e[sd]t|p[sd]t|bst|msk|eest|eet|mes?z|jst|kst")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})\.(\d{1,2})$")
_HOUR_LETTERS = frozenset({"h", "u", "g", "ч"})
_SPANS = frozenset({"hours"})
"""Words for hours that only count them."""
_CLOCK = re.compile(r"(\d{1,2})[.:h](\d{2})(?:[.:](\d{2}))?$")


@frozen
class DateInWords:
    """A date or a time of day and the tokens it takes."""

    first: int
    after: int
    dates: tuple[PartialDate, ...] = ()
    minutes: Fraction | None = None
    """Minutes after midnight, for a time."""
    later: Fraction | None = None
    """The same in the other half of the day, where nothing says which half it is."""
    count: Fraction | None = None
    """How many hours, where the words may also count them: 20 heures."""


def moments_at(text: str, tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[DateInWords, ...]:
    """The date that begins here (two for "4–10 November"), or the time; nothing when there is none."""
    token = tokens[index]
    if token.kind in ("iso", "dmy"):
        return _numeric(token, index, lexicon)
    if token.kind == "clock" or token.kind == "num":
        time = _time(text, tokens, index, lexicon)
        if time:
            return (time,)
        if days := _day_and_month(text, tokens, index, lexicon):
            return days
    if token.kind == "word" and (time := _clock_in_words(tokens, index, lexicon)):
        return (time,)
    if token.kind in ("num", "word"):
        return _day_first(tokens, index, lexicon) or _month_first(text, tokens, index, lexicon)
    return ()


def _numeric(token: Token, index: int, lexicon: Lexicon) -> tuple[DateInWords, ...]:
    """2024-11-16, 16.11.2024, 11/16/2024."""
    parts = [int(part) for part in re.split(r"[-./]", token.key)]
    if len(parts[:1]) and parts[0] >= 1000:
        year, month, day = parts[0], parts[1], parts[2] if len(parts) > 2 else None
        readings = [(year, month, day)]
    else:
        first, second, year = parts
        year = year + 2000 if year < 100 else year
        readings = [(year, second, first)]
        if "/" in token.key and lexicon.language.startswith("en"):
            readings.append((year, first, second))
    dates = tuple(PartialDate(*reading) for reading in readings if _possible(reading[1], reading[2]))
    return (DateInWords(index, index + 1, dates),) if dates else ()


def _possible(month: int | None, day: int | None) -> bool:
    return (month is None or 1 <= month <= 12) and (day is None or 1 <= day <= 31)


def _day_first(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[DateInWords, ...]:
    """6 August, 6. August 2024, 5th of November, 4–10 November."""
    day, after = _day(tokens, index, lexicon)
    if day is None:
        return ()
    earlier: list[tuple[int, int, int]] = []
    while day is not None and (joint := _joint(tokens, after, lexicon)) is not None:
        next_day, next_after = _day(tokens, joint, lexicon)
        if next_day is None or len(earlier) > 8:
            break
        earlier.append((index, after, day))
        index, day, after = joint, next_day, next_after
    named = _month_and_year(tokens, after, lexicon)
    if named is None or day is None:
        return ()
    month, year, end = named
    singles = [DateInWords(start, stop, (PartialDate(year, month, number),)) for start, stop, number in earlier]
    return (*singles, DateInWords(index, end, (PartialDate(year, month, day),)))


def _day(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[int | None, int]:
    """A day's number in digits or as an ordinal word, and the index behind it."""
    if index >= len(tokens):
        return None, index
    token = tokens[index]
    if token.kind == "num" and token.key.isdigit() and len(token.key) <= 2 and 1 <= int(token.key) <= 31:
        mark = lexicon.find(tokens, index + 1, "ordinal-mark")
        touching = mark is not None and tokens[index + 1].gap == ""
        return int(token.key), index + (2 if touching else 1)
    word = lexicon.find(tokens, index, "ordinal")
    if word and word.value <= 31:
        return int(word.value), index + len(word.keys)
    return None, index


def _joint(tokens: list[Token], after: int, lexicon: Lexicon) -> int | None:
    """Index of the next day in "4–10", "6. und 7.", "6, 7 and 8"."""
    if after >= len(tokens):
        return None
    token = tokens[after]
    if token.kind == "num" and token.gap.strip(" .\u00a0") in ("-", "–", "—", ",", "/"):
        return after
    if token.key == "/" and after + 1 < len(tokens):
        return after + 1
    for role in ("range", "and"):
        phrase = lexicon.find(tokens, after, role)
        if phrase and token.gap.strip(" .\u00a0") == "":
            return after + len(phrase.keys)
    return None


def _month_and_year(tokens: list[Token], after: int, lexicon: Lexicon) -> tuple[int, int | None, int] | None:
    of = lexicon.find(tokens, after, "of")
    at = after + (len(of.keys) if of else 0)
    month = lexicon.month(tokens, at)
    if month is None or tokens[at].gap.strip(" .-\u00a0\u202f\n\r\t") not in ("", "º"):
        return None
    end = at + len(month.keys)
    year, end = _year_behind(tokens, end, lexicon)
    return int(month.value), year, end


def _year_behind(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[int | None, int]:
    of = lexicon.find(tokens, at, "of")
    behind = at + (len(of.keys) if of else 0)
    if behind < len(tokens) and tokens[behind].gap.strip(" ,.\u00a0\u202f\n\r\t") == "":
        token = tokens[behind]
        if token.kind == "num" and token.key.isdigit() and len(token.key) == 4 and "1000" <= token.key <= "2999":
            return int(token.key), behind + 1
    return None, at


def _month_first(text: str, tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[DateInWords, ...]:
    """November 5, Nov. 5th, 2024, November 4-10, November 2024."""
    month = lexicon.find(tokens, index, "month")
    if month is None or (lexicon.capital_months and not text[tokens[index].start].isupper()):
        return ()
    number, at = int(month.value), index + len(month.keys)
    if at < len(tokens) and tokens[at].gap.strip(" .\u00a0\u202f\n\r\t") in ("", "-", ","):
        year, end = _year_behind(tokens, at, lexicon)
        if year is not None:
            return (DateInWords(index, end, (PartialDate(year, number, None),)),)
        if days := _days_behind(tokens, index, at, number, lexicon):
            return days
    alone = DateInWords(index, at, (PartialDate(None, number, None),))
    return (alone,) if _speaks_of_month(tokens, index, lexicon) else ()


def _speaks_of_month(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether the words before make a month of what may be a name or a verb: "in May", "seit August"."""
    before = lexicon.find(tokens, index - 1, "before-month") if index else None
    return before is not None and adjoins(tokens[index])


def _days_behind(tokens: list[Token], index: int, at: int, month: int, lexicon: Lexicon) -> tuple[DateInWords, ...]:
    spans: list[tuple[int, int, int]] = []
    start = index
    while True:
        day, after = _day(tokens, at, lexicon)
        if day is None or tokens[at].gap.strip(" .-–—,/\u00a0\u202f\n\r\t") or _counts_things(tokens, after, lexicon):
            break
        spans.append((start, after, day))
        joint = _joint(tokens, after, lexicon)
        if joint is None or len(spans) > 8:
            break
        start = at = joint
    if not spans:
        return ()
    year, end = _year_behind(tokens, spans[-1][1], lexicon)
    days = [DateInWords(first, stop, (PartialDate(year, month, day),)) for first, stop, day in spans]
    days[-1] = DateInWords(days[-1].first, end if year is not None else days[-1].after, days[-1].dates)
    return tuple(days)


def _counts_things(tokens: list[Token], after: int, lexicon: Lexicon) -> bool:
    """Whether the number before is followed by a scale, a percent sign or another month."""
    roles = ("times", "percent", "points", "month")
    return any(lexicon.find(tokens, after, role) and adjoins(tokens[after]) for role in roles)


def _day_and_month(text: str, tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[DateInWords, ...]:
    """5.11. and 30.6.: a dot behind both, where a comma parts decimals; not the end of a sentence with 5.11."""
    token = tokens[index]
    if lexicon.slash_dates and (date := _slashed(tokens, index)):
        return (date,)
    match = _DAY_AND_MONTH.match(token.key)
    if match is None or lexicon.decimal != "," or not text.startswith(".", token.end):
        return ()
    day, month = int(match[1]), int(match[2])
    if not (day >= 1 and _possible(month, day)):
        return ()
    return (DateInWords(index, index + 1, (PartialDate(None, month, day),)),)


def _slashed(tokens: list[Token], index: int) -> DateInWords | None:
    """14/9, where such is a day and a month; 2/3 may be two thirds."""
    if index + 2 >= len(tokens) or tokens[index + 1].key != "/" or tokens[index + 1].gap or tokens[index + 2].gap:
        return None
    first, second = tokens[index].key, tokens[index + 2].key
    if not (first.isdigit() and second.isdigit() and len(first) <= 2 and len(second) <= 2):
        return None
    day, month = int(first), int(second)
    if not (day and _possible(month, day) and month) or (day < month <= 10):
        return None
    return DateInWords(index, index + 3, (PartialDate(None, month, day),))


def _clock_in_words(tokens: list[Token], index: int, lexicon: Lexicon) -> DateInWords | None:
    """Half past six, quarter to eight in the morning, halb sieben, Viertel nach acht."""
    part = lexicon.find(tokens, index, "clock")
    at = index + (len(part.keys) if part else 0)
    if part is None or at >= len(tokens) or not adjoins(tokens[at]):
        return None
    word = lexicon.find(tokens, at, "add")
    hour = int(word.value) if word else _hour(tokens[at].key)
    if hour is None or not 1 <= hour <= 12:
        return None
    after, shift, _ = _half_of_day(tokens, at + 1, lexicon, hour)
    minutes = Fraction((hour % 12 + max(shift, 0)) * 60 + part.value)
    return DateInWords(index, after, minutes=minutes, later=minutes + 12 * 60 if after == at + 1 else None)


def _time(text: str, tokens: list[Token], index: int, lexicon: Lexicon) -> DateInWords | None:
    """19:16, 19.16 CET, 7 p.m., 19 Uhr, 19h30, kl. 19.30."""
    token = tokens[index]
    comma = "," in token.key and lexicon.find(tokens, index + 1, "hour")  # 6,30 ч.
    match = _CLOCK.match(token.key.replace(",", ":") if comma else token.key)
    hour, minute = (int(match[1]), int(match[2])) if match else (_hour(token.key), 0)
    if hour is None or hour > 24 or minute > 59:
        return None
    after, shift, plain = _half_of_day(tokens, index + 1, lexicon, hour)
    if not match and (parted := _parted(tokens, index)) is not None:
        minute, after, match = parted, index + 3, _CLOCK.match("0:00")
    zone = after < len(tokens) and _ZONE.fullmatch(tokens[after].key) is not None and adjoins(tokens[after])
    announced = _announced(tokens, index, lexicon)
    if after == index + 1 and token.kind != "clock" and not (zone and match) and not announced:
        return None
    after += 1 if zone else 0
    if minute == 0 and not match and (behind := _minutes_behind(text, tokens, after, lexicon)):
        minute, after = behind, after + 1
    if announced and after < len(tokens):
        later, further, _ = _half_of_day(tokens, after, lexicon, hour)
        after, shift, plain = (later, further, False) if later > after else (after, shift, plain)
    twelve = plain or announced
    minutes = Fraction((hour % 24 + shift) * 60 + minute)
    later_half = minutes + 12 * 60 if twelve and shift == 0 and hour < 12 else None
    span = Fraction(hour) if (plain or announced) and not match and minute == 0 else None
    return DateInWords(index, after, minutes=minutes, later=later_half, count=span)


def _parted(tokens: list[Token], index: int) -> int | None:
    """The minutes of 19h30 and 20 h 30."""
    if index + 2 >= len(tokens) or tokens[index + 1].key not in _HOUR_LETTERS or tokens[index + 1].kind != "word":
        return None
    letter, minutes = tokens[index + 1], tokens[index + 2]
    even = letter.gap == minutes.gap and letter.gap in ("", " ", "\u00a0", "\u202f")
    return int(minutes.key) if even and re.fullmatch("[0-5][0-9]", minutes.key) else None


def _announced(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a word in front makes an hour of the digits: kl. 20, ore 20, klo 18, saat 20.00."""
    for width in (1, 2):
        word = lexicon.find(tokens, index - width, "hour-before") if index >= width else None
        if word and len(word.keys) == width:
            return tokens[index].gap.strip(" \u00a0\u202f") in ("", ".", ":")
    return False


def _minutes_behind(text: str, tokens: list[Token], after: int, lexicon: Lexicon) -> int:
    """The 15 of "20 Uhr 15"."""
    if after >= len(tokens) or lexicon.find(tokens, after - 1, "hour") is None:
        return 0
    token = tokens[after]
    if token.gap != " " or not re.fullmatch("[0-5][0-9]", token.key) or _counts_a_noun(text, tokens, after + 1):
        return 0
    return int(token.key)


def _counts_a_noun(text: str, tokens: list[Token], at: int) -> bool:
    """Whether a word with a capital follows, which is no time zone: bis 22 Uhr 10 Menschen."""
    if at >= len(tokens) or not adjoins(tokens[at]) or _ZONE.fullmatch(tokens[at].key):
        return False
    return tokens[at].kind == "word" and text[tokens[at].start].isupper()


def _hour(key: str) -> int | None:
    return int(key) if key.isdigit() and len(key) <= 2 else None


def _half_of_day(tokens: list[Token], at: int, lexicon: Lexicon, hour: int) -> tuple[int, int, bool]:
    """What "p.m." or "Uhr" behind the digits takes, the hours it adds, and whether it says no half of the day."""
    plain = False
    if (phrase := lexicon.find(tokens, at, "hour")) and adjoins(tokens[at]) and phrase.keys[0] not in _SPANS:
        at, plain = at + len(phrase.keys), True
    for role, shift in (("afternoon", 12 if hour < 12 else 0), ("morning", -12 if hour == 12 else 0)):
        phrase = lexicon.find(tokens, at, role)
        if phrase and adjoins(tokens[at]):
            return at + len(phrase.keys), shift, False
    return at, 0, plain


def is_dash(gap: str) -> bool:
    """Whether the gap between two numbers is a dash that makes a range."""
    bare = gap.strip(" \u00a0\u202f\u2009")
    return len(bare) == 1 and bare in DASHES and gap.count("\n") == 0

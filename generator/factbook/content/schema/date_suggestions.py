"""Ground: dates as people type them, read only to say how the vocabulary writes the same date."""

from __future__ import annotations

import re
from datetime import date

MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january jan januar jänner janvier січня января",
            "february feb februar février лютого февраля",
            "march mar märz maerz mars березня марта",
            "april apr avril квітня апреля",
            "may mai травня мая",
            "june jun juni juin червня июня",
            "july jul juli juillet липня июля",
            "august aug août серпня августа",
            "september sep sept septembre вересня сентября",
            "october oct okt oktober octobre жовтня октября",
            "november nov novembre листопада ноября",
            "december dec dez dezember décembre грудня декабря",
        ),
        1,
    )
    for word in words.split()
}
_NUMBERS = re.compile(r"(\d{1,2})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})|(\d{4})(\d\d)(\d\d)")
_YEAR_MONTH = re.compile(r"(\d{1,2})[./](\d{4})|(\d{4})[./](\d{1,2})|(\d{4})-(\d)")
_WITH_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]+\d{1,2}:\d\d.*")
_RANGE = re.compile(r"(\S+?)\s*(?:–|—|\bto\b|\bbis\b|\buntil\b)\s*(\S+)")
_BEFORE = re.compile(r"(?:before|by|until|bis|vor|<)\s*(.+)", re.I)
_AFTER = re.compile(r"(?:after|since|from|seit|ab|>)\s*(.+)", re.I)
_ABOUT = re.compile(r"(?:about|around|circa|ca\.?|c\.|etwa|um|~)\s*(.+)", re.I)


def likely(text: str, *, moment: bool = False) -> str:
    """How the vocabulary writes the date that `text` seems to mean; empty when that is not clear.

    Two readings are given as `2024-11-05 or 2024-05-11`: which of the two is meant, only the writer knows.
    """
    text = " ".join(text.split())[:60]
    if found := _WITH_TIME.fullmatch(text):
        time = re.search(r"\d{1,2}:\d\d", text)
        return f"{found[1]}T{time[0]:0>5}" if moment and time else found[1]
    if one := _one(text):
        return one
    for pattern, form in ((_BEFORE, "../{}"), (_AFTER, "{}/.."), (_ABOUT, "{}~")):
        if not moment and (found := pattern.fullmatch(text)) and (inner := _one(found[1])) and " or " not in inner:
            return form.format(inner)
    if not moment and (found := _RANGE.fullmatch(text)):
        first, last = _one(found[1]), _one(found[2])
        return f"{first}/{last}" if first and last and " or " not in first + last else ""
    return ""


def _one(text: str) -> str:
    """One day, month or year."""
    if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text):
        return text
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = (int(part) for part in found.groups() if part)
        return _day(year, month, day)
    if found := _NUMBERS.fullmatch(text):
        return _either(int(found[1]), int(found[3]), int(found[4]), dotted=found[2] == ".")
    if found := _YEAR_MONTH.fullmatch(text):
        numbers = sorted((int(part) for part in found.groups() if part), reverse=True)
        return f"{numbers[0]}-{numbers[1]:02}" if 1 <= numbers[1] <= 12 else ""
    return _in_words(text)


def _either(first: int, second: int, year: int, *, dotted: bool) -> str:
    """5.11.2024 is 5 November; 5/11/2024 is that in Europe and 11 May in the United States."""
    day_first = _day(year, second, first)
    month_first = "" if dotted else _day(year, first, second)
    return " or ".join(dict.fromkeys(reading for reading in (day_first, month_first) if reading))


def _in_words(text: str) -> str:
    words = re.findall(r"[^\W\d_]+|\d+", text.casefold())
    months = [MONTHS[word] for word in words if word in MONTHS]
    numbers = [int(word) for word in words if word.isascii() and word.isdigit()]
    years = [number for number in numbers if 1000 <= number <= 9999]
    days = [number for number in numbers if 1 <= number <= 31]
    if len(months) != 1 or len(years) != 1 or len(numbers) > 2 or len(words) > 5:
        return ""
    return _day(years[0], months[0], days[0]) if days else f"{years[0]}-{months[0]:02}"


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""

"""Ground: the weekdays that a text names, in its own language, from Babel's locale data."""

from __future__ import annotations

import re
from functools import cache

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekdays(text: str, language: str) -> tuple[int, ...]:
    """Each weekday named in `text` once, in order; 0 is Monday."""
    pattern, numbers = _names(language)
    if pattern is None:
        return ()
    found = [numbers[match.lastindex or 0] for match in pattern.finditer(text)]
    return tuple(dict.fromkeys(found))


@cache
def _names(language: str) -> tuple[re.Pattern[str] | None, tuple[int, ...]]:
    """What finds a weekday's name, each as a group, and the weekday of each group (from 1)."""
    from babel import Locale, UnknownLocaleError

    try:
        days = Locale.parse(language.replace("-", "_")).days
    except (UnknownLocaleError, ValueError):
        return None, ()
    forms = [days["format"]["wide"], days["stand-alone"]["wide"]]
    numbers = {name.casefold(): number for form in forms for number, name in form.items()}
    names = sorted(numbers, key=len, reverse=True)
    words = "|".join(f"({re.escape(name)})" for name in names)
    # The first look-ahead is there for speed: most characters begin no name.
    begin = re.escape("".join(sorted({name[0] for name in names})))
    pattern = re.compile(rf"(?=[{begin}])(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    return pattern, (0, *(numbers[name] for name in names))

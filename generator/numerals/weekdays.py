"""Ground: the weekdays that a text names, in its own language, from Babel's locale data."""

from __future__ import annotations

import re
from functools import cache


def weekdays(text: str, language: str) -> tuple[int, ...]:
    """Each weekday named in `text` once, in order; 0 is Monday."""
    pattern, numbers = _names(language)
    if pattern is None:
        return ()
    found = (numbers[match[0].casefold()] for match in pattern.finditer(text))
    return tuple(dict.fromkeys(found))


@cache
def _names(language: str) -> tuple[re.Pattern[str] | None, dict[str, int]]:
    from babel import Locale, UnknownLocaleError

    try:
        days = Locale.parse(language.replace("-", "_")).days
    except (UnknownLocaleError, ValueError):
        return None, {}
    forms = [days["format"]["wide"], days["stand-alone"]["wide"]]
    numbers = {name.casefold(): number for form in forms for number, name in form.items()}
    words = "|".join(re.escape(name) for name in sorted(numbers, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE), numbers

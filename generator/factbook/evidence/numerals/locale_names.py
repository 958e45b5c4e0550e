"""What CLDR, by way of Babel, knows of the numbers of a language: separators, months, scale words, percent."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from factbook.evidence.numerals.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

Name = tuple[tuple[str, ...], str, Fraction]
"""Folded words, their role (month, times, percent), and their value."""
WRITTEN_AS = {"no": "nb", "nn": "nb", "ms": "id", "hr": "sr", "bs": "sr"}
"""Languages that are read by the words of another one, whose written form is near enough."""
_WITH_ZEROS = re.compile(r"^(0+)\s?([^\d¤%]+)$")


def locale_names(language: str) -> tuple[str, str, tuple[Name, ...]]:
    """Decimal sign, group sign and names; those of CLDR's root for an unknown language."""
    from babel import Locale, UnknownLocaleError

    tag = language
    while tag:
        try:
            locale = Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            tag = tag.rpartition("-")[0]
            continue
        symbols = locale.number_symbols["latn"]
        names = (*_months(locale), *_scales(locale), *_percent(locale))
        return symbols["decimal"], symbols["group"], tuple(dict.fromkeys(names))
    return ".", ",", ()


def _months(locale: Any) -> Iterator[Name]:
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context][width].items():
                keys = _keys(name)
                if keys and not any(sign.isdigit() for sign in name):
                    yield keys, "month", Fraction(number)


def _scales(locale: Any) -> Iterator[Name]:
    """The words and short forms with which compact numbers are written: 5 miljoonaa, 5 milj."""
    for width in ("long", "short"):
        for forms in locale.compact_decimal_formats.get(width, {}).values():
            for power, pattern in forms.items():
                found = _WITH_ZEROS.match(re.sub(r"['’.]", "", pattern.pattern.split(";")[0]).strip())
                if found and (keys := _keys(found[2])):
                    yield keys, "times", Fraction(int(power), 10 ** (len(found[1]) - 1))


def _percent(locale: Any) -> Iterator[Name]:
    for forms in locale._data["unit_patterns"].get("concentr-percent", {}).values():
        for pattern in forms.values() if hasattr(forms, "values") else ():
            keys = _keys(str(pattern).replace("{0}", ""))
            if keys:
                yield keys, "percent", Fraction(0)


def _keys(name: str) -> tuple[str, ...]:
    return tuple(token.key for token in tokenize(name) if token.kind in ("word", "han"))

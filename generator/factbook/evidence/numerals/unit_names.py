"""Names the measure behind a number, by CLDR's words for units in its language: 5 km, 5 Meilen, 5 年間."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from factbook.evidence.numerals.tokens import fold, is_cjk

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIMENSIONS = ("length", "area", "mass", "volume", "duration", "temperature", "speed")
_SYMBOLS = {
    "m": "length-meter",
    "м": "length-meter",
    "t": "mass-tonne",
    "т": "mass-tonne",
    "tonne": "mass-tonne",
    "mm": "length-millimeter",
    "cm": "length-centimeter",
    "km": "length-kilometer",
    "км": "length-kilometer",
    "kg": "mass-kilogram",
    "кг": "mass-kilogram",
    "ha": "area-hectare",
    "га": "area-hectare",
    "km²": "area-square-kilometer",
    "km2": "area-square-kilometer",
    "°c": "temperature-celsius",
    "°f": "temperature-fahrenheit",
    "km/h": "speed-kilometer-per-hour",
    "mph": "speed-mile-per-hour",
    "miles an hour": "speed-mile-per-hour",
    "kilometres an hour": "speed-kilometer-per-hour",
    "kilometers an hour": "speed-kilometer-per-hour",
    "kilo": "mass-kilogram",
    "kilos": "mass-kilogram",
}
_SAME = {"mass-ton": "mass-tonne", "mass-metric-ton": "mass-tonne"}
"""Units that news confuse: a ton in English is often a tonne."""
_FAR = 40
_ENDING = 2
"""Letters by which a word may be longer than CLDR has it: Tagen, Jahren."""


def unit_behind(text: str, end: int, language: str) -> str:
    """The unit that stands at `end`, such as `length-kilometer`; nothing for what is no measure."""
    behind = fold(text[end : end + _FAR].lstrip(" \u00a0\u202f-\u2010\u2011"))
    for form, unit in _forms(language).get(behind[:1], ()):
        if behind.startswith(form) and _ends(form, behind[len(form) :]):
            return unit
    return ""


def _ends(form: str, rest: str) -> bool:
    if is_cjk(form[-1]):
        return True
    letters = next((place for place, sign in enumerate(rest) if not sign.isalpha() or is_cjk(sign)), len(rest))
    return letters <= (_ENDING if len(form) > 2 else 0)


@cache
def _forms(language: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """The words for units by their first letter, longest first."""
    forms = dict(_SYMBOLS)
    for unit, words in _patterns(language):
        forms.setdefault(words, unit)
    table: dict[str, list[tuple[str, str]]] = {}
    for form, unit in forms.items():
        table.setdefault(form[:1], []).append((form, _SAME.get(unit, unit)))
    return {first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in table.items()}


def _patterns(language: str) -> Iterator[tuple[str, str]]:
    from babel import Locale, UnknownLocaleError

    try:
        patterns: Any = Locale.parse(language.replace("-", "_"))._data["unit_patterns"]
    except (UnknownLocaleError, ValueError):
        return
    for unit, widths in patterns.items():
        if unit.partition("-")[0] not in _DIMENSIONS or unit.endswith("-person"):
            continue
        forms = {**widths.get("short", {}), **widths.get("long", {})}
        for count, form in forms.items():
            words = fold(str(form).replace("{0}", "").strip()) if count != "per" else ""
            if len(words) > 1 or (words and is_cjk(words)):
                yield unit, words
                yield unit, words.replace("meter", "metre").replace("liter", "litre")

"""Ground: the site's own words in each language (gettext catalogues), and dates, numbers and names by locale.

The only room besides `numerals` that knows Babel. A catalogue is read from its `.po` file when its
language is first asked for, so nothing compiled lies in the repository and no translation is ever stale.
"""

from __future__ import annotations

import gettext
import io
import re
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from babel import Locale
    from babel.dates import DateTimePattern

CATALOGUES = Path(__file__).parent / "locale"
ENGLISH, ENDED = "\x02", "\x03"
"""Around English words in a page of another language; no text of the content can hold them."""
_ISOLATE, _END = "\u2068", "\u2069"  # https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
_OTHER_WAY = {
    "ltr": re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"),
    "rtl": re.compile("[A-Za-z\u00c0-\u02af\u0370-\u058f]"),
}
"""For each direction, letters that run the other way."""
_WORLD_ENGLISH = "en-001"  # 16 Nov 2024, as most of the world writes it; `en-US` gives Nov 16, 2024
_FILLED = re.compile(r"(\{\w+\})")


@lru_cache(maxsize=16)
def wording(language: str, *, marking: bool = False) -> Wording:
    """The words of a language (BCP 47), English where its catalogue has none.

    `marking` sets marks around what stays English, for HTML, which says so of it (`factbook.site.untranslated`).
    """
    return Wording(language, marking=marking)


class Wording:
    """Speaks one language: messages, plurals, dates, numbers, names of languages and countries.

    Messages are gettext messages: the English words are the key. `{name}` in them is filled from the
    keyword arguments; a value that runs the other way is kept apart from what stands around it, so that
    numbers and commas beside a name in another script stay where they belong.
    """

    def __init__(self, language: str, *, marking: bool = False) -> None:
        self.language = language
        self.locale = _locale(language)
        self._known = _parsed(language) is not None
        english = _MarkedEnglish() if marking and (not self._known or self.locale.language != "en") else None
        self._catalogue = _catalogue(self.locale.language) if self._known else gettext.NullTranslations()
        if english is not None:
            self._catalogue.add_fallback(english)
        self._english_dates = english is not None and not self._known
        self._turns = _OTHER_WAY[direction(language)].search
        self._plain_dates: dict[tuple[date, str], str] = {}
        self._patterns: dict[str, DateTimePattern] = {}
        self._intervals: dict[tuple[date, date], str] = {}
        self._language_names: dict[str, str] = {}
        self._numbers: dict[str, str] = {}

    def say(self, message: str, **values: object) -> str:
        """The message in this language."""
        words = self._catalogue.gettext(message)
        return words.format(**self._isolated(values)) if values else words

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """The message in the form for `number`, which `{n}` stands for."""
        words = self._catalogue.ngettext(one, many, number)
        return words.format(n=self.number(number), **self._isolated(values))

    def day(self, day: date) -> str:
        """`16 Nov 2024`"""
        return self._date(day, "yMMMd")

    def month(self, day: date) -> str:
        """`Nov 2024`"""
        return self._date(day, "yMMM")

    def year(self, day: date) -> str:
        return self._date(day, "y")

    def interval(self, first: date, last: date) -> str:
        """`4–10 Nov 2024`"""
        from babel.dates import format_interval

        key = first, last
        if key not in self._intervals:
            self._intervals[key] = self._dated(format_interval(first, last, "yMMMd", locale=self.locale))
        return self._intervals[key]

    def clock(self, moment: datetime) -> str:
        """`19:16 UTC+1`: the time as the page states it, with its zone where it does."""
        from babel.dates import format_time

        time = format_time(moment, "HH:mm", tzinfo=moment.tzinfo, locale=self.locale)
        return f"{time} {_zone(moment)}".rstrip()

    def number(self, value: int | Decimal) -> str:
        """`12,000`, with as many decimals as are given."""
        typed = str(value)  # and not the value: 1.50 is not 1.5
        if typed not in self._numbers:
            self._numbers[typed] = self._decimal(Decimal(typed))
        return self._numbers[typed]

    def percent(self, low: int, high: int) -> str:
        """`55–80%`, and `55–80 %` where a space belongs there."""
        before, after = re.split(r"[#,.0]+", self.locale.percent_formats[None].pattern, maxsplit=1)
        return f"{before}{low}–{high}{after}"

    def listed(self, items: tuple[str, ...]) -> str:
        """`Ukraine, South Korea and the United States`"""
        from babel.lists import format_list

        return format_list([*map(self._apart, items)], locale=self.locale) if len(items) > 1 else "".join(items)

    def language_name(self, tag: str) -> str:
        """The name of a language (BCP 47): `German`; the tag itself when it has none."""
        if tag not in self._language_names:
            locale = _parsed(tag)
            self._language_names[tag] = (locale and locale.get_display_name(self.locale)) or tag
        return self._language_names[tag]

    @property
    def own_name(self) -> str:
        """The name of this language in itself: `Português (Brasil)`."""
        name = self.language_name(self.language)
        return f"{name[:1].upper()}{name[1:]}" if self._known else name

    def country(self, code: str) -> str:
        """The name of a country (ISO 3166-1 alpha-2); the code itself when it has none."""
        return str(self.locale.territories.get(code.upper(), code))

    @property
    def direction(self) -> str:
        """ltr | rtl"""
        return direction(self.language)

    @property
    def full_stop(self) -> str:
        return "。" if self.locale.language in ("zh", "ja") else "."

    def _isolated(self, values: dict[str, object]) -> dict[str, object]:
        return {name: self._apart(value) if isinstance(value, str) else value for name, value in values.items()}

    def _apart(self, words: str) -> str:
        return f"{_ISOLATE}{words}{_END}" if self._turns(words) else words

    def _date(self, day: date, skeleton: str) -> str:
        key = day, skeleton
        if key not in self._plain_dates:
            self._plain_dates[key] = self._dated(str(self._pattern(skeleton).apply(day, self.locale)))
        return self._plain_dates[key]

    def _dated(self, date: str) -> str:
        return marked(date) if self._english_dates else date

    def _pattern(self, skeleton: str) -> DateTimePattern:
        """How the locale writes a kind of date; looked up once, since that takes longer than the writing."""
        from babel.dates import match_skeleton

        if skeleton not in self._patterns:
            known = self.locale.datetime_skeletons
            nearest = skeleton if skeleton in known else match_skeleton(skeleton, known)
            self._patterns[skeleton] = known[str(nearest)]
        return self._patterns[skeleton]

    def _decimal(self, value: Decimal) -> str:
        """All decimals that were typed, and no more."""
        from babel.numbers import parse_pattern

        exponent = value.as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
        pattern = parse_pattern(self.locale.decimal_formats[None].pattern)
        pattern.frac_prec = decimals, decimals
        return str(pattern.apply(value, self.locale))


@lru_cache(maxsize=256)
def direction(language: str) -> str:
    """ltr | rtl, by the language's script."""
    return _locale(language).text_direction


def _zone(moment: datetime) -> str:
    offset = moment.utcoffset()
    if offset is None:
        return ""
    minutes = int(offset.total_seconds()) // 60
    sign, (hours, rest) = "+" if minutes >= 0 else "−", divmod(abs(minutes), 60)
    return "UTC" + (f"{sign}{hours}" + (f":{rest:02}" if rest else "") if minutes else "")


def _locale(language: str) -> Locale:
    """The locale to format in; world English where the language is not known."""
    found = None if language == "en" else _parsed(language)
    if found is None:
        from babel import Locale

        return Locale.parse(_WORLD_ENGLISH, sep="-")
    return found


@lru_cache(maxsize=256)
def _parsed(language: str) -> Locale | None:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


@lru_cache(maxsize=512)
def marked(message: str) -> str:
    """English words between marks; what is filled into them stays outside."""
    parts = _FILLED.split(message)
    parts[::2] = (f"{ENGLISH}{part}{ENDED}" if re.search("[A-Za-z]", part) else part for part in parts[::2])
    return "".join(parts)


class _MarkedEnglish(gettext.NullTranslations):
    """What a catalogue does not have, between marks."""

    def gettext(self, message: str) -> str:
        return marked(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return marked(msgid1 if n == 1 else msgid2)


def _catalogue(language: str) -> gettext.NullTranslations:
    path = CATALOGUES / language / "LC_MESSAGES" / "factbook.po"
    if not path.is_file():
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with path.open("rb") as stream:
        catalogue = read_po(stream, locale=language, domain="factbook")
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)

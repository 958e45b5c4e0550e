"""Ground: the forms that single values must have; each gives a sentence on what is wrong, or an empty text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from factbook.content.schema.collections import COLLECTIONS, likely_key, misfit
from factbook.content.schema.licences import licence, likely_licence
from factbook.content.schema.url_form import likely_url, url
from factbook.content.yaml import shown

if TYPE_CHECKING:
    from collections.abc import Callable

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile(
    r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?(?:-[A-Za-z0-9]{4,8})*(?:-x-[a-z0-9]{1,8})?"
)
_LINES = re.compile(r"([1-9]\d{0,7})(?:-([1-9]\d{0,7}))?")
_NUMBER = re.compile(r"[-−]?\d{1,30}(?:\.\d{1,12})?")
_COLOUR = re.compile(r"#?(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_COUNTRY = re.compile(r"[A-Z]{2}")
_IDENTIFIER = re.compile(r"(?!https?:)[a-z][a-z0-9.-]*:\S+")
_RESERVED = frozenset(
    {"index", "search", "assets", "con", "prn", "aux", "nul"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)
MAX_SLUG = 80


@lru_cache(maxsize=16384)
def slug(value: str) -> str:
    """An id: what is wrong with it, or nothing."""
    if not _SLUG.fullmatch(value):
        return f"`{shown(value)}` is not an id: lower-case letters a–z, digits, and single hyphens between them"
    if len(value) > MAX_SLUG:
        return f"this id has {len(value)} characters; at most {MAX_SLUG} make a short address"
    return f"`{value}` is a name that the site or a file system needs for itself" if value in _RESERVED else ""


def language(value: str) -> str:
    """A language code of BCP 47, in the form that sites use."""
    if _LANGUAGE.fullmatch(value):
        return ""
    return f"`{shown(value)}` is not a language code of BCP 47, such as en, de, pt-BR or zh-Hant"


def colour(value: str) -> str:
    """A colour as six hexadecimal digits, or three; `#` before them begins a comment where no quotes stand around."""
    if _COLOUR.fullmatch(value):
        return ""
    return f'`{shown(value)}` is not a colour of six hexadecimal digits, such as 7a1b4f or "#7a1b4f"'


def country(value: str) -> str:
    """Two capital letters."""
    return "" if _COUNTRY.fullmatch(value) else f"`{shown(value)}` is not a country code of two capital letters"


def file(value: str) -> str:
    """The bare name of a file in the snapshots folder."""
    if value != value.strip() or set("/\\") & set(value) or value.startswith(".") or not value.isprintable():
        return f"`{shown(value)}` is not the name of a file in the snapshots folder; folders are not part of it"
    return ""


def lines(value: str) -> str:
    """One or several ranges of lines, from 1, in order, with commas between."""
    before = 0
    for part in value.split(","):
        found = _LINES.fullmatch(part.strip())
        if not found:
            return f"`{shown(value)}` is not a range of lines such as 5-49, nor several such as 5-12, 15-49"
        first, last = int(found[1]), int(found[2] or found[1])
        if last < first:
            return f"the lines `{part.strip()}` end before they begin"
        if first <= before:
            return f"the lines `{part.strip()}` begin before those that are named before them end"
        before = last
    return ""


def line_ranges(value: str) -> tuple[tuple[int, int], ...]:
    """First and last line of each part of a text that `lines` accepts."""
    parts = [part.strip().partition("-") for part in value.split(",")]
    return tuple((int(first), int(last or first)) for first, _, last in parts)


def number(value: str) -> str:
    """A plain number, with a hint when separators stand in it."""
    if _NUMBER.fullmatch(value):
        return ""
    return f"`{shown(value)}` is not a plain number: digits, and a point before decimals"


def expression(value: str) -> str:
    """The working of a computed number; the check works it out."""
    allowed = re.fullmatch(r"[\d\s.,+\-−–×*·/÷:()%]{1,200}", value)
    return "" if allowed else f"`{shown(value)}` is not a sum such as 55 + 30"


def count(value: str) -> str:
    """A whole number above zero."""
    return (
        ""
        if value.isascii() and value.isdigit() and 0 < int(value) < 10000
        else f"`{shown(value)}` is not a whole number"
    )


def judgement(value: str) -> str:
    """A topic's id, a slash, and the id of a judgement in it."""
    topic, slash, name = value.partition("/")
    if slash and not slug(topic) and not slug(name):
        return ""
    return f"`{shown(value)}` is not a topic's id, a slash and a judgement's id, such as second-pier/it-pays"


def identifier(value: str) -> str:
    """A collection, a colon and a name in it, which has the form of that collection where we know it."""
    if not _IDENTIFIER.fullmatch(value) or not value.isprintable():
        return f"`{shown(value)}` is not a name in a collection, such as wikidata:Q42"
    collection, _, key = value.partition(":")
    wrong = misfit(COLLECTIONS[collection], key) if collection in COLLECTIONS else ""
    return wrong and f"`{shown(value)}` {wrong}"


FORMS: dict[str, Callable[[str], str]] = {
    "slug": slug,
    "reference": slug,
    "participant": slug,
    "language": language,
    "country": country,
    "url": url,
    "file": file,
    "lines": lines,
    "number": number,
    "expression": expression,
    "count": count,
    "judgement": judgement,
    "identifier": identifier,
    "colour": colour,
    "licence": licence,
}


def likely(type: str, value: str) -> str:
    """What was probably meant by a value that has not the form of its type; empty when nobody can tell."""
    guess = _GUESSES.get(type)
    right = guess(value.strip().strip("“”„\"'‘’`,;")) if guess else ""
    return right if right and right != value and not FORMS[type](right) else ""


def _plain(value: str) -> str:
    """An id made of the same letters; letters of other scripts are for the writer to spell."""
    letters = unicodedata.normalize("NFKD", value.casefold().translate(_SPELT))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    foreign = any(letter.isalpha() and not letter.isascii() for letter in bare)
    return "" if foreign else re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def _digits(value: str) -> str:
    """The number at the start, without its separators and its unit."""
    if re.fullmatch(r"\d+,\d{1,2}", value):
        return value.replace(",", ".")
    found = re.match(r"[-−]?\d{1,3}(?:[,.'’\s\u00a0\u202f_]\d{3})+(?![\d.,])|[-−]?\d+(?:\.\d+)?(?![\d.,])", value)
    return re.sub(r"[,.'’\s\u00a0\u202f_](?=\d{3})", "", found[0]) if found else ""


def _line_range(value: str) -> str:
    found = re.fullmatch(r"(?:lines?|Zeilen?)?\s*(\d+)\s*(?:[-–—:]|\.\.|to|bis)\s*(\d+)", value)
    return f"{found[1]}-{found[2]}" if found else ""


def _in_collection(value: str) -> str:
    """A name in a collection that was written as its address, in other letters, or without the collection."""
    before, _, key = value.partition(":")
    known = before.lower() if before.lower() in COLLECTIONS else "wikidata" if re.fullmatch(r"[Qq]\d+", value) else ""
    name = known or next((name for name, one in COLLECTIONS.items() if one.host and one.host in value), "")
    return f"{name}:{likely_key(COLLECTIONS[name], key or value)}" if name else ""


def _code(value: str) -> str:
    """A language by its English or own name, or its code in other letters."""
    plain = value.casefold()
    if plain in _LANGUAGES:
        return _LANGUAGES[plain]
    first, _, region = value.replace("_", "-").partition("-")
    return f"{first.lower()}-{region.upper()}" if region else first.lower()


_SPELT = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "œ": "oe", "þ": "th", "ı": "i"})
_LANGUAGES = {
    name: code
    for code, names in {
        "en": "english englisch", "de": "german deutsch", "fr": "french français", "es": "spanish español",
        "it": "italian italiano", "pt": "portuguese português", "nl": "dutch nederlands", "pl": "polish polski",
        "uk": "ukrainian українська ua", "ru": "russian русский", "ar": "arabic العربية", "fa": "persian فارسی",
        "he": "hebrew עברית", "tr": "turkish türkçe", "ko": "korean 한국어 kr", "ja": "japanese 日本語 jp",
        "zh": "chinese 中文 cn", "hi": "hindi हिन्दी", "sv": "swedish svenska", "cs": "czech čeština cz",
    }.items()
    for name in names.split()
}  # fmt: skip
_GUESSES: dict[str, Callable[[str], str]] = {
    "slug": _plain,
    "reference": _plain,
    "participant": _plain,
    "number": _digits,
    "country": str.upper,
    "url": likely_url,
    "lines": _line_range,
    "language": _code,
    "identifier": _in_collection,
    "licence": likely_licence,
}

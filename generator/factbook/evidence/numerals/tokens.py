"""Cuts a text into the words, digits and signs that the readers of this room look at, in one pass."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

SPACES = " \t\r\n\u00a0\u2007\u2009\u202f\u200e\u200f\u202a\u202b\u202c"
HYPHENS = "-\u2010\u2011"
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212~\u301c\uff5e"

# Letters that do not separate words by spaces: read character by character (Han) or by runs (kana).
CJK = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
HAN_NUMERALS = "〇零一二三四五六七八九十百千万萬億亿兆两兩"
HANGUL_SCALES = "십백천만억조"
# Combining signs are no letters to Python's `\w`; without them words of Hindi, Thai or Arabic fall apart.
_MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"
    "\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a4d\u0a81-\u0acd\u0b82-\u0bcd\u0c00-\u0c4d"
    "\u0c81-\u0ccd\u0d00-\u0d4d\u0d81-\u0d83\u0dca-\u0df3\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u102b-\u103e\u17b4-\u17d3\u200c\u200d\u00ad"
)


class Token(NamedTuple):
    """One word, literal of digits, or sign."""

    kind: str  # word, num, iso, dmy, clock, han, sign
    key: str
    """Folded for comparison: lower case, compatibility forms and accents of Arabic removed."""
    start: int
    end: int
    gap: str
    """What stands between the token before and this one."""


def tokenize(text: str, *, spaced_groups: bool = False, apostrophes: bool = False) -> list[Token]:
    """The tokens of a text in order.

    `spaced_groups`: a plain space may group digits (12 000), as the language's locale data say.
    `apostrophes`: an apostrophe is a letter of words (Ukrainian п'ять).
    """
    cjk = not text.isascii() and _any_cjk().search(text) is not None
    pattern, cut = _pattern(spaced_groups, apostrophes, cjk, text.isascii())
    if cjk:
        return _told_apart(text, pattern)
    tokens: list[tuple[str, str, int, int, str]] = []
    end = 0
    # Most tokens are words: cutting the text and looking at letters takes half the time of asking each match.
    parts = cut.split(text)
    for gap, word in zip(parts[::2], parts[1::2], strict=False):
        start = end + len(gap)
        end = start + len(word)
        if word.isalpha():
            kind = "word"
        elif word[0].isdecimal():
            kind = "num" if _IN_DATES.isdisjoint(word) else _kind_at(pattern, text, start)
        elif word in _SIGNS:
            kind = "sign"
        elif _ADDRESS.match(word):
            continue
        else:
            kind = "word"
        key = word.lower() if word.isascii() else _fold_unicode(word)
        tokens.append((kind, key, start, end, gap))
    return list(map(_as_token, tokens))


def _told_apart(text: str, pattern: re.Pattern[str]) -> list[Token]:
    """The tokens of a text, the kind of each asked of the pattern that found it."""
    tokens: list[Token] = []
    last = 0
    for match in pattern.finditer(text):
        kind = match.lastgroup
        start, end = match.span()
        if kind is not None and kind != "skip":
            tokens.append(Token(kind, fold(match.group()), start, end, text[last:start]))
        last = end
    return tokens


def _kind_at(pattern: re.Pattern[str], text: str, start: int) -> str:
    """What begins with a digit at this place: a number, a date, a time."""
    match = pattern.match(text, start)
    return (match.lastgroup if match else None) or "num"


_as_token: Callable[[tuple[str, str, int, int, str]], Token] = partial(tuple.__new__, Token)
_IN_DATES = frozenset("-./:")


def fold(word: str) -> str:
    """The form in which words are compared; digits of any script become ASCII."""
    if word.isascii():
        return word.lower()
    return _fold_unicode(word)


@lru_cache(maxsize=8192)
def _fold_unicode(word: str) -> str:
    plain = unicodedata.normalize("NFKC", word).lower().translate(_FOLDED)
    if not plain.isascii():
        plain = "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in plain)
    return unicodedata.normalize("NFC", plain)


_FOLDED = {
    ord(old): new
    for old, new in {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ى": "ي",
        "ة": "ه",
        "ؤ": "و",
        "ئ": "ي",
        "ـ": "",
        "ی": "ي",
        "ک": "ك",
        "ё": "е",
        "’": "'",
        "ʼ": "'",
        "ß": "ss",
        "\u00ad": "",
        "\u200c": "",
        "\u200d": "",
    }.items()
}
_FOLDED.update(dict.fromkeys(range(0x064B, 0x0660), ""))
_FOLDED[0x0307] = ""  # what lower() leaves behind of the Turkish İ


def is_cjk(sign: str) -> bool:
    """Whether the sign belongs to a script of Chinese, Japanese or Korean."""
    return not sign.isascii() and _any_cjk().match(sign) is not None


@cache
def _any_cjk() -> re.Pattern[str]:
    """Compiled when the first text needs it: so large a class takes milliseconds."""
    return re.compile(f"[{CJK}\u3040-\u30ff\uac00-\ud7a3]")


_SIGNS = "$€£¥₴₽₹₩₪₺₫฿￥￡％﹪%٪‰½¼¾⅓⅔⅛⅜⅝⅞~≈±<>≤≥+＋/&"
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


@lru_cache(maxsize=16)
def _pattern(
    spaced_groups: bool, apostrophes: bool, cjk: bool, plain: bool
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds a token and tells its kind, and what finds it as the one group, to cut a text by.

    `plain` is for texts in ASCII alone.
    """
    alternatives = [
        rf"(?P<skip>{_ADDRESS.pattern})",
        *([_HAN, _HANGUL] if cjk else []),
        f"(?P<sign>[{_SIGNS}])",
        # Before digits, because most tokens are words.
        f"(?P<word>{_plain_word(apostrophes) if plain else _word(apostrophes, cjk)})",
        r"(?P<iso>(?<![\d-])[12]\d{3}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\d-]))",
        rf"(?P<dmy>(?<![\d./])(?:{_numeric_date('[.]')}|{_numeric_date('/')})(?![\d/]))",
        r"(?P<clock>(?<![\d:])(?:[01٠١۰۱]?\d|[2٢۲][0-3٠-٣۰-۳]):[0-5٠-٥۰-۵]\d(?::[0-5٠-٥۰-۵]\d)?(?![\d:]))",
        _number(spaced_groups),
    ]
    found = "|".join(alternatives)
    unnamed = re.sub("[?]P<[a-z]+>", "?:", found)
    # The look-ahead spares each space between words the trial of every alternative.
    return re.compile(found), re.compile(f"(?=[\\w{_SIGNS}])({unnamed})")


_LITERAL = r"\d+(?:[.,'’٬٫]\d+|[\u00a0\u202f\u2009\u2007，]\d{3}(?!\d))*"
_HAN = rf"(?P<han>[数數几幾上近]?(?:{_LITERAL})?[{HAN_NUMERALS}](?:[{HAN_NUMERALS}]|\d[\d,.]*){{0,40}})"
_HANGUL = (
    rf"(?P<hangul>{_LITERAL}\s?[{HANGUL_SCALES}]+(?:\s?\d[\d,.]*[{HANGUL_SCALES}]*){{0,20}}"
    rf"|(?<!\w)만\s\d[\d,.]*[{HANGUL_SCALES}]?|수[{HANGUL_SCALES}]+(?=\s|[명여대발개건곳차]))"
)


def _numeric_date(mark: str) -> str:
    return rf"\d{{1,2}}{mark}\d{{1,2}}{mark}(?:[12]\d{{3}}|\d\d)|[12]\d{{3}}{mark}\d{{1,2}}{mark}\d{{1,2}}"


def _number(spaced_groups: bool) -> str:
    spaced = r"\d{1,3}(?: \d{3})+(?![\d:])(?:[.,]\d+)?|" if spaced_groups else ""
    return f"(?P<num>{spaced}{_LITERAL})"


def _plain_word(apostrophes: bool) -> str:
    """What `_word` comes to in ASCII, at half the cost."""
    return "[A-Za-z]+(?:'[A-Za-z]+)*" if apostrophes else "[A-Za-z]+"


def _word(apostrophes: bool, cjk: bool) -> str:
    letters = rf"(?:(?![{CJK}])[^\W\d_])+" if cjk else r"[^\W\d_]+"
    word = rf"{letters}(?:[{_MARKS}]+(?:{letters})?)*"
    if apostrophes:
        word += rf"(?:['’]{word})*"
    # Han and hiragana sign by sign, katakana (foreign words) by runs.
    return rf"[{CJK}\u3041-\u309f]|[\u30a0-\u30ff]+|{word}" if cjk else word

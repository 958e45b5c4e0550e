"""Site: the order of names in a language: accents and case do not separate what belongs together.

Letters that a language counts as letters of their own stand where its alphabet puts them (after CLDR's tailorings,
https://www.unicode.org/reports/tr35/tr35-collation.html); all others stand with
their base letter.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_AFTER: dict[str, str] = {
    "cs": "c č h ch r ř s š z ž",
    "da": "z æ z ø z å",
    "es": "n ñ",
    "et": "s š s z s ž w õ w ä w ö w ü",
    "fi": "z å z ä z ö",
    "hr": "c č c ć d dž d đ l lj n nj s š z ž",
    "hu": "c cs d dz g gy l ly n ny o ö s sz t ty u ü z zs",
    "is": "d ð z þ z æ z ö",
    "lt": "c č s š z ž",
    "lv": "c č g ģ k ķ l ļ n ņ s š z ž",
    "nb": "z æ z ø z å",
    "pl": "a ą c ć e ę l ł n ń o ó s ś z ź z ż",
    "ro": "a ă a â i î s ș t ț",
    "sk": "a ä c č h ch o ô s š z ž",
    "sl": "c č s š z ž",
    "sv": "z å z ä z ö",
    "tr": "c ç g ğ h ı o ö s ş u ü",
    "uk": "г ґ е є и і і ї",
}
"""For a language its own letters, each behind the letter after which it stands, in order."""
_SAME = {"no": "nb", "nn": "nb", "bs": "hr", "sr": "hr", "az": "tr"}
_BASES = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})

Key = tuple[tuple[tuple[str, int], ...], str, str]


@lru_cache(maxsize=65536)
def collation_key(text: str, language: str) -> Key:
    """What names are sorted by: the letters, then the accents, then the case."""
    lower = unicodedata.normalize("NFC", text.casefold() if language != "tr" else text.replace("I", "ı").lower())
    own = _own(language)
    longest = 2 if any(len(letter) == 2 for letter in own) else 1
    letters: list[tuple[str, int]] = []
    at = 0
    while at < len(lower):
        pair = lower[at : at + longest]
        if longest == 2 and pair in own:
            letters.append(own[pair])
            at += 2
            continue
        sign = lower[at]
        at += 1
        if sign in own:
            letters.append(own[sign])
        else:
            letters += [(base, 0) for base in _base(sign)]
    return tuple(letters), lower, text


def _base(sign: str) -> str:
    """The letters that a sign stands with; nothing for marks and punctuation."""
    plain = "".join(part for part in unicodedata.normalize("NFD", sign) if not unicodedata.combining(part))
    return "".join(part for part in plain.translate(_BASES) if part.isalnum() or part.isspace())


@lru_cache(maxsize=64)
def _own(language: str) -> dict[str, tuple[str, int]]:
    """The letters of its own that a language has, with their places."""
    code = language.partition("-")[0]
    words = _AFTER.get(_SAME.get(code, code), "").split()
    places: dict[str, int] = {}
    found = {}
    for base, letter in zip(words[::2], words[1::2], strict=True):
        places[base] = places.get(base, 0) + 1
        found[letter] = (base, places[base])
    return found

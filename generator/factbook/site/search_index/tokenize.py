"""Search: a text into the words by which it is found. `theme/assets/search/search.js` cuts queries the same way.

Case, accents, endings and the marks between thousands do not count: `Müller` is found by `muller` and `Mueller`,
`12,000` by `12.000`, `F-16` by `f16`. Scripts without spaces are cut into single characters and pairs of neighbours.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache, partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.site.search_index.languages import Language

MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670"
"""Accents and vowel points. Not all combining marks: in Indian scripts they are half of the word."""
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
"""Thai, Lao, Burmese, Khmer, kana, ideographs; hangul too, whose words carry their particles."""
LETTERS = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "ς": "σ",
}
"""Letters without an accent that Unicode would part from them, as ids write them (tests compare)."""

_FOLDED = str.maketrans(LETTERS)
_MARKS = re.compile(f"[{MARKS}]+")
_THOUSANDS = re.compile(r"[,.'’\u00a0\u202f](?<=\d.)(?=\d{3}(?!\d))")
"""The mark itself first: most texts are passed over by it at once."""
_NUMBERED = re.compile(r"(?<![^\W_])([^\W\d_]{1,8})[-‐‑–](\d+)(?![^\W_])")
"""A name that ends in a number: `F-16`."""
_WORD = re.compile(r"[^\W_]+")
_PLAIN_WORD = re.compile(r"[a-z0-9]+")
_UNSPACED = re.compile(f"[{UNSPACED}]+")
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa"}
"""How people type them who lack the key."""
_UMLAUT = re.compile("[äöüå]")
_CONSONANTS = frozenset("bcdfghjklmnpqrtvwxzбвгджзклмнпрстфхцчш")


def words(text: str) -> list[str]:
    """The words of a text, in order, folded, each whole."""
    text = _THOUSANDS.sub("", text.lower())
    if text.isascii():
        return _PLAIN_WORD.findall(_NUMBERED.sub(r"\1\2", text))
    found = _WORD.findall(_NUMBERED.sub(r"\1\2", _folded(text)))
    return [part for word in found for part in _parts(word)] if _UNSPACED.search(text) else found


def stems(text: str, language: Language) -> list[str]:
    """The words by which a text is found: without endings and words that are not looked for, and those words too
    that people type for what stands there."""
    cut = _remembering(language)
    found = [cut(word) for word in words(text) if word not in language.stop_words]
    return found + [cut(word) for word in _typed_for(text)]


@lru_cache
def _remembering(language: Language) -> Callable[[str], str]:
    """`stem` in one language: most words come again and again."""
    return lru_cache(maxsize=100_000)(partial(stem, language=language))


def stem(word: str, language: Language) -> str:
    """A folded word without its ending; numbers and short words as they are."""
    if word[0].isdigit():
        return word
    for ending, instead in language.endings:
        if word.endswith(ending) and len(word) - len(ending) >= language.least and not _is_kept(word, ending):
            word = word[: len(word) - len(ending)] + instead
            break
    if language.undoubled and len(word) > language.least and word[-1] == word[-2] and word[-1] in _CONSONANTS:
        word = word[:-1]
    if language.silent and len(word) > language.least and word.endswith(language.silent):
        word = word[: -len(language.silent)]
    return word


def _is_kept(word: str, ending: str) -> bool:
    """`press` and `Paris` end in a letter of their own."""
    return ending == "s" and word[-2] in "sui"


def _typed_for(text: str) -> list[str]:
    """Words of the text in other letters: `mueller` for Müller, and both parts of `F-16`."""
    lower = unicodedata.normalize("NFC", text.lower())
    found = [part for name, number in _NUMBERED.findall(lower) for part in (*words(name), number)]
    if _UMLAUT.search(lower):
        for word in _WORD.findall(lower):
            if _UMLAUT.search(word):
                found += words(_UMLAUT.sub(lambda letter: _UMLAUTS[letter[0]], word))
    return found


def _folded(text: str) -> str:
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", bare).translate(_FOLDED)


def _parts(word: str) -> list[str]:
    """The word itself; its stretches without spaces cut into characters and pairs."""
    found, end = [], 0
    for run in _UNSPACED.finditer(word):
        found += [word[end : run.start()]] if run.start() > end else []
        letters, end = run.group(), run.end()
        found += letters
        found += (letters[at : at + 2] for at in range(len(letters) - 1))
    return found + ([word[end:]] if end < len(word) else [])

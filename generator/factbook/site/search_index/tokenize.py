"""Search: a text into the words by which it is found. `theme/assets/search/search.js` cuts queries the same way.

Case, accents and the marks between thousands do not count: `Müller` is found by `muller`, `12,000` by
`12.000`. Scripts without spaces are cut into single characters and pairs of neighbours.
"""

from __future__ import annotations

import re
import unicodedata

MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670"
"""Accents and vowel points. Not all combining marks: in Indian scripts they are half of the word."""
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
"""Thai, Lao, Burmese, Khmer, kana, ideographs; hangul too, whose words carry their particles."""

_MARKS = re.compile(f"[{MARKS}]+")
_THOUSANDS = re.compile(r"[,.'’\u00a0\u202f](?<=\d.)(?=\d{3}(?!\d))")
"""The mark itself first: most texts are passed over by it at once."""
_WORD = re.compile(r"[^\W_]+")
_PLAIN_WORD = re.compile(r"[a-z0-9]+")
_UNSPACED = re.compile(f"[{UNSPACED}]+")


def words(text: str) -> list[str]:
    """The words of a text, in order, folded."""
    text = _THOUSANDS.sub("", text.lower())
    if text.isascii():
        return _PLAIN_WORD.findall(text)
    found = _WORD.findall(_folded(text))
    return [part for word in found for part in _parts(word)] if _UNSPACED.search(text) else found


def _folded(text: str) -> str:
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", bare).replace("ß", "ss").replace("ς", "σ")


def _parts(word: str) -> list[str]:
    """The word itself; its stretches without spaces cut into characters and pairs."""
    found, end = [], 0
    for run in _UNSPACED.finditer(word):
        found += [word[end : run.start()]] if run.start() > end else []
        letters, end = run.group(), run.end()
        found += letters
        found += (letters[at : at + 2] for at in range(len(letters) - 1))
    return found + ([word[end:]] if end < len(word) else [])

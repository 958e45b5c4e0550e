"""Scaffold: Ukrainian names in Latin letters, as Ukraine itself writes them in passports.

Tables for all Cyrillic at once follow Russian, which turns Київ into Kiiv and Сибіга into Sibiga. This one is that of
the Cabinet of Ministers' resolution 55 of 27 January 2010 (https://zakon.rada.gov.ua/laws/show/55-2010-п).
"""

from __future__ import annotations

import re

_OWN = frozenset("іїєґІЇЄҐ")
"""Letters that Russian, Bulgarian and Serbian do not have; Belarusian has the first too, and `ў` and `э` besides."""
_NOT_OWN = frozenset("ыэёъўЫЭЁЪЎ")
_TABLE = """
а:a б:b в:v г:h ґ:g д:d е:e є:ie ж:zh з:z и:y і:i ї:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch
ш:sh щ:shch ь: ю:iu я:ia ':
"""
_LETTERS = dict(pair.split(":") for pair in _TABLE.split())
_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_ENDING = re.compile(r"[сц]ьк[аеиоу]", re.I)
_WORD = re.compile(r"[а-яіїєґ']+", re.I)


def is_ukrainian(words: str) -> bool:
    """Whether the letters, or an ending such as that of Зеленський, can only be Ukrainian."""
    return (not _OWN.isdisjoint(words) or _ENDING.search(words) is not None) and _NOT_OWN.isdisjoint(words)


def romanised(words: str) -> str:
    """The same words in lower-case Latin letters; what is not Cyrillic stays."""
    return _WORD.sub(lambda found: _word(found[0].lower()), words)


def _word(word: str) -> str:
    first, rest = word[0], word[1:].replace("зг", "zgh")
    if word.startswith("зг"):
        first, rest = "", f"zgh{word[2:]}"
    return _FIRST.get(first, _LETTERS.get(first, "")) + "".join(_LETTERS.get(letter, letter) for letter in rest)

"""Scaffold: ids suggested from names and headlines."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from generator.vocabulary import forms

if TYPE_CHECKING:
    from collections.abc import Container

LONGEST = 48
"""Characters of a suggestion: ids are typed by hand."""
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "œ": "oe", "þ": "th", "ı": "i"})
_IN_SIGHT = re.compile(r"\[\[[^\]|]*\|([^\]]*)\]\]|\[\[([^\]]*)\]\]")


def suggested(words: str, taken: Container[str], fallback: str) -> str:
    """A free id that says `words`; `fallback` and a number when they have no Latin letter or digit."""
    stem = _cut(_plain(words)) or fallback
    if forms.slug(stem):
        stem = f"{fallback}-{stem}"
    number, name = 1, stem
    while name in taken or (number == 1 and stem == fallback):
        number += 1
        name = f"{stem}-{number - (stem == fallback)}"
        if name not in taken:
            break
    return name


def _plain(words: str) -> str:
    words = _IN_SIGHT.sub(r"\1\2", words).casefold().translate(_LETTERS)
    ascii_only = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"(?<=\w)'(?=\w)", "", ascii_only)).strip("-")


def _cut(slug: str) -> str:
    """As many whole words as fit."""
    if len(slug) <= LONGEST:
        return slug
    return slug[:LONGEST].rpartition("-")[0] or slug[:LONGEST]

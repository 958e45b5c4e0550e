"""Scaffold: ids suggested from names and headlines, in whatever script these are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.authoring.scaffold.transliterate_ukrainian import is_ukrainian, romanised
from factbook.content.schema import formats

if TYPE_CHECKING:
    from collections.abc import Container

LONGEST = 48
"""Characters of a suggestion: ids are typed by hand."""
_IN_SIGHT = re.compile(r"\[\[[^\]|]*\|([^\]]*)\]\]|\[\[([^\]]*)\]\]")
_BY_SYLLABLE = re.compile(r"[\u2e80-\u303f\u3200-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
"""Chinese characters and Korean syllables: nothing else tells where a word of theirs may be cut."""


def suggested(words: str, taken: Container[str], fallback: str, language: str = "") -> str:
    """A free id that says `words`; `fallback` and a number when they have neither a letter nor a digit.

    Other scripts are written in Latin letters, so the suggestion says how a name sounds, roughly: who knows a
    better spelling types that one. Chinese characters get their Chinese reading, in Japanese names too, because
    only a dictionary knows the Japanese one. `language` (BCP 47) is that of the words, where it is known.
    """
    stem = _cut(_plain(words, language)) or fallback
    if formats.slug(stem):
        stem = f"{fallback}-{stem}"
    number, name = 1, stem
    while name in taken or (number == 1 and stem == fallback):
        number += 1
        name = f"{stem}-{number - (stem == fallback)}"
        if name not in taken:
            break
    return name


def is_spelt_anew(words: str) -> bool:
    """Whether an id is in other letters than the words that it was suggested from."""
    return any(letter.isalpha() and letter > "\u024f" for letter in words)


def _plain(words: str, language: str) -> str:
    latin = _latin(_IN_SIGHT.sub(r"\1\2", words), language).casefold()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"(?<=\w)['’](?=\w)", "", latin)).strip("-")


def _latin(words: str, language: str) -> str:
    if words.isascii():
        return words
    from anyascii import anyascii

    words = words.replace("’", "'")
    if language.partition("-")[0] == "uk" or is_ukrainian(words):
        words = romanised(words)
    return anyascii(_BY_SYLLABLE.sub(lambda found: f" {found[0]} ", words))


def _cut(slug: str) -> str:
    """As many whole words as fit."""
    if len(slug) <= LONGEST:
        return slug
    return slug[:LONGEST].rpartition("-")[0] or slug[:LONGEST]

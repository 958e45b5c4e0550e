"""Cuts off what is written together with a word that belongs to a number: Hebrew and Arabic prefixes, Thai words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.evidence.numerals.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD_IN_RUN = re.compile("หนึ่ง|เอ็ด|สอง|ยี่|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน")
_SHORTEST = 3
"""Letters of a word that may have a prefix."""
_NEAR = ("", " ", "\u00a0")


def without_prefixes(tokens: list[Token], prefixes: frozenset[str], known: frozenset[str]) -> list[Token]:
    """The tokens, a prefix of a word of numbers as one of its own: "and four" is two words, whatever is written."""
    parted: list[Token] = []
    for token in tokens:
        while _has_prefix(token, prefixes, known):
            key = token.key
            parted.append(Token("word", key[0], token.start, token.start + 1, token.gap))
            token = Token("word", key[1:], token.start + 1, token.end, "")
        parted.append(token)
    return parted


def _has_prefix(token: Token, prefixes: frozenset[str], known: frozenset[str]) -> bool:
    key = token.key
    if len(key) < _SHORTEST or key in known or key[0] not in prefixes or len(key) != token.end - token.start:
        return False
    return _goes_on(key[1:], prefixes, known)


def _goes_on(rest: str, prefixes: frozenset[str], known: frozenset[str]) -> bool:
    return rest in known or (len(rest) > _SHORTEST and rest[0] in prefixes and rest[1:] in known)


_IN_RUN = re.compile("((?:หนึ่ง|เอ็ด|สอง|ยี่|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)?(?:สิบ|ร้อย(?!ละ)|พัน|หมื่น|แสน|ล้าน)+)")
_THAI = re.compile("หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า")


def in_runs(tokens: list[Token]) -> list[Token]:
    """The tokens, with a number in words cut out of a run of Thai letters: กว่า สองล้าน เม็ด."""
    parted: list[Token] = []
    for token in tokens:
        if token.kind != "word" or not _THAI.search(token.key) or len(token.key) != token.end - token.start:
            parted.append(token)
            continue
        at, gap = token.start, token.gap
        pieces = [piece for part in _IN_RUN.split(token.key) if part for piece in _words_of(part)]
        for piece in pieces:
            parted.append(Token("word", piece, at, at + len(piece), gap))
            at, gap = at + len(piece), ""
    return parted


def _words_of(part: str) -> list[str]:
    return _WORD_IN_RUN.findall(part) if _IN_RUN.fullmatch(part) and _THAI.match(part) else [part]


def parted_at_numbers(tokens: list[Token], known: frozenset[str]) -> list[Token]:
    """The tokens, where words of numbers stand at the ends of runs of letters next to digits."""
    parted: list[Token] = []
    for index, token in enumerate(tokens):
        if token.kind != "word":
            parted.append(token)
            continue
        behind = index + 1 < len(tokens) and tokens[index + 1].kind == "num" and tokens[index + 1].gap in _NEAR
        ends = list(_from_end(token, known)) if behind else [token]
        first = ends[-1]
        before = bool(parted) and parted[-1].kind in ("num", "sign") and first.gap in _NEAR
        parted += _from_start(first, known) if before else [first]
        parted += reversed(ends[:-1])
    return parted


def _from_start(token: Token, known: frozenset[str]) -> Iterator[Token]:
    """Known words off the front, then the rest."""
    while width := _longest(token.key, known, front=True):
        yield Token("word", token.key[:width], token.start, token.start + width, token.gap)
        token = Token("word", token.key[width:], token.start + width, token.end, "")
    yield token


def _from_end(token: Token, known: frozenset[str]) -> Iterator[Token]:
    """Known words off the end, the last first; at last the rest."""
    while width := _longest(token.key, known, front=False):
        start = token.end - width
        yield Token("word", token.key[-width:], start, token.end, "")
        token = Token("word", token.key[:-width], token.start, start, token.gap)
    yield token


def _longest(key: str, known: frozenset[str], *, front: bool) -> int:
    """Letters of the longest known word at this end that leaves something behind; 0 where there is none."""
    if key in known:
        return 0
    parts = ((width, key[:width] if front else key[-width:]) for width in range(len(key) - 1, 0, -1))
    return next((width for width, part in parts if part in known), 0)

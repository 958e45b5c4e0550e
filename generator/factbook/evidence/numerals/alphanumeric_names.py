"""Tells digits that are part of a name (Type-12, B-52, G7) from numbers."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from factbook.evidence.numerals.quantity import Quantity
from factbook.evidence.numerals.tokens import HYPHENS, is_cjk

if TYPE_CHECKING:
    from factbook.evidence.numerals.token_stream import Passage


_VERSION = re.compile(r"\d{1,3}(?:\.\d{1,3}){2,3}")
_SHORT_NAME = re.compile(r"(?<![^\W\d_])(?:[A-Z]{1,3}-?)?\d[\d.]*[A-Z]?$")
_GROUPED_AMOUNT = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")


def is_label(passage: Passage, index: int) -> bool:
    """Digits that hang on a name: Type-12, B-52, G7, but not mid-2024."""
    token = passage.tokens[index]
    if token.kind == "num" and _is_version(token.key):
        return True
    if token.kind not in ("num", "iso") or index == 0:
        return token.kind == "num" and _has_tail(passage, index)
    before = passage.tokens[index - 1]
    if token.gap in (" ", "\u00a0") and passage.find(index - 1, "label-word"):
        return True
    if token.gap.startswith(".") and passage.find(index - 1, "label-abbreviation"):
        return True
    if before.kind != "word" or token.gap not in ("", *HYPHENS):
        return _has_tail(passage, index)
    if passage.find(index - 1, "not-label"):
        return False
    if _is_number_word(passage, index - 1, touching=token.gap == "") or _is_price(passage, index):
        return False
    if passage.lexicon.ideographs and is_cjk(passage.text[before.start]):
        return False
    return token.gap == "" or passage.text[before.start].isupper() or not before.key.isascii()


def _is_version(key: str) -> bool:
    """3.12.1 counts nothing; 1.234.567 groups thousands."""
    return key.count(".") > 1 and _VERSION.fullmatch(key) is not None and not _GROUPED.fullmatch(key)


def _is_number_word(passage: Passage, index: int, *, touching: bool) -> bool:
    roles = ("month", "currency") if touching else ("add", "times", "month", "range", "currency")
    return passage.lexicon.knows(passage.tokens, index) and any(passage.find(index, role) for role in roles)


def _is_price(passage: Passage, index: int) -> bool:
    """Whether letters touch what only an amount can be, so that they name its currency: R450m, N5 billion, K2,300."""
    token = passage.tokens[index]
    if token.gap:
        return False
    return _GROUPED_AMOUNT.fullmatch(token.key) is not None or passage.find(index + 1, "times") is not None


def _has_tail(passage: Passage, index: int) -> bool:
    """5G, 3D, 7B: one capital letter that touches the digits and is no scale."""
    if index + 1 >= len(passage.tokens) or passage.tokens[index].kind != "num":
        return False
    tail = passage.tokens[index + 1]
    letter = passage.text[tail.start : tail.end]
    if tail.kind != "word" or tail.gap or len(letter) != 1 or not letter.isupper():
        return False
    return not (passage.find(index + 1, "times") or _is_unit(passage, index, letter))


def _is_unit(passage: Passage, index: int, letter: str) -> bool:
    """Whether the letter is no name's: 41.5C, 19H30, $3B, 5T dollars."""
    tokens = passage.tokens
    if letter in "CF" or (letter == "H" and index + 2 < len(tokens) and tokens[index + 2].kind == "num"):
        return True
    if not passage.find(index + 1, "money-scale"):
        return False
    return any(passage.find(at, "currency") for at in (index - 1, index + 2) if at >= 0)


def label_at(passage: Passage, index: int) -> Quantity:
    """The name's part with its digits as value."""
    token = passage.tokens[index]
    digits = token.key if token.key.isdigit() else "".join(sign for sign in token.key if sign.isdigit())
    start = token.start
    if index and token.gap in ("", " ", "\u00a0", *HYPHENS) and passage.tokens[index - 1].kind == "word":
        start = passage.tokens[index - 1].start
    value = Fraction(int(digits[:40] or "0"))
    end = passage.tokens[index + 1].end if _has_tail(passage, index) else token.end
    words = passage.text[start:end]
    return Quantity(value, value, "label", start, end, words, name=_name(token.key, words))


def _name(digits: str, words: str) -> str:
    """What of a name is the same in every language: its digits, the letter behind them, few capitals before."""
    found = _SHORT_NAME.search(words)
    return (found[0] if found else digits).replace("-", "").casefold()

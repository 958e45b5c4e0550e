"""Search: which entries have a word, spread over files by the first letters of the word."""

from __future__ import annotations

import base64
from functools import lru_cache
from operator import sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

PREFIX = 3
"""Letters that decide the file: whoever typed as many can be offered every word that starts with them."""
TITLE = "="
"""Before a word: the entries that have it in their titles."""
FIGURE = ":figure"
"""In place of a word: the entries that give a figure."""

_ENTRIES_A_SHARD = 48
_MOST_SHARDS = 1024


def shards(size: int) -> int:
    """How many files hold the words of so many entries: a power of two."""
    return min(_MOST_SHARDS, max(4, 1 << (size // _ENTRIES_A_SHARD).bit_length()))


def shard_of(key: str, count: int) -> int:
    """The number of the file for a word or a title's word."""
    return _hashed(key.removeprefix(TITLE)[:PREFIX]) % count


def packed(numbers: Sequence[int], size: int) -> list[int] | str:
    """The entries' numbers, ascending: each as its distance from the one before; many, as bits in base64.

    A word that stands in every entry costs at most a sixth of a byte an entry.
    """
    distances = [numbers[0], *map(sub, numbers[1:], numbers)]
    if len(numbers) * 2 <= size // 6:
        return distances
    bits = bytearray((size + 7) // 8)
    for number in numbers:
        bits[number >> 3] |= 1 << (number & 7)
    text = base64.b64encode(bits).decode("ascii")
    return text if len(text) < sum(map(len, map(str, distances))) + len(distances) else distances


@lru_cache(maxsize=200_000)
def _hashed(text: str) -> int:
    """FNV-1a over UTF-8: four lines in any language, and the same in every process."""
    value = 0x811C9DC5
    for byte in text.encode("utf-8", "surrogatepass"):
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value

"""What documents are compared by when one is not at hand: hashes of some of their words, and of their numbers.

A shingle is five words in a row without punctuation (Broder 1997). Of those, the ones whose hash is a multiple of
four are kept, the same ones in every document, so that the shares of what is kept are those of the whole.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHINGLE = 5
KEPT = 4
"""One shingle in so many is kept."""

_NUMBER = re.compile(r"\d[\d.,'’\u00a0\u202f٫٬]*\d")


def shingle_hashes(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The number of the word with which each shingle that is kept begins, and the shingle's hash."""
    telling = [at for at, word in enumerate(words) if any(map(str.isalnum, word))]
    for first in range(len(telling) - SHINGLE + 1):
        row = " ".join(words[at] for at in telling[first : first + SHINGLE])
        digest = blake2b(row.encode("utf-8", "surrogatepass"), digest_size=4).digest()
        if digest[0] % KEPT == 0:
            yield telling[first], digest.hex()


def number_hashes(text: str) -> Iterator[str]:
    """The hashes of the numbers of two digits and more, in order, whatever their script and separators."""
    for number in numbers(text):
        yield blake2b(number.encode("ascii"), digest_size=2).hexdigest()


def numbers(text: str) -> Iterator[str]:
    """These numbers in plain digits, without separators, which differ between languages."""
    for found in _NUMBER.findall(text):
        yield "".join(str(int(sign)) for sign in found if sign.isdecimal())

"""Hashing a text's words in overlapping windows: what a fingerprint stores of them.

The hash of a window is the exclusive or of one number for each of its words, and the number depends on the
word, on where in the window it stands, and on the text (tabulation hashing: Zobrist 1970; Pătraşcu and Thorup,
The Power of Simple Tabulation Hashing, 2012). So each word is hashed once, however many windows it is in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain

WINDOW = 3
"""Words in a window."""

BITS = 12
"""Bits of a hash: two digits of base64."""

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
"""The digits of base64 (RFC 4648, section 4), in the order of their value."""

_PAIRS = tuple(first + second for first in DIGITS for second in DIGITS)
_MASK = (1 << BITS) - 1


@dataclass(slots=True)
class Windows:
    """The windows of one text, or of a quote from it."""

    sha256: str
    """The text's SHA-256 in hexadecimal: the same words have other hashes in another text."""
    _numbers: "_Numbers" = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._numbers = _Numbers(bytes.fromhex(self.sha256))

    def hashes(self, words: Iterable[list[str]]) -> Iterator[str]:
        """The hashes of all windows, two digits of base64 each, for words that come in batches."""
        numbers = self._numbers
        rest: list[int] = []
        for batch in words:
            row = rest + [numbers[word] for word in batch]
            yield "".join(
                [
                    _PAIRS[(first >> 24) ^ (second >> 12 & _MASK) ^ (third & _MASK)]
                    for first, second, third in zip(row, row[1:], row[2:], strict=False)
                ]
            )
            rest = row[-2:]

    def of(self, words: list[str]) -> str:
        """The hashes of the windows of a quote."""
        return "".join(chain(self.hashes([words])))


class _Numbers(dict[str, int]):
    """For each word its three numbers of 12 bits, side by side."""

    def __init__(self, key: bytes) -> None:
        super().__init__()
        self._key = key

    def __missing__(self, word: str) -> int:
        digest = blake2b(word.encode("utf-8", "surrogatepass"), key=self._key, digest_size=5).digest()
        number = int.from_bytes(digest, "big") >> 4
        if len(self) >= 200_000:
            self.clear()
        self[word] = number
        return number

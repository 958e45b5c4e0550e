"""Near-duplicates: documents whose wording is so like another's that one may be a copy that nobody declared.

Compared are *shingles*, five words in a row without regard to punctuation (Broder, On the resemblance and
containment of documents, 1997). The measure is containment: which part of the shorter document's shingles
stand in the other, so that an excerpt is as like as a reprint.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain, compress
from zlib import crc32

from factbook.evidence.texts.normalize import without_tags
from factbook.evidence.texts.search_index import Prepared

SHINGLE = 5
"""Words in a shingle."""

SHORTEST = 8
"""A document with fewer shingles is not compared."""

ENOUGH = 0.15
"""Part of the shorter document's shingles from which a pair is worth the exact comparison."""

_SAMPLED_FROM = 1_000_000
_SAMPLE = 8
_COMMON = 30
_WORDS_LIMIT = 200_000
_PASSAGE_WORDS = 20
_PUNCTUATION = frozenset(bytes([byte]) for byte in range(256) if not bytes([byte]).isalnum()) | {b""}
"""Words of one byte that are no words to a reader."""
Shingle = tuple[bytes, ...]


def candidates(documents: Mapping[str, Prepared]) -> tuple[tuple[str, str], ...]:
    """The pairs of documents that may be near-duplicates, in the documents' order.

    Linear in the words: shingles are hashed, and pairs counted where a hash stands in two documents.
    From a million words on, only the shingles are counted that begin with one word in eight (always the
    same words). A shingle that stands in more than thirty documents is boilerplate and not counted.
    """
    ids = list(documents)
    step = _SAMPLE if sum(len(document.row) for document in documents.values()) > 6 * _SAMPLED_FROM else 1
    hashes = [_hashes(document, step) for document in documents.values()]
    enough = [ENOUGH * len(row) for row in hashes]
    pairs: list[tuple[int, int]] = []
    for other, counts in enumerate(_shared(hashes)):
        pairs += [(one, other) for one, count in counts.items() if count >= enough[one] or count >= enough[other]]
    return tuple((ids[one], ids[other]) for one, other in sorted(pairs))


def alike(one: Prepared, other: Prepared) -> tuple[float, str]:
    """Which part of the shorter document stands in the other, from 0 to 1, and the longest passage of both.

    The passage is given as it stands in the first document, without tags, cut after twenty words.
    """
    words, more_words = _Words(one), _Words(other)
    shingles, more_shingles = list(words.shingles()), list(more_words.shingles())
    if min(len(shingles), len(more_shingles)) < SHORTEST:
        return 0.0, ""
    places = {shingle: at for at, shingle in reversed(list(enumerate(more_shingles)))}
    share = len(set(shingles) & places.keys()) / min(len(set(shingles)), len(places))
    start, length = _longest_run(shingles, places)
    return share, words.passage(start, length) if length else ""


def _longest_run(shingles: list[Shingle], places: dict[Shingle, int]) -> tuple[int, int]:
    """Where the longest passage begins in the first document, and how many words it has (0: there is none)."""
    best = (0, 0)
    begin, expected = 0, -1
    for at, shingle in enumerate(shingles):
        place = places.get(shingle)
        if place is None:
            expected = -1
            continue
        if place != expected:
            begin = at
        expected = place + 1
        if at - begin + SHINGLE > best[1]:
            best = (begin, at - begin + SHINGLE)
    return best


def _hashes(document: Prepared, step: int) -> "array[int]":
    """The document's shingles, each once; nothing of one that is too short to be compared."""
    found = set(map(hash, _Words(document).shingles(step)))
    return array("q", found if len(found) * step >= SHORTEST else ())


def _shared(hashes: "list[array[int]]") -> Iterator[Counter[int]]:
    """How many shingles each document shares with those before it, by their numbers."""
    held = Counter(chain.from_iterable(hashes))
    telling = {shingle for shingle, count in held.items() if 1 < count <= _COMMON}  # most stand in one
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for number, row in enumerate(hashes):
        found = telling.intersection(row)
        yield Counter(chain.from_iterable(map(holders.__getitem__, found)))
        for numbers in map(holders.__getitem__, found):
            numbers.append(number)


class _Words:
    """The words of a document without its punctuation."""

    def __init__(self, document: Prepared) -> None:
        self._document = document
        self._row = document.row.split(b" ", _WORDS_LIMIT + 1)[1 : _WORDS_LIMIT + 1]
        self.words = [word for word in self._row if word not in _PUNCTUATION]

    def shingles(self, step: int = 1) -> Iterator[Shingle]:
        """Each five words in a row; with a step, only those that begin with one word in so many."""
        words = self.words
        rows = zip(*(words[first:] for first in range(SHINGLE)), strict=False)
        return rows if step == 1 else compress(rows, [not number % step for number in map(crc32, words)])

    def passage(self, start: int, length: int) -> str:
        """The words from one of them on, as they stand in the text."""
        length = min(length, _PASSAGE_WORDS)
        numbers = [number for number, word in enumerate(self._row) if word not in _PUNCTUATION]
        row, first, last = self._document.row, numbers[start], numbers[start + length - 1]
        begin = _offset(row, first)
        end = row.index(b" ", _offset(row, last))
        raw = without_tags(self._document.place(begin, end).words)
        return " ".join(raw.replace("\u2060", "").split())


def _offset(row: bytes, number: int) -> int:
    """Where a word of the row begins."""
    offset = 0
    for _ in range(number + 1):
        offset = row.index(b" ", offset) + 1
    return offset

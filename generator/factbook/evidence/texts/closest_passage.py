"""The passage of a source that is most like a quote which does not stand in it, for a helpful message."""

from collections import Counter
from collections.abc import Iterable

from factbook.evidence.texts.search_index import Prepared, as_row
from factbook.runtime.frozen import frozen

_WORDS_COMPARED = 60
_LENGTH_COMPARED = 4000
_PLACES_PER_WORD = 500
_BUCKET = 64
_MARGIN = 200


@frozen
class ClosestPassage:
    """Words of a source, as they stand there."""

    line: int
    text: str
    likeness: float
    """From 0 to 1, where 1 is the same."""


def closest(prepared: Prepared, wanted: list[str]) -> ClosestPassage | None:
    """The passage most like the wanted words (in normal form); None when nothing comes near.

    The work is bounded whatever the sizes: the first sixty words are looked up, each at 500 places at most,
    and vote for where the quote would begin; the three best places are compared letter by letter.
    """
    wanted = wanted[:_WORDS_COMPARED]
    length = len(as_row(wanted))
    if not wanted or length > _LENGTH_COMPARED:
        return None
    starts = _likely_starts(prepared.row, wanted)
    passages = (_best_stretch(prepared, wanted, start - _MARGIN, start + length + _MARGIN) for start in starts)
    best = max(passages, key=lambda passage: passage[0], default=None)
    if best is None or best[0] < 0.5:
        return None
    likeness, start, end = best
    place = prepared.place(start, end)
    return ClosestPassage(place.line, place.words, likeness)


def _likely_starts(row: bytes, wanted: list[str]) -> list[int]:
    votes: Counter[int] = Counter()
    position = 0
    for word in wanted:
        needle = as_row([word])
        places = list(_places(row, needle))
        # A word that stands everywhere says little about where.
        for place in places:
            bucket = (place - position) // _BUCKET
            votes[bucket] += 1000 * len(needle) // len(places)
            votes[bucket + 1] += 500 * len(needle) // len(places)
        position += len(needle) - 1
    return [bucket * _BUCKET for bucket, _ in votes.most_common(3)]


def _places(row: bytes, needle: bytes) -> Iterable[int]:
    found = row.find(needle)
    for _ in range(_PLACES_PER_WORD):
        if found < 0:
            return
        yield found
        found = row.find(needle, found + 1)


def _best_stretch(prepared: Prepared, wanted: list[str], start: int, stop: int) -> tuple[float, int, int]:
    """How like, from where and to where in the row, in whole words."""
    from rapidfuzz.fuzz import partial_ratio_alignment, ratio

    row, quote = prepared.row, " ".join(wanted)
    start = row.rfind(b" ", 0, start) + 1 if start > 1 else 1
    stop = row.find(b" ", min(max(stop, start), len(row) - 1))
    if stop - start > 2 * _LENGTH_COMPARED:  # a word without end, in a text made to be slow
        return 0.0, start, stop
    window = row[start:stop].decode("utf-8", "surrogatepass")
    found = partial_ratio_alignment(quote, window)
    if found is None or found.dest_end <= found.dest_start:
        return 0.0, start, stop
    first = window.rfind(" ", 0, found.dest_start + 1) + 1
    last = window.find(" ", found.dest_end - 1)
    passage = window[first : last if last >= 0 else None].strip(" ")
    begin = start + len(window[:first].encode("utf-8", "surrogatepass"))
    end = begin + len(passage.encode("utf-8", "surrogatepass"))
    return ratio(quote, passage) / 100, begin, end

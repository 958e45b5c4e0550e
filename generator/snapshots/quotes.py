"""Finding a quote in a source (evidence rule 1): in whole words, in order, within the source's own lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from generator.snapshots.around import Around, around
from generator.snapshots.closest import Passage, closest
from generator.snapshots.normal import words
from generator.snapshots.prepared import Place, Prepared, as_row

__all__ = ["Around", "Found", "NotFound", "Passage", "Place", "Prepared", "around", "find"]

PLACES_LIMIT = 50
"""More places than this are not looked for: a quote that stands so often says nothing."""

GAP = re.compile(r"\[\s{0,9}(?:…|\.\.\.|⋯)\s{0,9}\]")
"""The sign in a quote for words left out."""


@dataclass(frozen=True, slots=True)
class Found:
    """The places where the quote stands, in order: one, or several between which the caller must decide."""

    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class NotFound:
    """The quote does not stand in the source's own lines."""

    closest: Passage | None
    """The passage most like it."""
    elsewhere: int | None
    """The line of the same file where the quote does stand, outside the source's own lines."""


def find(prepared: Prepared, quote: str, prefix: str | None = None, suffix: str | None = None) -> Found | NotFound:
    """Look a quote up in a source.

    `[…]` in the quote skips words. `prefix` and `suffix` are the words right before and after it, and leave
    only the places where they stand there.
    """
    wanted = wanted_words(quote, prefix, suffix)
    if not wanted.parts:
        return NotFound(None, None)
    places = tuple(islice(_places(prepared, wanted), PLACES_LIMIT))
    if places:
        return Found(tuple(prepared.place(start, end) for start, end in places))
    return NotFound(closest(prepared, [word for part in wanted.parts for word in part]), _elsewhere(prepared, wanted))


@dataclass(frozen=True, slots=True)
class Wanted:
    """A quote as words in normal form."""

    parts: tuple[list[str], ...]
    """What stands between the gaps."""
    prefix: list[str]
    suffix: list[str]


def wanted_words(quote: str, prefix: str | None = None, suffix: str | None = None) -> Wanted:
    """A quote, cut at its gaps and normalised."""
    parts = tuple(part for part in map(words, GAP.split(quote)) if part)
    return Wanted(parts, words(prefix or ""), words(suffix or ""))


def _elsewhere(prepared: Prepared, wanted: Wanted) -> int | None:
    if not prepared.lines:
        return None
    whole = prepared.whole
    return next((whole.line(start) for start, _ in _places(whole, wanted)), None)


def _places(prepared: Prepared, wanted: Wanted) -> Iterator[tuple[int, int]]:
    """The stretches of the row where the quote stands, each as short as can be, from left to right."""
    searches = [_Search(prepared, part) for part in wanted.parts]
    searches[0].before = as_row(wanted.prefix) if wanted.prefix else b""
    searches[-1].after = as_row(wanted.suffix) if wanted.suffix else b""
    start = searches[0].next(0)
    while start is not None:
        starts = [start[0]]
        end = start[1]
        for search in searches[1:]:
            found = search.next(end)
            if found is None:
                return
            starts.append(found[0])
            end = found[1]
        following = searches[0].next(start[0] + 1)
        # "Japan […] Kyiv" stands once in "Japan and Japan in Kyiv": from the second Japan on.
        if len(searches) == 1 or following is None or not _fits(following, searches[1:], end):
            yield start[0], end
        start = following
    return


def _fits(first: tuple[int, int], searches: list["_Search"], end: int) -> bool:
    """Whether the quote, begun at `first`, still ends at the same place."""
    position = first[1]
    for search in searches:
        found = search.next(position)
        if found is None or found[1] > end:
            return False
        position = found[1]
    return True


class _Search:
    """One part of a quote, looked up in a row from left to right."""

    def __init__(self, prepared: Prepared, part: list[str]) -> None:
        self._prepared = prepared
        self._part = as_row(part)
        self.before = b""
        self.after = b""

    def next(self, offset: int) -> tuple[int, int] | None:
        """The next place where the part begins at or after an offset of the row."""
        row = self._prepared.row
        found = row.find(self._part, max(offset - 1, 0))
        while found >= 0:
            start, end = found + 1, found + len(self._part) - 1
            if self._stands(start, end):
                return start, end
            found = row.find(self._part, found + 1)
        return None

    def _stands(self, start: int, end: int) -> bool:
        row = self._prepared.row
        if not row.endswith(self.before, 0, start) or not row.startswith(self.after, end):
            return False
        return not self._prepared.cuts_word(start, end)

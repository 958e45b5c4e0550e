"""Finding a quote in a source (evidence rule 1): in whole words, in order, within the source's own lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from generator.snapshots.around import Around, around
from generator.snapshots.closest import Passage, closest
from generator.snapshots.normal import words
from generator.snapshots.prepared import Place, Prepared, as_row
from generator.snapshots.stretches import Search, stretches

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
    """The stretches of the row where the quote stands, from left to right."""
    last = len(wanted.parts) - 1
    return stretches(
        [
            _search(
                prepared,
                as_row(part),
                as_row(wanted.prefix) if wanted.prefix and number == 0 else b"",
                as_row(wanted.suffix) if wanted.suffix and number == last else b"",
            )
            for number, part in enumerate(wanted.parts)
        ]
    )


def _search(prepared: Prepared, part: bytes, before: bytes, after: bytes) -> Search:
    row = prepared.row

    def search(position: int) -> tuple[int, int] | None:
        found = row.find(part, max(position - 1, 0))
        while found >= 0:
            start, end = found + 1, found + len(part) - 1
            beside = row.endswith(before, 0, start) and row.startswith(after, end)
            if beside and not prepared.cuts_word(start, end):
                return start, end
            found = row.find(part, found + 1)
        return None

    return search

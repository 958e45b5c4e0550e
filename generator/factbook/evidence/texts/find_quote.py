"""Finding a quote in a source (evidence rule 1): in whole words, in order, within the source's own lines."""

import re
from collections.abc import Iterator
from itertools import islice

from factbook.evidence.texts.closest_passage import ClosestPassage, closest
from factbook.evidence.texts.gapped_quote import Search, stretches
from factbook.evidence.texts.normalize import closed_up, is_broken, words
from factbook.evidence.texts.search_index import Place, Prepared, as_row
from factbook.evidence.texts.sentence_context import Around, around
from factbook.runtime.frozen import frozen

__all__ = ["Around", "ClosestPassage", "Found", "NotFound", "Place", "Prepared", "around", "find"]

PLACES_LIMIT = 50
"""More places than this are not looked for: a quote that stands so often says nothing."""

TRIES_LIMIT = 2_000
"""After so many places in a row where the words are only parts of longer ones, the search ends."""

PARTS_LIMIT = 100
"""A quote with more gaps than this is not looked up: it is no quote."""

GAP = re.compile(r"\[\s{0,9}(?:…|\.\.\.|⋯)\s{0,9}\]")
"""The sign in a quote for words left out."""


@frozen
class Found:
    """The places where the quote stands, in order: one, or several between which the caller must decide."""

    places: tuple[Place, ...]


@frozen
class NotFound:
    """The quote does not stand in the source's own lines."""

    closest: ClosestPassage | None
    """The passage most like it."""
    elsewhere: int | None
    """The line of the same file where the quote does stand, outside the source's own lines."""


def find(prepared: Prepared, quote: str, prefix: str | None = None, suffix: str | None = None) -> Found | NotFound:
    """Look a quote up in a source.

    `[…]` in the quote skips words. `prefix` and `suffix` are the words right before and after it, and leave
    only the places where they stand there.
    """
    wanted = wanted_words(quote, prefix, suffix)
    if not 0 < len(wanted.parts) <= PARTS_LIMIT:
        return NotFound(None, None)
    if places := _found(prepared, wanted) or _found_closed_up(prepared, quote, prefix, suffix):
        return Found(places)
    return NotFound(closest(prepared, [word for part in wanted.parts for word in part]), _elsewhere(prepared, wanted))


@frozen
class Wanted:
    """A quote as words in normal form."""

    parts: tuple[list[str], ...]
    """What stands between the gaps."""
    prefix: list[str]
    suffix: list[str]

    def in_context(self) -> Iterator[tuple[list[str], list[str], list[str]]]:
        """Each part between what must stand right before it and right after it."""
        last = len(self.parts) - 1
        for number, part in enumerate(self.parts):
            yield self.prefix if number == 0 else [], part, self.suffix if number == last else []


def wanted_words(quote: str, prefix: str | None = None, suffix: str | None = None) -> Wanted:
    """A quote, cut at its gaps and normalised."""
    parts = tuple(part for part in map(words, GAP.split(quote) if "[" in quote else (quote,)) if part)
    return Wanted(parts, words(prefix) if prefix else [], words(suffix) if suffix else [])


def _found(prepared: Prepared, wanted: Wanted) -> tuple[Place, ...]:
    return tuple(prepared.place(start, end) for start, end in islice(_places(prepared, wanted), PLACES_LIMIT))


def _found_closed_up(prepared: Prepared, quote: str, prefix: str | None, suffix: str | None) -> tuple[Place, ...]:
    """Where the quote stands with a hyphen of its own at a line's end, which the text's words do not hold."""
    for closed in closed_up(quote):
        places = _found(prepared, wanted_words(closed, prefix, suffix))
        if broken := tuple(place for place in places if is_broken(place.words)):
            return broken
    return ()


def _elsewhere(prepared: Prepared, wanted: Wanted) -> int | None:
    if not prepared.lines:
        return None
    whole = prepared.whole
    return next((whole.line(start) for start, _ in _places(whole, wanted)), None)


def _places(prepared: Prepared, wanted: Wanted) -> Iterator[tuple[int, int]]:
    """The stretches of the row where the quote stands, from left to right."""
    return stretches([_search(prepared, *part) for part in wanted.in_context()])


def _search(prepared: Prepared, before: list[str], part: list[str], after: list[str]) -> Search:
    row, needle = prepared.row, as_row(before + part + after)
    lead = len(as_row(before)) - 1 if before else 0
    trail = len(as_row(after)) - 1 if after else 0

    def search(position: int) -> tuple[int, int] | None:
        found = row.find(needle, max(position - lead - 1, 0))
        for _ in range(TRIES_LIMIT):
            if found < 0:
                break
            start, end = found + 1 + lead, found + len(needle) - 1 - trail
            if not prepared.cuts_word(start, end):
                return start, end
            found = row.find(needle, found + 1)
        return None

    return search

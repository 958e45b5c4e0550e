"""Confirming a quote on a fingerprint, for want of the text (evidence rule 6)."""

from collections.abc import Iterator
from dataclasses import field
from itertools import islice
from math import ceil, log2

from factbook.evidence.fingerprints.file_format import Fingerprint
from factbook.evidence.fingerprints.windows import BITS, WINDOW, Windows
from factbook.evidence.texts.find_quote import PARTS_LIMIT, PLACES_LIMIT, TRIES_LIMIT, Wanted, wanted_words
from factbook.evidence.texts.gapped_quote import Search, stretches
from factbook.evidence.texts.normalize import closed_up
from factbook.runtime.frozen import frozen

Parts = tuple[tuple[int, int], ...]
Spans = tuple[tuple[int, int], ...]

DOUBT_BITS = 12
"""A quote that stands nowhere is confirmed by chance at most once in two to this power."""


@frozen
class Confirmed:
    """The quote stands in the text."""

    line: int
    also: tuple[int, ...] = ()
    """The lines of the other places where it stands, between which the caller must decide."""
    start: int = field(default=0, compare=False)
    """The number of its first word in the text, from 0."""
    end: int = field(default=0, compare=False)
    """The number of the word behind it."""


@frozen
class Refuted:
    """The quote does not stand in the source's own lines: this is certain."""

    reason: str
    """A sentence without its full stop."""
    elsewhere: int | None = None
    """The line of the same text where it does stand, outside the source's own lines."""


@frozen
class Unverifiable:
    """The quote, or a part of it, is too short for the fingerprint to tell."""

    reason: str
    """A sentence without its full stop."""
    words_needed: int
    """As many words, numbers and marks of punctuation are needed in each part of the quote."""


def confirm(
    fingerprint: Fingerprint,
    quote: str,
    parts: Parts = (),
    prefix: str | None = None,
    suffix: str | None = None,
) -> Confirmed | Refuted | Unverifiable:
    """Whether a quote stands in the parts of a text (lines from 1; none: anywhere) of which this is known.

    Prefix and suffix count as words of the quote, so a short quote can be confirmed with their help.
    """
    wanted = wanted_words(quote, prefix, suffix)
    rows, needed = _rows(wanted), words_needed(fingerprint, parts)
    if not rows:
        return Unverifiable("The quote holds no words", needed)
    if len(rows) > PARTS_LIMIT:
        return Unverifiable(f"The quote has more than {PARTS_LIMIT} parts", needed)
    found = tuple(islice(_stretches(fingerprint, wanted, _spans(fingerprint, parts)), PLACES_LIMIT))
    for closed in () if found else closed_up(quote):
        again = wanted_words(closed, prefix, suffix)
        if min(map(len, _rows(again))) >= needed:  # a hyphen at a line's end stands not in the text's words
            found = found or tuple(islice(_stretches(fingerprint, again, _spans(fingerprint, parts)), PLACES_LIMIT))
    if not found:
        return _refuted(fingerprint, wanted, parts)
    if reason := too_short(wanted, needed):
        return Unverifiable(reason, needed)
    first, *others = (fingerprint.lines.line(start) for start, _ in found)
    return Confirmed(first, tuple(others), *found[0])


def too_short(wanted: Wanted, needed: int) -> str:
    """Why a part of the quote cannot be told from chance; empty when each has the words that are needed."""
    short = min(_rows(wanted), key=len)
    if len(short) >= needed:
        return ""
    return f"“{' '.join(short)}” has {len(short)} words and marks; the fingerprint needs {needed}"


def words_needed(fingerprint: Fingerprint, parts: Parts = ()) -> int:
    """How many words (marks of punctuation count) a quote must have: more in a longer text.

    Each window that fits by chance has one chance in 2^BITS at each place, so the windows of a quote must
    outweigh the number of places by DOUBT_BITS. Two is the least: one alone could be a chance hit.
    """
    places = sum(stop - start for start, stop in _spans(fingerprint, parts))
    windows = ceil((log2(max(places, 1)) + DOUBT_BITS) / BITS)
    return max(windows, 2) + WINDOW - 1


def _spans(fingerprint: Fingerprint, parts: Parts) -> Spans:
    """The numbers of the first word of each part and of the word behind it."""
    lines = fingerprint.lines
    found = ((lines.first_word(first), lines.first_word(last + 1)) for first, last in parts)
    return tuple(found) if parts else ((0, lines.total),)


def _rows(wanted: Wanted) -> list[list[str]]:
    """The parts of the quote, with what must stand right before and after them."""
    return [before + part + after for before, part, after in wanted.in_context()]


def _stretches(fingerprint: Fingerprint, wanted: Wanted, spans: Spans) -> Iterator[tuple[int, int]]:
    """The stretches (numbers of words) where the windows of the quote stand; a part without any is passed over."""
    windows = Windows(fingerprint.sha256)
    searches = [
        _search(fingerprint, windows.of(before + part + after), (len(before), len(after)), spans)
        for before, part, after in wanted.in_context()
        if len(before) + len(part) + len(after) >= WINDOW
    ]
    return stretches(searches) if searches else iter([(spans[0][0], spans[-1][1])])


def _search(fingerprint: Fingerprint, needle: str, margins: tuple[int, int], spans: Spans) -> Search:
    hashes, before, after = fingerprint.hashes, *margins
    length = len(needle) // 2 + WINDOW - 1

    def search(position: int) -> tuple[int, int] | None:
        return next(filter(None, (within(position, span) for span in spans)), None)

    def within(position: int, span: tuple[int, int]) -> tuple[int, int] | None:
        at = hashes.find(needle, 2 * max(span[0], position - before, 0))
        for _ in range(TRIES_LIMIT):
            if at < 0 or at // 2 + length > span[1]:
                break
            start, end = at // 2 + before, at // 2 + length - after
            if at % 2 == 0 and not fingerprint.cuts_word(start, end):
                return start, end
            at = hashes.find(needle, at + 1)
        return None

    return search


def _refuted(fingerprint: Fingerprint, wanted: Wanted, parts: Parts) -> Refuted:
    if parts:
        whole = next(_stretches(fingerprint, wanted, _spans(fingerprint, ())), None)
        if whole and min(len(row) for row in _rows(wanted)) >= words_needed(fingerprint):
            line = fingerprint.lines.line(whole[0])
            return Refuted(f"The quote stands in line {line}, outside the source's own lines", line)
    return Refuted(_how_far(fingerprint, wanted, parts))


def _how_far(fingerprint: Fingerprint, wanted: Wanted, parts: Parts) -> str:
    """The longest beginning of the quote that does stand there, if it is long enough to tell."""
    spans, needed, part = _spans(fingerprint, parts), words_needed(fingerprint, parts), wanted.parts[0][:100]
    for length in range(len(part) - 1, needed - 1, -1):
        beginning = Wanted((part[:length],), [], [])
        if found := next(_stretches(fingerprint, beginning, spans), None):
            stands, line = " ".join(part[max(length - 6, 0) : length]), fingerprint.lines.line(found[1] - 1)
            return f"“{stands}” stands in line {line}, but “{part[length]}” does not follow it"
    return "These words do not stand in the text"

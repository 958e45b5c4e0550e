"""Confirming a quote on a fingerprint, for want of the text (evidence rule 6)."""

from collections.abc import Iterator
from itertools import islice
from math import ceil, log2

from factbook.evidence.fingerprints.file_format import Fingerprint
from factbook.evidence.fingerprints.windows import BITS, WINDOW, Windows
from factbook.evidence.texts.find_quote import PARTS_LIMIT, PLACES_LIMIT, TRIES_LIMIT, Wanted, wanted_words
from factbook.evidence.texts.gapped_quote import Search, stretches
from factbook.evidence.texts.normalize import closed_up
from factbook.runtime.frozen import frozen

DOUBT_BITS = 12
"""A quote that stands nowhere is confirmed by chance at most once in two to this power."""


@frozen
class Confirmed:
    """The quote stands in the text."""

    line: int
    also: tuple[int, ...] = ()
    """The lines of the other places where it stands, between which the caller must decide."""


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
    lines: tuple[int, int] | None = None,
    prefix: str | None = None,
    suffix: str | None = None,
) -> Confirmed | Refuted | Unverifiable:
    """Whether a quote stands in the lines of a text (from 1, both inside; None: anywhere) of which this is known.

    Prefix and suffix count as words of the quote, so a short quote can be confirmed with their help.
    """
    wanted = wanted_words(quote, prefix, suffix)
    rows, needed = _rows(wanted), words_needed(fingerprint, lines)
    if not rows:
        return Unverifiable("The quote holds no words", needed)
    if len(rows) > PARTS_LIMIT:
        return Unverifiable(f"The quote has more than {PARTS_LIMIT} parts", needed)
    found = tuple(islice(_stretches(fingerprint, wanted, _span(fingerprint, lines)), PLACES_LIMIT))
    for closed in () if found else closed_up(quote):
        again = wanted_words(closed, prefix, suffix)
        if min(map(len, _rows(again))) >= needed:  # a hyphen at a line's end stands not in the text's words
            found = found or tuple(islice(_stretches(fingerprint, again, _span(fingerprint, lines)), PLACES_LIMIT))
    if not found:
        return _refuted(fingerprint, wanted, lines)
    short = min(rows, key=len)
    if len(short) < needed:
        words = " ".join(short)
        return Unverifiable(f"“{words}” has {len(short)} words and marks; the fingerprint needs {needed}", needed)
    first, *others = (fingerprint.lines.line(start) for start, _ in found)
    return Confirmed(first, tuple(others))


def words_needed(fingerprint: Fingerprint, lines: tuple[int, int] | None = None) -> int:
    """How many words (marks of punctuation count) a quote must have: more in a longer text.

    Each window that fits by chance has one chance in 2^BITS at each place, so the windows of a quote must
    outweigh the number of places by DOUBT_BITS. Two is the least: one alone could be a chance hit.
    """
    start, stop = _span(fingerprint, lines)
    windows = ceil((log2(max(stop - start, 1)) + DOUBT_BITS) / BITS)
    return max(windows, 2) + WINDOW - 1


def _span(fingerprint: Fingerprint, lines: tuple[int, int] | None) -> tuple[int, int]:
    if lines is None:
        return 0, fingerprint.lines.total
    return fingerprint.lines.first_word(lines[0]), fingerprint.lines.first_word(lines[1] + 1)


def _rows(wanted: Wanted) -> list[list[str]]:
    """The parts of the quote, with what must stand right before and after them."""
    return [before + part + after for before, part, after in wanted.in_context()]


def _stretches(fingerprint: Fingerprint, wanted: Wanted, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The stretches (numbers of words) where the windows of the quote stand; a part without any is passed over."""
    windows = Windows(fingerprint.sha256)
    searches = [
        _search(fingerprint, windows.of(before + part + after), (len(before), len(after)), span)
        for before, part, after in wanted.in_context()
        if len(before) + len(part) + len(after) >= WINDOW
    ]
    return stretches(searches) if searches else iter([span])


def _search(fingerprint: Fingerprint, needle: str, margins: tuple[int, int], span: tuple[int, int]) -> Search:
    hashes, before, after = fingerprint.hashes, *margins
    length = len(needle) // 2 + WINDOW - 1

    def search(position: int) -> tuple[int, int] | None:
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


def _refuted(fingerprint: Fingerprint, wanted: Wanted, lines: tuple[int, int] | None) -> Refuted:
    if lines:
        whole = next(_stretches(fingerprint, wanted, _span(fingerprint, None)), None)
        if whole and min(len(row) for row in _rows(wanted)) >= words_needed(fingerprint):
            line = fingerprint.lines.line(whole[0])
            return Refuted(f"The quote stands in line {line}, outside the source's own lines", line)
    return Refuted(_how_far(fingerprint, wanted, lines))


def _how_far(fingerprint: Fingerprint, wanted: Wanted, lines: tuple[int, int] | None) -> str:
    """The longest beginning of the quote that does stand there, if it is long enough to tell."""
    span, needed, part = _span(fingerprint, lines), words_needed(fingerprint, lines), wanted.parts[0][:100]
    for length in range(len(part) - 1, needed - 1, -1):
        beginning = Wanted((part[:length],), [], [])
        if found := next(_stretches(fingerprint, beginning, span), None):
            stands, line = " ".join(part[max(length - 6, 0) : length]), fingerprint.lines.line(found[1] - 1)
            return f"“{stands}” stands in line {line}, but “{part[length]}” does not follow it"
    return "These words do not stand in the text"

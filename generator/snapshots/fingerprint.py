"""Fingerprints: what is committed in a text's place, enough to confirm a quote, and not the text (evidence rule 6).

How they are made stands in docs/reference/fingerprint.md, why so in docs/explanation/fingerprints.md.
"""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from generator.snapshots.confirm import Confirmed, Refuted, Unverifiable, confirm, words_needed
from generator.snapshots.fingerprint_file import Damaged, Fingerprint, LineRuns, parse, write
from generator.snapshots.normal import JOIN, marked_words
from generator.snapshots.pieces import pieces
from generator.snapshots.texts import Text
from generator.snapshots.windows import Windows

__all__ = [
    "Confirmed",
    "Damaged",
    "Differs",
    "Fingerprint",
    "Matches",
    "Refuted",
    "Unverifiable",
    "confirm",
    "make",
    "parse",
    "take",
    "verify",
    "words_needed",
]


@dataclass(frozen=True, slots=True)
class Matches:
    """The fingerprint is that of the text."""


@dataclass(frozen=True, slots=True)
class Differs:
    """The fingerprint is not that of the text."""

    reason: str
    """A sentence without its full stop."""


def make(text: Text) -> str:
    """The content of a text's fingerprint file."""
    return write(take(text))


def take(text: Text) -> Fingerprint:
    """A text's fingerprint. A text of any size is worked through in pieces."""
    lines, joins = LineRuns(), array("q")
    hashes = "".join(Windows(text.sha256).hashes(_rows(text, lines, joins)))
    return Fingerprint(text.name, text.sha256, text.size, lines, joins, hashes)


def verify(fingerprint: Fingerprint, text: Text) -> Matches | Differs:
    """Whether a fingerprint was made from this very text, to the bit."""
    if fingerprint.sha256 != text.sha256:
        sizes = "" if fingerprint.size == text.size else f" ({text.size} bytes instead of {fingerprint.size})"
        return Differs(f"The text is not the one that the fingerprint was made from{sizes}")
    made = take(text)
    if fingerprint == made:
        return Matches()
    if fingerprint.text != made.text:
        return Differs(f"The fingerprint was made for a text named {fingerprint.text}")
    return Differs("The fingerprint has the text's SHA-256, but was not made from its words")


def _rows(text: Text, lines: LineRuns, joins: "array[int]") -> Iterator[list[str]]:
    """The words of a text, piece by piece; the words in each line and the joins are added to what is given."""
    total = in_line = 0
    for piece in pieces(text):
        row: list[str] = []
        for number, part in enumerate(_lines(piece.raw)):
            if number:
                lines.add(in_line)
                in_line = 0
            marked = marked_words(part)
            if JOIN in marked:
                joins.extend(_without_joins(marked, total + len(row)))
            in_line += len(marked)
            row += marked
        total += len(row)
        yield row
    if in_line or not text.data.endswith(b"\n"):
        lines.add(in_line)


def _lines(raw: str) -> list[str]:
    return raw.split("\n")


def _without_joins(marked: list[str], before: int) -> list[int]:
    """Takes the joins out of a line of words; gives the numbers of the words that follow one."""
    places: list[int] = []
    kept: list[str] = []
    for word in marked:
        if word != JOIN:
            kept.append(word)
        elif not places or places[-1] != before + len(kept):
            places.append(before + len(kept))
    marked[:] = kept
    return places

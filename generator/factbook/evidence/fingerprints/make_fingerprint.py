"""Fingerprints: what is committed in a text's place, enough to confirm a quote, and not the text (evidence rule 6).

How they are made stands in docs/reference/fingerprint.md, why so in docs/explanation/fingerprints.md.
"""

from collections.abc import Iterator

from factbook.content.yaml import passage
from factbook.evidence.fingerprints.confirm import Confirmed, Refuted, Unverifiable, confirm, words_needed
from factbook.evidence.fingerprints.file_format import Damaged, Fingerprint, parse, write
from factbook.evidence.fingerprints.line_lengths import LineRuns
from factbook.evidence.fingerprints.windows import WINDOW, Windows
from factbook.evidence.texts.chunks import pieces
from factbook.evidence.texts.normalize import JOIN, is_broken, marked_words, tokens
from factbook.evidence.texts.normalize import joins as joins_of
from factbook.evidence.texts.store import Text
from factbook.runtime.frozen import frozen

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

_LONGEST = 80
"""Characters of a text that a message shows."""


@frozen
class Matches:
    """The fingerprint is that of the text."""


@frozen
class Differs:
    """The fingerprint is not that of the text."""

    reason: str
    """A sentence without its full stop."""


def make(text: Text) -> str:
    """The content of a text's fingerprint file."""
    return write(take(text))


def take(text: Text) -> Fingerprint:
    """A text's fingerprint. A text of any size is worked through in pieces."""
    lines, joins = LineRuns(), bytearray()
    hashes = "".join(Windows(text.sha256).hashes(_rows(text, lines, joins)))
    return Fingerprint(text.name, text.sha256, text.size, lines, bytes(joins), hashes)


def verify(fingerprint: Fingerprint, text: Text) -> Matches | Differs:
    """Whether a fingerprint was made from this very text, to the bit."""
    if fingerprint.sha256 != text.sha256:
        where = first_difference(fingerprint, text)
        return Differs(f"The text is not the one that the fingerprint was made from: {where}")
    made = take(text)
    if fingerprint == made:
        return Matches()
    if fingerprint.text != made.text:
        return Differs(f"The fingerprint was made for a text named {fingerprint.text}")
    return Differs("The fingerprint has the text's SHA-256, but was not made from its words")


def first_difference(fingerprint: Fingerprint, text: Text) -> str:
    """Where a text parts from the one that was fingerprinted, as the end of a sentence."""
    lines, windows, rest, seen = LineRuns(), Windows(fingerprint.sha256), list[str](), 0
    for found in _rows(text, lines, bytearray()):
        row = rest + found
        hashes = windows.of(row)
        recorded = fingerprint.hashes[seen : seen + len(hashes)]
        if hashes != recorded:
            same = next(at for at in range(0, len(hashes), 2) if hashes[at : at + 2] != recorded[at : at + 2])
            word = same // 2 + WINDOW - 1 if seen + same else 0
            there = passage(" ".join(row[word : word + 4]), _LONGEST)
            return f"they first differ in line {_line(seen // 2 + word, lines)}, at “{there}”"
        seen += len(hashes)
        rest = row[1 - WINDOW :]
    return "it goes on where this text ends" if seen < len(fingerprint.hashes) else "this text goes on where it ends"


def _line(word: int, lines: LineRuns) -> int:
    """The line of a word while the lines are still being counted."""
    return lines.line(word) if word < lines.total else lines.lines + 1


def _rows(text: Text, lines: LineRuns, joins: bytearray) -> Iterator[list[str]]:
    """The words of a text, piece by piece; the words in each line and the joins are added to what is given."""
    total = in_line = 0
    for piece in pieces(text):
        if piece.raw.isspace():
            if breaks := piece.raw.count("\n"):
                lines.add(in_line)
                lines.add(0, breaks - 1)
                in_line = 0
            continue
        row: list[str] = []
        for number, marked in enumerate(_marked_lines(piece.raw)):
            if number:
                lines.add(in_line)
                in_line = 0
            before = len(row)
            row += _unjoined(marked, total + before, joins)
            in_line += len(row) - before
        total += len(row)
        yield row
    if in_line or not text.data.endswith(b"\n"):
        lines.add(in_line)


def _marked_lines(raw: str) -> Iterator[list[str]]:
    """The words of each line, with `JOIN` between words that are one to a reader.

    A word that goes on in the next line belongs to the line where it begins.
    """
    if not is_broken(raw):
        yield from map(marked_words, raw.split("\n"))
        return
    row: list[str] = []
    joined, at = joins_of(raw), 0
    for word in tokens(raw):
        for _ in range(raw.count("\n", at, word.start)):
            yield row
            row = []
        at = word.start
        row += [JOIN, word.normal] if word.start in joined else [word.normal]
    for _ in range(raw.count("\n", at)):
        yield row
        row = []
    yield row


def _unjoined(marked: list[str], before: int, joins: bytearray) -> list[str]:
    """The words of a line without the joins between them, which are noted; `before` is the words before the line."""
    if JOIN not in marked:
        return marked
    words: list[str] = []
    for word in marked:
        if word == JOIN:
            at, bit = divmod(before + len(words), 8)
            joins += bytes(max(at + 1 - len(joins), 0))
            joins[at] |= 1 << bit
        else:
            words.append(word)
    return words

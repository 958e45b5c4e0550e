"""The file of a fingerprint, written and read (the format stands in docs/reference/fingerprint.md)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from itertools import groupby

from factbook.evidence.fingerprints.checksum import changed_byte, is_sealed, seal
from factbook.evidence.fingerprints.line_lengths import LineRuns
from factbook.evidence.fingerprints.windows import BITS, DIGITS, WINDOW
from factbook.evidence.texts.normalize import NORMALISATION
from factbook.runtime.frozen import frozen

VERSION = 1

_WIDTH = 76
_MOST = 1 << 32
_PLAIN_NUMBERS = re.compile(r"[0-9]{1,12}(?: [0-9]{1,12})*")
_ALL_DIGITS = re.compile(f"[{DIGITS}]*")


@frozen
class Damaged:
    """A file that is no fingerprint, or no longer the one that was written."""

    reason: str
    """What is wrong, as the end of a sentence that begins with the file's name."""
    line: int
    """From 1, as the column."""
    column: int


@frozen
class Fingerprint:
    """What is known of a text without having it."""

    text: str
    """The name of the text's file."""
    sha256: str
    """Of the text from its first word to its last, in hexadecimal."""
    size: int
    """Of the same, in bytes."""
    lines: LineRuns = field(repr=False)
    joins: bytes = field(repr=False)
    """One bit for each word, the first in the lowest bit of the first byte: whether a reader takes it for one
    with the word before. Zeros at the end may be missing."""
    hashes: str = field(repr=False)
    """The windows' hashes, two digits of base64 each, window by window."""

    def cuts_word(self, start: int, end: int) -> bool:
        """Whether words from one number to another begin or end inside what a reader takes for one word."""
        return self._joined(start) or self._joined(end)

    def _joined(self, word: int) -> bool:
        at, bit = divmod(word, 8)
        return at < len(self.joins) and bool(self.joins[at] >> bit & 1)


def write(fingerprint: Fingerprint) -> str:
    """The content of the file."""
    body = bytearray(
        f"factbook-fingerprint: {VERSION}\n"
        f"text: {fingerprint.text}\n"
        f"sha256: {fingerprint.sha256}\n"
        f"bytes: {fingerprint.size}\n"
        f"normalisation: {NORMALISATION}\n"
        f"window: {WINDOW}\n"
        f"bits: {BITS}\n"
        f"words: {fingerprint.lines.total}\n".encode()
    )
    for line in _filled(fingerprint.lines):
        body += line
    body += b"joins: %d\n" % sum(map(int.bit_count, fingerprint.joins))
    for line in _filled(_runs(_distances(fingerprint.joins))):
        body += line
    body += b"hashes: %d\n" % (len(fingerprint.hashes) // 2)
    for at in range(0, len(fingerprint.hashes), _WIDTH):
        body += fingerprint.hashes[at : at + _WIDTH].encode("ascii") + b"\n"
    body += seal(body)
    return body.decode("utf-8")


def parse(raw: bytes) -> Fingerprint | Damaged:
    """A fingerprint from its file, or what is wrong with it and where."""
    try:
        content = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _damaged(raw, error.start, "holds a byte that no fingerprint has")
    if "\r" in content:
        return _damaged(raw, raw.index(b"\r"), "was saved with other line ends; git must not convert them")
    if not is_sealed(raw):
        at = changed_byte(raw)
        if at is not None:
            return _damaged(raw, at, "was changed: this character is not the one that was written")
    try:
        fingerprint = _read(_Lines(content))
    except _MisfitError as misfit:
        return Damaged(misfit.reason, misfit.line, misfit.column)
    return fingerprint if is_sealed(raw) else Damaged("was changed in more than one place", 1, 1)


def _damaged(raw: bytes, at: int, reason: str) -> Damaged:
    before = raw[:at].decode("utf-8", "ignore")
    return Damaged(reason, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _filled(numbers: Iterable[str]) -> Iterator[bytes]:
    """Numbers in lines of bounded width."""
    line = ""
    for number in numbers:
        if line and len(line) + 1 + len(number) > _WIDTH:
            yield f"{line}\n".encode("ascii")
            line = ""
        line += f" {number}" if line else number
    if line:
        yield f"{line}\n".encode("ascii")


def _distances(joins: bytes) -> Iterator[int]:
    """How far each word with its bit set is from the one before (the first: from word 0)."""
    last = 0
    for at, byte in enumerate(joins):
        if byte:
            for bit in range(8):
                if byte >> bit & 1:
                    yield 8 * at + bit - last
                    last = 8 * at + bit


def _runs(numbers: Iterable[int]) -> Iterator[str]:
    """Equal numbers in a row as one: `1*3`."""
    for number, run in groupby(numbers):
        times = sum(1 for _ in run)
        yield str(number) if times == 1 else f"{number}*{times}"


class _MisfitError(Exception):
    """A line that does not stand where a fingerprint has it; caught in this module."""

    def __init__(self, reason: str, line: int, column: int = 1) -> None:
        super().__init__(reason)
        self.reason, self.line, self.column = reason, line, column


class _Lines:
    """The lines of a file, taken one by one."""

    def __init__(self, content: str) -> None:
        self._lines = iter(content.split("\n"))
        self.number = 0

    def next(self) -> str:
        self.number += 1
        return next(self._lines, "")

    def value(self, key: str) -> str:
        """The value in the next line, which must have this key."""
        found, colon, value = self.next().partition(": ")
        if found != key or not colon:
            raise _MisfitError(f"is not a whole fingerprint: here stands no '{key}:'", self.number)
        return value

    def count(self, key: str) -> int:
        """A number in the next line."""
        return self.integer(self.value(key), len(key) + 3)

    def integer(self, digits: str, column: int = 1) -> int:
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 12):
            raise _MisfitError("is not a whole fingerprint: here stands no number", self.number, column)
        return int(digits)

    def pairs(self, key: str) -> Iterator[tuple[int, int]]:
        """The numbers up to the line with this key, each with how many times it stands in a row."""
        for line in self.until(key):
            if _PLAIN_NUMBERS.fullmatch(line):
                yield from ((int(number), 1) for number in line.split(" "))
                continue
            column = 1
            for run in line.split(" "):
                number, sign, times = run.partition("*")
                yield self.integer(number, column), self.integer(times, column) if sign else 1
                column += len(run) + 1

    def until(self, key: str) -> Iterator[str]:
        """The lines up to the one with this key, which is left for `value`."""
        for line in self._lines:
            self.number += 1
            if line.startswith(key + ":"):
                self._lines = _chained(line, self._lines)
                self.number -= 1
                return
            yield line


def _chained(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _read(lines: _Lines) -> Fingerprint:
    expected = {"factbook-fingerprint": VERSION, "normalisation": NORMALISATION, "window": WINDOW, "bits": BITS}
    _expect(lines, "factbook-fingerprint", expected)
    text, sha256, size = lines.value("text"), lines.value("sha256"), lines.count("bytes")
    if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
        raise _MisfitError("is not a whole fingerprint: here stands no SHA-256", lines.number, 9)
    for key in ("normalisation", "window", "bits"):
        _expect(lines, key, expected)
    total = lines.count("words")
    if total > size:
        raise _MisfitError("is not a whole fingerprint: no text has more words than bytes", lines.number, 8)
    runs = _read_runs(lines)
    joins_count = lines.count("joins")
    joins = _read_joins(lines, total)
    hashes_count = lines.count("hashes")
    hashes = _read_hashes(lines)
    found = (runs.total, sum(map(int.bit_count, joins)), len(hashes), hashes_count)
    if found != (total, joins_count, 2 * hashes_count, max(total - WINDOW + 1, 0)):
        raise _MisfitError("is not a whole fingerprint: it holds fewer or more numbers than it says", lines.number)
    return Fingerprint(text, sha256, size, runs, joins, hashes)


def _expect(lines: _Lines, key: str, expected: dict[str, int]) -> None:
    found = lines.count(key)
    if found != expected[key]:
        reason = f"says '{key}: {found}', and this version of Factbook reads only {expected[key]}"
        raise _MisfitError(reason, lines.number, len(key) + 3)


def _read_runs(lines: _Lines) -> LineRuns:
    runs = LineRuns()
    for words, times in lines.pairs("joins"):
        runs.add(words, times)
        if runs.total > _MOST or runs.lines > _MOST:
            raise _MisfitError("is not a whole fingerprint: no text has so many words or lines", lines.number)
    return runs


def _read_joins(lines: _Lines, total: int) -> bytes:
    joins, join = bytearray(), 0
    for distance, times in lines.pairs("hashes"):
        for _ in range(times):
            join += distance
            if join >= total:
                raise _MisfitError("is not a whole fingerprint: it joins words that are not there", lines.number)
            joins += bytes(join // 8 + 1 - len(joins))
            joins[join // 8] |= 1 << join % 8
    return bytes(joins)


def _read_hashes(lines: _Lines) -> str:
    parts = []
    for line in lines.until("seal"):
        if not _ALL_DIGITS.fullmatch(line):
            wrong = next(at for at, digit in enumerate(line, 1) if digit not in DIGITS)
            raise _MisfitError("is not a whole fingerprint: here stands no digit of a hash", lines.number, wrong)
        parts.append(line)
    return "".join(parts)

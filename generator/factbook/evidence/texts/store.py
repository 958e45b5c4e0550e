"""Reading the sources' texts and fingerprints: a name goes in, a text or the reason why there is none comes out."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import field, replace
from hashlib import sha256
from pathlib import Path

from factbook.evidence.fingerprints.file_format import Damaged, Fingerprint, parse
from factbook.runtime.frozen import frozen

SIZE_LIMIT = 64 * 1024 * 1024
"""The largest file that is read, in bytes; a text of a source is some kilobytes."""

FINGERPRINT_SUFFIX = ".fingerprint"
CONTEXT_SUFFIX = ".context"

_BOM = b"\xef\xbb\xbf"
_BLOCK = 1 << 18
_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Without O_NONBLOCK, opening a named pipe waits for ever."""


@frozen
class Text:
    """A source's text as it was captured."""

    name: str
    """The file's name in the folder of snapshots, in the normal form NFC."""
    sha256: str
    """Of the text from its first word to its last, with line feeds as line ends, in hexadecimal."""
    size: int
    """Of the same, in bytes."""
    data: bytes = field(repr=False)
    """The text in UTF-8, without byte order mark, with line feeds as line ends, without white space at its end."""
    line_count: int = 1
    """How many lines the file has."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines, without their ends, as an editor counts them: the first is line 1."""
        return tuple(self.raw.removesuffix("\n").split("\n"))

    @property
    def raw(self) -> str:
        """The whole text as one string."""
        return self.data.decode("utf-8")

    def blocks(self, start: int = 0, end: int | None = None) -> Iterator[str]:
        """The bytes from `start` to `end`, decoded in blocks, so that a large text is never held twice."""
        end = len(self.data) if end is None else end
        while start < end:
            stop = min(start + _BLOCK, end)
            while stop < end and self.data[stop] & 0xC0 == 0x80:  # never inside a character
                stop += 1
            yield self.data[start:stop].decode("utf-8")
            start = stop


@frozen
class Unreadable:
    """A text that is there and cannot be used."""

    name: str
    reason: str
    """What is wrong, as the end of a sentence that begins with the file's name."""
    offset: int | None = None
    """The byte where it goes wrong, from 0, if that can be said."""
    line: int | None = None
    """The line of that byte, from 1."""


class Snapshots:
    """The folders where texts and fingerprints lie; each file is read once."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        """Take the folders in the order in which they are searched; one that is missing is passed over."""
        self.folders = folders
        self._texts: dict[str, Text | Unreadable | None] = {}
        self._fingerprints: dict[str, Fingerprint | Damaged | None] = {}
        self._records: dict[str, str | None] = {}

    def text(self, name: str) -> Text | Unreadable | None:
        """The text of that name from the first folder that has it; None when no folder has."""
        if name not in self._texts:
            data = _read(self.folders, name)
            text = as_text(name, data) if isinstance(data, bytes) else data
            self._texts[name] = _aligned(text, self.fingerprint(name)) if isinstance(text, Text) else text
        return self._texts[name]

    def fingerprint(self, name: str) -> Fingerprint | Damaged | None:
        """The fingerprint of the text of that name; None when no folder has one."""
        if name not in self._fingerprints:
            data = _read(self.folders, name + FINGERPRINT_SUFFIX)
            self._fingerprints[name] = _as_fingerprint(data) if data is not None else None
        return self._fingerprints[name]

    def context(self, name: str) -> str | None:
        """The content of the context's file of that name; None when no folder has one that can be read."""
        if name not in self._records:
            data = _read(self.folders, name + CONTEXT_SUFFIX)
            self._records[name] = data.decode("utf-8", "replace") if isinstance(data, bytes) else None
        return self._records[name]


def as_text(name: str, data: bytes) -> Text | Unreadable:
    """A file's bytes as a text, or the first byte that no UTF-8 text holds."""
    if wide := _wide_encoding(data):
        return Unreadable(name, f"is {wide}, not UTF-8; save it as UTF-8", 0, 1)
    if (nul := data.find(b"\0")) >= 0:
        reason = "holds a NUL byte, so it is not plain text in UTF-8"
        return Unreadable(name, reason, nul, data.count(b"\n", 0, nul) + 1)
    at = _first_wrong_byte(data)
    if at is None:
        return _laid_out(unicodedata.normalize("NFC", name), data)
    reason = f"is not UTF-8: byte 0x{data[at]:02X} at offset {at} is part of no character; save it as UTF-8"
    return Unreadable(name, reason, at, data.count(b"\n", 0, at) + 1)


def _laid_out(name: str, data: bytes) -> Text:
    """The text of a file: two that differ in line ends, mark or outer white space alone are the same text."""
    plain = data.removeprefix(_BOM).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    ended = plain.rstrip()
    body = ended.lstrip()
    lines = max(plain.count(b"\n") + (not plain.endswith(b"\n")), 1)
    return Text(name, sha256(body).hexdigest(), len(body), ended, lines)


def _aligned(text: Text, fingerprint: Fingerprint | Damaged | None) -> Text:
    """The text with as many blank lines before it as where it was fingerprinted, so that all count the same lines."""
    if not isinstance(fingerprint, Fingerprint) or fingerprint.sha256 != text.sha256 or not fingerprint.lines.total:
        return text
    body = text.data.lstrip()
    more = fingerprint.lines.line(0) - 1 - text.data.count(b"\n", 0, len(text.data) - len(body))
    if not more:
        return text
    return replace(text, data=b"\n" * (fingerprint.lines.line(0) - 1) + body, line_count=text.line_count + more)


def _wide_encoding(data: bytes) -> str | None:
    if data[:4] in (b"\xff\xfe\0\0", b"\0\0\xfe\xff"):
        return "UTF-32"
    return "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else None


def _first_wrong_byte(data: bytes) -> int | None:
    start = 0
    while start < len(data):
        stop = min(start + _BLOCK, len(data))
        # A character is four bytes at most: a fifth one of its kind is an error that decoding reports.
        for _ in range(4):
            if stop < len(data) and data[stop] & 0xC0 == 0x80:
                stop += 1
        try:
            data[start:stop].decode("utf-8")
        except UnicodeDecodeError as error:
            return start + error.start
        start = stop
    return None


def _read(folders: tuple[Path, ...], name: str) -> bytes | Unreadable | None:
    if reason := _unfit_name(name):
        return Unreadable(name, reason)
    for folder in folders:
        try:
            return _read_file(folder, _name_there(folder, name))
        except (FileNotFoundError, NotADirectoryError):
            continue
        except (OSError, RuntimeError) as error:  # before Python 3.13 a loop of links is a RuntimeError
            return Unreadable(name, f"cannot be read: {_reason(error)}")
    return None


def _name_there(folder: Path, name: str) -> str:
    """The name as the folder spells it: some systems store "é" as two characters."""
    if name.isascii() or (folder / name).exists():
        return name
    meant = unicodedata.normalize("NFC", name)
    return next((one for one in os.listdir(folder) if unicodedata.normalize("NFC", one) == meant), name)


def _reason(error: OSError | RuntimeError) -> str:
    return str(getattr(error, "strerror", None) or "it is a link to itself").lower()


def _unfit_name(name: str) -> str | None:
    if any(mark in name for mark in "/\\\0") or name in ("", ".", ".."):
        return "is not the name of a file in the snapshots folder; it holds no folders and no '..'"
    if any(mark < " " for mark in name):
        return "is not a name for a text: it holds control characters"
    try:
        long = len(name.encode("utf-8")) > 240
    except UnicodeEncodeError:
        return "is not a name that a file can have"
    return "is longer than a file's name can be" if long else None


def _read_file(folder: Path, name: str) -> bytes | Unreadable:
    number = _opened_here(folder, name)
    if number is None:
        real = (folder / name).resolve(strict=True)
        if not real.is_relative_to(folder.resolve()):
            return Unreadable(name, "is a link that leads out of the snapshots folder")
        number = os.open(real, _READING)
    try:
        status = os.fstat(number)
        if not stat.S_ISREG(status.st_mode):
            return Unreadable(name, "is not an ordinary file")
        data = _whole(number, status.st_size)
    finally:
        os.close(number)
    if len(data) > SIZE_LIMIT:
        return Unreadable(name, f"is larger than {SIZE_LIMIT // (1024 * 1024)} MiB")
    return data


def _whole(number: int, size: int) -> bytes:
    """All bytes of an open file of about this size; a few more than are allowed, when it is too large."""
    data = os.read(number, min(size, SIZE_LIMIT) + 1)
    if len(data) == size:
        return data
    parts, read = [data], len(data)
    while read <= SIZE_LIMIT and (more := os.read(number, _BLOCK)):
        parts.append(more)
        read += len(more)
    return b"".join(parts)


def _opened_here(folder: Path, name: str) -> int | None:
    """A file that is no link, which is then inside the folder; None for whatever else is there."""
    if not hasattr(os, "O_NOFOLLOW"):
        return None
    try:
        return os.open(f"{folder}{os.sep}{name}", _READING | os.O_NOFOLLOW)
    except FileNotFoundError:
        raise
    except OSError:
        return None


def _as_fingerprint(data: bytes | Unreadable) -> Fingerprint | Damaged:
    return Damaged(data.reason, 1, 1) if isinstance(data, Unreadable) else parse(data)

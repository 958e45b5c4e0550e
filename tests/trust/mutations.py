"""Seeded damage to valid files: the same seed gives the same file, so that a finding can be repeated."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ODDITIES = (
    "\u202e", "\u2066", "\u2069", "\u200b", "\u200c", "\u200d", "\u200e", "\ufeff", "\u00ad", "\u00a0", "\u2028",
    "\u0000", "\u001b[31m", "\u0007", "\u0085", "\ufffd", "\ufffe", "\U000e0041", "\U0001f468\u200d\U0001f469",
    "e\u0301\u0301\u0301", "\u0130", "\u1e9e", "\ufb01", "\u0660", "\u0967", "\u3007", "\u2460", "½", "−", "％",
)  # fmt: skip
HUGE = ("9" * 400, "a" * 70_000, "ā" * 5_000, "[" * 3_000, "{" * 3_000, "- " * 3_000, "\n" * 3_000, "1." * 2_000)
SIGNS = (":", "- ", "#", "&a", "*a", "!!int ", "!x ", "%", "@", "`", "|", ">", "'", '"', "[", "]", "{", "}", ",", "?",
         "<<: ", "---\n", "...\n", "\t", "~", "null", "true", "NO", "2026-02-30", "12:30", "0x1F", "1e400", ".inf")  # fmt: skip
KEY = re.compile(r"^([ -]*)([a-z_]+):(?=[ \n])", re.M)
VALUE = re.compile(r"(?<=: )([^\n{\[][^\n]*)$", re.M)


@dataclass(frozen=True, slots=True)
class Case:
    """One file of the site, damaged."""

    name: str
    path: str
    data: bytes


def mutation(files: dict[str, bytes], seed: int) -> Case:
    """One file of `files` with one to three kinds of damage."""
    chance = random.Random(seed)
    path = chance.choice(sorted(files))
    data, done = files[path], []
    for _ in range(chance.choice((1, 1, 2, 3))):
        kind = chance.choice(KINDS)
        data = kind(data, chance)
        done.append(kind.__name__.strip("_"))
    return Case(f"seed {seed}: {' + '.join(done)} in {path}", path, data)


def content_files(root: Path) -> dict[str, bytes]:
    """Every file below `root` that somebody writes by hand, fingerprints included."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and "site" not in path.relative_to(root).parts[:1]
    }


def _bytes_flipped(data: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        if spoilt:
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def _bits_flipped(data: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    if spoilt:
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def _cut(data: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(data))
    return data[:start] + data[start + chance.randint(0, 200) :]


def _truncated(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _line_gone(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    del lines[chance.randrange(len(lines))]
    return b"\n".join(lines)


def _line_twice(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    return b"\n".join([*lines[: at + 1], *lines[at : at + 1] * chance.choice((1, 1, 50)), *lines[at + 1 :]])


def _line_moved(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randint(0, len(lines)), line)
    return b"\n".join(lines)


def _indented(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    lines[at] = chance.choice((b" ", b"  ", b"\t", b"- ")) + lines[at]
    return b"\n".join(lines)


def _key_renamed(data: bytes, chance: random.Random) -> bytes:
    keys = ("id", "statement", "title", "citations", "date", "Id", "stat\u0435ment", "", '"\\x69d"', "null", "1", "?")
    return _replaced(KEY, data, chance, lambda old: f"{old[1]}{chance.choice(keys)}:")


def _type_changed(data: bytes, chance: random.Random) -> bytes:
    values = ("[]", "{}", "[[a]]", "{a: b}", "[a, {b: [c]}]", "~", '""', "|\n", "1", "true", "2024-13-01", "[null]")
    return _replaced(VALUE, data, chance, lambda old: chance.choice(values))


def _value_huge(data: bytes, chance: random.Random) -> bytes:
    return _replaced(VALUE, data, chance, lambda old: chance.choice(HUGE))


def _value_swapped(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", "surrogateescape")
    others = [found[1] for found in VALUE.finditer(text)] or ["x"]
    return _replaced(VALUE, data, chance, lambda old: chance.choice(others))


def _oddity_inserted(data: bytes, chance: random.Random) -> bytes:
    return _inserted(data, chance, chance.choice(ODDITIES))


def _sign_inserted(data: bytes, chance: random.Random) -> bytes:
    return _inserted(data, chance, chance.choice(SIGNS))


def _encoded_otherwise(data: bytes, chance: random.Random) -> bytes:
    name = chance.choice(("utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "utf-7", "shift_jis", "utf-8-sig"))
    return data.decode("utf-8", "replace").encode(name, "replace")


def _ends_of_lines(data: bytes, chance: random.Random) -> bytes:
    return data.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\r", "\u0085".encode(), "\u2028".encode())))


def _repeated(data: bytes, chance: random.Random) -> bytes:
    return data * chance.choice((2, 3, 40))


def _inserted(data: bytes, chance: random.Random, what: str) -> bytes:
    text = data.decode("utf-8", "surrogateescape")
    at = chance.randint(0, len(text))
    return (text[:at] + what + text[at:]).encode("utf-8", "surrogateescape")


def _replaced(
    pattern: re.Pattern[str], data: bytes, chance: random.Random, new: Callable[[re.Match[str]], str]
) -> bytes:
    text = data.decode("utf-8", "surrogateescape")
    found = list(pattern.finditer(text))
    if not found:
        return data
    match = chance.choice(found)
    return (text[: match.start()] + new(match) + text[match.end() :]).encode("utf-8", "surrogateescape")


KINDS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _bytes_flipped, _bits_flipped, _cut, _truncated, _line_gone, _line_twice, _line_moved, _indented, _key_renamed,
    _type_changed, _value_huge, _value_swapped, _oddity_inserted, _oddity_inserted, _sign_inserted, _sign_inserted,
    _encoded_otherwise, _ends_of_lines, _repeated,
)  # fmt: skip

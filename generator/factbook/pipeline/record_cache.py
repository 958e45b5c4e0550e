"""Ground: the records of files that have not changed, kept between runs; only speed depends on it.

An entry is found by the file's path and the SHA-256 of its bytes, and all entries are dropped when the code
that reads files has changed: no clock is asked. Files with anything wrong are not kept.
"""

from __future__ import annotations

import hashlib
from array import array
from typing import TYPE_CHECKING, Any

from factbook.content.model import Record
from factbook.content.yaml import OFFSET, PARSER, Tree
from factbook.runtime import disk_cache
from factbook.runtime.code_version import code_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from factbook.diagnostics.types import Diagnostic

File = tuple[str, bytes]
"""A path, relative to the site with forward slashes, and the file's bytes."""
Loaded = tuple[tuple[Record, ...], tuple["Diagnostic", ...]]

_FEWEST = 40
"""Fewer files are read faster than a cache."""
_MOST_SITES = 16
"""Sites whose records are kept; the oldest go first."""
_CODE = (
    "content/yaml",
    "content/content_files.py",
    "content/load.py",
    "content/guess_kind.py",
    "content/schema",
    "content/model",
    "pipeline/record_cache.py",
    "content/dates.py",
    "diagnostics/types.py",
    "diagnostics/suggest.py",
)
"""What decides how a file is read."""
_Entry = tuple[bytes, bytes, tuple[tuple[Any, ...], ...]]
"""Digest of the file, starts of its lines, its records as plain values."""


class Cache:
    """The records of one site's files."""

    def __init__(self, root: Path, on_progress: Callable[[str], None]) -> None:
        """`root` is the site's folder. `on_progress` hears that a cache could not be read."""
        self._path = disk_cache.path_for("records", root)
        self._on_progress = on_progress
        self._entries: dict[str, _Entry] = {}

    def read(self, files: Sequence[File], parse: Callable[[Sequence[File]], Iterable[Loaded]]) -> list[Loaded]:
        """The records of each file, in order: kept ones where the bytes are the same, else as `parse` reads them."""
        if len(files) < _FEWEST:
            return list(parse(files))
        known = self._read()
        digests = [hashlib.sha256(data).digest() for _, data in files]
        before = [known.get(path) for path, _ in files]
        fresh = [
            file
            for file, digest, entry in zip(files, digests, before, strict=True)
            if not entry or entry[0] != digest
        ]
        parsed = iter(parse(fresh))
        found = [
            _loaded(path, entry) if entry and entry[0] == digest else next(parsed)
            for (path, _), digest, entry in zip(files, digests, before, strict=True)
        ]
        if fresh or len(known) > len(files):
            self._write(files, digests, found, known)
        return found

    def _read(self) -> dict[str, _Entry]:
        try:
            return disk_cache.load(self._path, _version()) or {}
        except disk_cache.CorruptEntry:
            self._on_progress("The records kept from the last run cannot be read; all files are read again")
            return {}

    def _write(
        self, files: Sequence[File], digests: list[bytes], found: list[Loaded], known: dict[str, _Entry]
    ) -> None:
        entries = {}
        for (path, _), digest, loaded in zip(files, digests, found, strict=True):
            entry = known.get(path)
            if entry is None or entry[0] != digest:
                entry = _entry(digest, loaded)
            if entry is not None:
                entries[path] = entry
        disk_cache.store(self._path, _version(), entries, most=_MOST_SITES)


def _entry(digest: bytes, loaded: Loaded) -> _Entry | None:
    records, problems = loaded
    if problems or not records:
        return None
    plain = tuple((r.kind, r.id, r.tree.value, r.tree.marks.tobytes()) for r in records)
    return digest, records[0].tree.lines.tobytes(), plain


def _loaded(path: str, entry: _Entry) -> Loaded:
    _, lines, plain = entry
    starts = array(OFFSET, lines)
    return tuple(
        Record(kind, id, Tree(path, value, array(OFFSET, marks), starts)) for kind, id, value, marks in plain
    ), ()


def _version() -> bytes:
    """Changes with the code that reads files, with PyYAML and with Python."""
    return code_version(*_CODE) + PARSER.encode() + b"\n"

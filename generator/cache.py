"""Ground: the records of files that have not changed, kept between runs; only speed depends on it.

An entry is found by the file's path and the SHA-256 of its bytes, and all entries are dropped when the code
that reads files has changed: no clock is asked. Files with anything wrong are not kept. The cache lies in the
user's own folder and not in the site's, which strangers write to: whoever could write the cache could have
another content checked than the one that is there.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
import sys
import tempfile
from array import array
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.marked_yaml import Tree
from generator.model import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.diagnostics import Diagnostic

File = tuple[str, bytes]
"""A path, relative to the site with forward slashes, and the file's bytes."""
Loaded = tuple[tuple[Record, ...], tuple["Diagnostic", ...]]

_FEWEST = 40
"""Fewer files are read faster than a cache."""
_MOST_SITES = 16
"""Sites whose records are kept; the oldest go first."""
_CODE = ("marked_yaml", "load", "vocabulary", "model", "cache.py", "dates.py", "diagnostics.py", "suggest.py")
"""What decides how a file is read."""
_Entry = tuple[bytes, bytes, tuple[tuple[Any, ...], ...]]
"""Digest of the file, starts of its lines, its records as plain values."""


def user_cache() -> Path:
    """The folder of the user's own caches (XDG base directories)."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


class Cache:
    """The records of one site's files."""

    def __init__(self, root: Path, tell: Callable[[str], None]) -> None:
        """`root` is the site's folder. `tell` hears that a cache could not be read."""
        name = hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:24]
        self._path = user_cache() / "factbook" / "records" / name
        self._tell = tell
        self._entries: dict[str, _Entry] = {}

    def read(self, files: Sequence[File], parse: Callable[[Sequence[File]], Iterable[Loaded]]) -> list[Loaded]:
        """The records of each file, in order: kept ones where the bytes are the same, else as `parse` reads them."""
        if len(files) < _FEWEST:
            return list(parse(files))
        known = self._read()
        digests = [hashlib.sha256(data).digest() for _, data in files]
        kept = [known.get(path) for path, _ in files]
        fresh = [
            file for file, digest, entry in zip(files, digests, kept, strict=True) if not entry or entry[0] != digest
        ]
        parsed = iter(parse(fresh))
        found = [
            _loaded(path, entry) if entry and entry[0] == digest else next(parsed)
            for (path, _), digest, entry in zip(files, digests, kept, strict=True)
        ]
        if fresh or len(known) > len(files):
            self._write(files, digests, found, known)
        return found

    def _read(self) -> dict[str, _Entry]:
        try:
            data = self._path.read_bytes()
        except OSError:
            return {}
        head = _code_version()
        if not data.startswith(head):
            return {}
        seal, body = data[len(head) : len(head) + 32], data[len(head) + 32 :]
        try:
            if hashlib.sha256(body).digest() != seal:
                raise ValueError
            found: dict[str, _Entry] = marshal.loads(body)
        except (ValueError, EOFError, TypeError):
            self._tell("The records kept from the last run cannot be read; all files are read again")
            return {}
        return found

    def _write(
        self, files: Sequence[File], digests: list[bytes], found: list[Loaded], known: dict[str, _Entry]
    ) -> None:
        """A cache that cannot be written is as good as none."""
        entries = {}
        for (path, _), digest, loaded in zip(files, digests, found, strict=True):
            entry = known.get(path)
            if entry is None or entry[0] != digest:
                entry = _entry(digest, loaded)
            if entry is not None:
                entries[path] = entry
        body = marshal.dumps(entries)
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=self._path.parent) as folder:
                Path(folder, "new").write_bytes(_code_version() + hashlib.sha256(body).digest() + body)
                os.replace(f"{folder}/new", self._path)
            self._forget_old_sites()

    def _forget_old_sites(self) -> None:
        kept = [entry for entry in os.scandir(self._path.parent) if entry.is_file()]
        for entry in sorted(kept, key=lambda entry: entry.stat().st_mtime, reverse=True)[_MOST_SITES:]:
            os.unlink(entry.path)


def _entry(digest: bytes, loaded: Loaded) -> _Entry | None:
    records, problems = loaded
    if problems or not records:
        return None
    plain = tuple((r.kind, r.id, r.tree.value, r.tree.marks.tobytes()) for r in records)
    return digest, records[0].tree.lines.tobytes(), plain


def _loaded(path: str, entry: _Entry) -> Loaded:
    _, lines, plain = entry
    starts = array("q", lines)
    return tuple(
        Record(kind, id, Tree(path, value, array("q", marks), starts)) for kind, id, value, marks in plain
    ), ()


@lru_cache(maxsize=1)
def _code_version() -> bytes:
    """Changes with the code that reads files, with PyYAML and with Python."""
    here = Path(__file__).parent
    found = hashlib.sha256(f"{sys.version} {sys.byteorder} {version('pyyaml')}".encode())
    for name in _CODE:
        place = here / name
        for file in sorted(place.iterdir()) if place.is_dir() else [place]:
            if file.suffix in (".py", ".yaml"):
                found.update(file.read_bytes())
    return b"factbook" + found.digest()

"""Host: the site's files as they are written, and those that come with the theme."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from pathlib import Path

from factbook.site.artifacts import Pieces

File = tuple[str, bytes | Callable[[], bytes] | Pieces]
"""A path in the site, and the bytes or what makes them."""

_MODE = 0o644
_AT_ONCE = 1 << 20
"""Bytes that are written or compared at once."""


class SiteWriter:
    """A folder that will hold what is written into it and nothing else, whatever it held before.

    Files that are there already with the same bytes are left alone.
    """

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self._stale = dict(_sizes(self._root, ""))
        self.written: set[str] = set()
        """The paths of all files that are to stay."""
        self._folders = {"", *(folder for path in self._stale for folder in _above(path))}

    def part(self) -> SiteWriter:
        """One that writes into the same folder and keeps a list of its own, for another process to tell."""
        own = copy(self)
        own.written = set()
        return own

    def write(self, path: str, data: bytes) -> None:
        """Write a file; raises FileExistsError for a second one of the same name, OSError as the disk does."""
        full, size = self._begun(path)
        if size == len(data) and _has(full, (data,)):
            return
        if size is not None:
            os.unlink(full)
        _create(full, (data,))

    def write_pieces(self, path: str, pieces: Pieces) -> None:
        """The same for bytes that are made piece by piece: twice, where another file is there."""
        full, size = self._begun(path)
        if size is not None:
            if _has(full, _joined(pieces.make())):
                return
            os.unlink(full)
        _create(full, _joined(pieces.make()))

    def _begun(self, path: str) -> tuple[str, int | None]:
        """Where a file is to be written, and the size of the one that is there."""
        size = self._stale.get(path)
        self.mark_written((path,))
        self._have_folder(path.rpartition("/")[0])
        return f"{self._root}/{path}", size

    def _have_folder(self, folder: str) -> None:
        """Make a folder, unless it is known to be there: asking the disk for each file would cost as much."""
        if folder not in self._folders:
            self._have_folder(folder.rpartition("/")[0])
            with contextlib.suppress(FileExistsError):  # by another process; or a file in the way, for `_create`
                os.mkdir(f"{self._root}/{folder}")
            self._folders.add(folder)

    def mark_written(self, paths: Iterable[str]) -> None:
        """Take note of files that another writer has written; raises FileExistsError as `write` does."""
        for path in paths:
            if path in self.written:
                raise FileExistsError(path)
            self.written.add(path)
            self._stale.pop(path, None)

    def remove_stale(self) -> None:
        """Remove what is left of an earlier site."""
        for path in self._stale:
            with contextlib.suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):  # gone already
                os.unlink(f"{self._root}/{path}")
        folders = {folder for path in self._stale for folder in _above(path)}
        for folder in sorted(folders, key=len, reverse=True):
            with contextlib.suppress(OSError):  # it holds files of the new site
                os.rmdir(f"{self._root}/{folder}")
        self._stale.clear()

    def verify_complete(self) -> None:
        """Look whether all that was written is there; raises FileNotFoundError.

        Where somebody has cleared the folder meanwhile, half a site would be published.
        """
        if gone := self.written.difference(_names(self._root, "")):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), f"{self._root}/{min(gone)}")


def _sizes(root: str, folder: str) -> list[tuple[str, int]]:
    """Each file below, with its size. Links and whatever else nobody wrote here are removed, not followed."""
    found = []
    with os.scandir(f"{root}/{folder}" if folder else root) as entries:
        for entry in entries:
            path = f"{folder}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                found += _sizes(root, path + "/")
                continue
            state = entry.stat(follow_symlinks=False)
            if stat.S_ISREG(state.st_mode) and stat.S_IMODE(state.st_mode) == _MODE:
                found.append((path, state.st_size))
            else:
                os.unlink(entry.path)
    return found


def _names(root: str, folder: str) -> Iterator[str]:
    """The paths of all files below."""
    with os.scandir(f"{root}/{folder}") as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _names(root, f"{folder}{entry.name}/")
            else:
                yield folder + entry.name


def _joined(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same bytes in larger pieces: calling the system for each small one would take longer than making it."""
    waiting = bytearray()
    for piece in pieces:
        waiting += piece
        if len(waiting) > _AT_ONCE:
            yield bytes(waiting)
            waiting.clear()
    yield bytes(waiting)


def _has(path: str, pieces: Iterable[bytes]) -> bool:
    """Whether a file holds these bytes and no others."""
    handle = os.open(path, os.O_RDONLY)
    try:
        return all(os.read(handle, len(piece)) == piece for piece in pieces) and not os.read(handle, 1)
    finally:
        os.close(handle)


def _create(path: str, pieces: Iterable[bytes]) -> None:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _MODE)
    except OSError:
        _make_room(path)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _MODE)
    try:
        for data in pieces:
            written = os.write(handle, data)
            while written < len(data):  # a single write may be short
                written += os.write(handle, data[written:])
    finally:
        os.close(handle)


def _make_room(path: str) -> None:
    """Make the folders above a new file, and remove what stands in its way.

    That is what an earlier site has there, or a process that failed before it could tell of this file.
    """
    if os.path.isdir(path):
        shutil.rmtree(path)
    elif os.path.lexists(path):
        os.unlink(path)
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        for folder in Path(path).parents:
            if folder.is_file():
                folder.unlink(missing_ok=True)
        os.makedirs(os.path.dirname(path), exist_ok=True)


def _above(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:end]) for end in range(1, len(parts))]

"""Runtime: values that one run keeps for later ones, in the user's own cache folder; only speed depends on them.

Not in the site's folder, which strangers write to: whoever could write there could have another content checked,
or another site taken for built, than the one that is there. A value is sealed by its SHA-256 and put in its place
in one step, so that a run that is killed spoils nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
from functools import cache
from time import time
from typing import TYPE_CHECKING, Any

from factbook.runtime.atomic_write import write_atomically
from factbook.runtime.surroundings import user_cache

if TYPE_CHECKING:
    from pathlib import Path

_SEAL = 32


NONE = "FACTBOOK_NO_CACHE"
"""Set in the environment, nothing that was kept is read, and nothing is kept."""


class CorruptEntry(Exception):
    """What is kept cannot be read."""


def folder(kind: str) -> Path:
    """Where values of a kind are kept; `kind` is a word for it."""
    return user_cache() / kind


def path_for(kind: str, *folders: Path) -> Path:
    """Where what is known of these folders is kept."""
    name = hashlib.sha256(b"\0".join(os.fsencode(os.path.realpath(one)) for one in folders)).hexdigest()[:24]
    return folder(kind) / name


def load(path: Path, head: bytes) -> Any:
    """The value kept at `path` under the same `head`; None when there is none. Raises `CorruptEntry`."""
    if os.environ.get(NONE):
        return None
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if not data.startswith(head):
        return None
    seal, body = data[len(head) : len(head) + _SEAL], data[len(head) + _SEAL :]
    if hashlib.sha256(body).digest() != seal:
        raise CorruptEntry
    try:
        return marshal.loads(body)
    except (ValueError, EOFError, TypeError) as error:
        raise CorruptEntry from error


def store(path: Path, head: bytes, value: Any, *, most: int) -> None:
    """Keep a value made of plain ones; of `most` in one folder the oldest go first.

    A cache that cannot be written is as good as none.
    """
    if os.environ.get(NONE):
        return
    body = marshal.dumps(value)
    store_bytes(path, head + hashlib.sha256(body).digest() + body)
    with contextlib.suppress(OSError):
        _forget_oldest(path.parent, most)


def store_bytes(path: Path, data: bytes) -> None:
    """Keep bytes at `path`, which nobody ever sees in part. A cache that cannot be written is as good as none."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _clear_leftovers(path.parent)
        write_atomically(path, data)


@cache
def _clear_leftovers(folder: Path) -> None:
    """Remove what runs that were killed have left half written; what is written now is not an hour old."""
    for entry in os.scandir(folder):
        with contextlib.suppress(OSError):  # another run has just cleared it
            if entry.name.startswith(".") and entry.name.endswith(".tmp") and entry.stat().st_mtime < time() - 3600:
                os.unlink(entry.path)


def _forget_oldest(folder: Path, most: int) -> None:
    kept = [entry for entry in os.scandir(folder) if entry.is_file()]
    if len(kept) <= most:
        return
    for entry in sorted(kept, key=lambda entry: entry.stat().st_mtime, reverse=True)[most:]:
        os.unlink(entry.path)

"""Previews: pictures kept between builds in the user's own cache; only speed depends on it.

A picture is found by the SHA-256 of all that it is drawn from: its words, the code and fonts of this room, and
the version of Pillow. No clock is asked.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from generator.kept import user_cache

if TYPE_CHECKING:
    from generator.previews.card import Card

_MOST = 4000
"""Pictures that are kept; the oldest go first."""
_SEAL = 32


def picture_of(card: Card) -> bytes:
    """The picture of `card` as a PNG: the one that was drawn before, else a new one."""
    path = _folder() / hashlib.sha256(_drawing() + repr(card).encode()).hexdigest()[:40]
    found = _read(path)
    if found is None:
        from generator.previews.drawing import drawn

        found = drawn(card)
        _write(path, found)
    return found


def _read(path: Path) -> bytes | None:
    """What is kept, when it is whole."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    seal, picture = data[:_SEAL], data[_SEAL:]
    return picture if hashlib.sha256(picture).digest() == seal else None


def _write(path: Path, picture: bytes) -> None:
    """A cache that cannot be written is as good as none."""
    with contextlib.suppress(OSError):
        _make_room(path.parent)
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            Path(folder, "new").write_bytes(hashlib.sha256(picture).digest() + picture)
            os.replace(f"{folder}/new", path)


@cache
def _make_room(folder: Path) -> None:
    """Once in a run: the folder, without the pictures that were drawn longest ago."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    files = [entry for entry in os.scandir(folder) if entry.is_file()]
    for entry in sorted(files, key=lambda entry: entry.stat().st_mtime, reverse=True)[_MOST:]:
        os.unlink(entry.path)


def _folder() -> Path:
    return user_cache() / "factbook" / "previews"


@cache
def _drawing() -> bytes:
    """What decides how a card is drawn, beside the card."""
    room = Path(__file__).parent
    parts = sorted((*room.glob("*.py"), *room.glob("fonts/*.ttf")))
    digest = hashlib.sha256(version("pillow").encode())
    for part in parts:
        digest.update(hashlib.sha256(part.read_bytes()).digest())
    return digest.digest()

"""Runtime: a sum over parts of our own code and data, by which what was kept is known to come from the same rules."""

from __future__ import annotations

import hashlib
import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGE = Path(__file__).parents[1]


@lru_cache(maxsize=4)
def code_version(*parts: str) -> bytes:
    """Another one after any change in these files and folders of the package, and with another Python."""
    found = hashlib.sha256(f"{sys.version} {sys.byteorder}".encode())
    for part in parts:
        for file in _files(_PACKAGE / part):
            found.update(file.read_bytes())
    return b"factbook" + found.digest()


def _files(place: Path) -> Iterator[Path]:
    if not place.is_dir():
        yield place
        return
    for entry in sorted(place.iterdir()):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry)
        elif entry.is_file():
            yield entry

"""Runtime: paths inside a site, looked at step by step: a link on the way could lead anywhere."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from factbook.runtime.atomic_write import write_atomically
from factbook.runtime.bounded_read import read_file

if TYPE_CHECKING:
    from pathlib import Path


def is_inside(path: str) -> bool:
    """Whether a path, as it is written, leads nowhere but down, on every system."""
    steps = path.replace("\\", "/").rstrip("/").split("/")
    return {"", ".."}.isdisjoint(steps) and ":" not in path and "\0" not in path and not path.startswith("~")


def first_link(root: Path, path: str) -> str | None:
    """The first step of `path`, from `root` down, that is a link; None where none is, or nothing is there."""
    steps = path.split("/")
    ways = ("/".join(steps[:end]) for end in range(1, len(steps) + 1))
    return next((way for way in ways if os.path.islink(root / way) or _is_junction(root / way)), None)


def read_below(root: Path, path: str, most: int) -> bytes:
    """What the ordinary file at `path` below `root` holds, `most` bytes; never through a link. Raises OSError."""
    _refuse_link(root, path)
    return read_file(root / path, most)


def write_below(root: Path, path: str, data: bytes) -> None:
    """Put `data` at `path` below `root` in one step, with the folders above it; never through a link.

    Raises OSError.
    """
    _refuse_link(root, path)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    write_atomically(root / path, data)


def _refuse_link(root: Path, path: str) -> None:
    if link := first_link(root, path):
        reason = "it is a link, and nothing is read or written through links"
        raise OSError(errno.ELOOP, reason, str(root / link))


def _is_junction(path: Path) -> bool:
    """What links to folders are called on Windows; Python knows them since 3.12."""
    return bool(getattr(os.path, "isjunction", lambda path: False)(path))

"""Runtime: the one way to write a file that others may read: whole, or as it was before."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO


def write_atomically(path: Path, data: bytes) -> None:
    """Puts `data` in the place of the file at `path` in one step. Raises `OSError` when the system refuses."""
    with replacing(path) as handle:
        handle.write(data)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """What is written to takes the place of the file at `path` when it is whole; if that fails, the file stays.

    Who reads meanwhile sees the old bytes or the new. A link in the place of our own temporary file is not followed.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.unlink(missing_ok=True)  # left by a process that had our number and was killed
        with temporary.open("xb") as handle:
            yield handle
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)

"""Runtime: several files below a folder change together, or none does."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from factbook.runtime.site_path import read_below, write_below

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path


def replace_files(root: Path, writes: Mapping[str, bytes], removes: Collection[str], most: int) -> None:
    """Writes files and takes others away, with the folders that this leaves empty; on a failure all is put back.

    What is taken away goes last: a process that is killed between leaves something twice, and nothing missing.
    `most` bytes are kept of each file. Raises `OSError`.
    """
    before = {path: read_below(root, path, most) for path in (*writes, *removes) if (root / path).exists()}
    try:
        for path, data in writes.items():
            write_below(root, path, data)
        for path in removes:
            (root / path).unlink()
    except BaseException:
        _put_back(root, before, writes)
        raise
    for folder in sorted({(root / path).parent for path in removes}, reverse=True):
        with suppress(OSError):  # it holds something still
            folder.rmdir()


def _put_back(root: Path, before: Mapping[str, bytes], writes: Collection[str]) -> None:
    for path in writes:
        if path not in before:
            (root / path).unlink(missing_ok=True)
    for path, data in before.items():
        write_below(root, path, data)

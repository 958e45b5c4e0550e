"""Bench: the physical floor: start, read every file of the content, write as many files and bytes as the site has.

python -m tests.bench.floor CONTENT SITE TARGET
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def run(content: Path, site: Path, target: Path) -> None:
    """Reads all below `content`; writes a file of the size of each one below `site` into `target`."""
    read = sum(len(_bytes(path)) for path in _files(content))
    filling = b"x" * (1 << 24)
    folders: set[str] = set()
    for path in _files(site):
        copy = f"{target}/{os.path.relpath(path, site)}"
        folder = os.path.dirname(copy)
        if folder not in folders:
            os.makedirs(folder, exist_ok=True)
            folders.add(folder)
        with open(copy, "wb", buffering=0) as file:
            left = os.path.getsize(path)
            while left > 0:
                left -= file.write(filling[:left])
    assert read


def _files(folder: Path) -> list[str]:
    return [f"{here}/{name}" for here, _, names in os.walk(folder) for name in names]


def _bytes(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:
        return file.read()


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))

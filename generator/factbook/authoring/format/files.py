"""Canonical form: the content's files and what each holds."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from factbook.content.schema import KINDS, kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factbook.content.schema import Kind

_BRIEFING = "briefing.yml"


def content_files(root: Path) -> Iterator[tuple[str, Kind]]:
    """Paths (from `root`, with forward slashes) of all plain YAML files of the content, and their kinds."""
    for name in sorted(KINDS):
        folder = f"content/{kind(name).folder}"
        for path in sorted(_below(root, folder)):
            yield path, kind(name)
    if _is_plain(root / "content" / _BRIEFING):
        yield f"content/{_BRIEFING}", kind("briefing")


def kind_of(path: str) -> Kind | None:
    """What a file of the content holds, by its place; None when the content has no such place."""
    parts = path.split("/")
    if len(parts) < 2 or parts[0] != "content" or not path.endswith(".yml"):
        return None
    if parts[1:] == [_BRIEFING]:
        return kind("briefing")
    return next((kind(name) for name in KINDS if kind(name).folder == parts[1] and len(parts) > 2), None)


def _below(root: Path, folder: str) -> Iterator[str]:
    for base, folders, names in os.walk(root / folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        place = os.path.relpath(base, root).replace(os.sep, "/")
        for name in names:
            if name.endswith(".yml") and not name.startswith(".") and _is_plain(root / place / name):
                yield f"{place}/{name}"


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()

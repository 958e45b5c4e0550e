"""Host: writes files, and knows those that come with the theme."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.host.theme import ASSETS, material_folder

if TYPE_CHECKING:
    from pathlib import Path

_WRITTEN_HERE = ("404.html", "robots.txt", "sitemap.xml")
_SEARCH_INDEX = "search/search_index.json"


def write(path: Path, data: bytes) -> None:
    """Write a new file, and the folders above it where they are missing."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        handle = os.open(path, flags, 0o644)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, flags, 0o644)
    with open(handle, "wb", buffering=0) as file:
        rest = memoryview(data)
        while rest:  # a single write may be short
            rest = rest[file.write(rest) :]


def theme_assets() -> dict[str, bytes]:
    """The style sheets and scripts below `theme/assets/`, by their paths in the site."""
    return {path: (ASSETS.parent / path).read_bytes() for path in theme_asset_paths()}


@lru_cache(maxsize=1)
def theme_asset_paths() -> tuple[str, ...]:
    """Paths in the site of the files below `theme/assets/`."""
    return tuple(_below(ASSETS))


def theme_files(prefixes: tuple[str, ...]) -> frozenset[str]:
    """Paths of all that the theme writes into the site beside pages, for editions under these prefixes."""
    indexes = (prefix + _SEARCH_INDEX for prefix in prefixes)
    return frozenset((*_below(material_folder() / "assets"), *theme_asset_paths(), *_WRITTEN_HERE, *indexes))


def _below(folder: Path) -> list[str]:
    """Files below a folder of assets, by path from the folder that holds it; no links, nothing hidden."""
    return sorted(
        path.relative_to(folder.parent).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink() and not path.name.startswith(".")
    )

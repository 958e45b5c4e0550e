"""Publish: a new site written over the old one file by file, where the two folders cannot be exchanged."""

from __future__ import annotations

import contextlib
import filecmp
import os
from typing import TYPE_CHECKING

from factbook.runtime import manifest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def write_over(new: Path, target: Path) -> None:
    """Move what differs from `new` into `target`, pages last, and remove what only a former build wrote.

    Until all is done the list in the target names the files of both, so that the next build can finish the work of a
    killed one. Files of others are not looked at.
    """
    before, after = manifest.listed(target) or frozenset(), manifest.listed(new) or frozenset()
    manifest.write(target, before | after)
    folders = {above for path in after for above in manifest.parents(path)}
    gone = before - after
    stale = [path for path in manifest.files(target) if path in gone]
    _remove(target, [path for path in stale if path in folders or not after.isdisjoint(manifest.parents(path))])
    for path in sorted(after, key=lambda path: (path.endswith(".html"), path)):
        if path != manifest.NAME and os.path.lexists(new / path):
            _replace(new / path, target / path)
    _remove(target, stale)
    _remove_empty(target, gone)
    manifest.write(target, after)


def _replace(new: Path, old: Path) -> None:
    if old.is_file() and not old.is_symlink() and filecmp.cmp(new, old, shallow=False):
        return
    old.parent.mkdir(parents=True, exist_ok=True)
    os.replace(new, old)


def _remove(root: Path, paths: Iterable[str]) -> None:
    for path in paths:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            os.unlink(root / path)
    _remove_empty(root, paths)


def _remove_empty(root: Path, paths: Iterable[str]) -> None:
    """Remove the folders above these paths in which nothing stands."""
    folders = {above for path in paths for above in manifest.parents(path)}
    for folder in sorted(folders, key=len, reverse=True):
        with contextlib.suppress(OSError):
            os.rmdir(root / folder)

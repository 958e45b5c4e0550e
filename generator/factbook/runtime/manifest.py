"""Runtime: the list, inside a folder that a command writes, of the files that it wrote there.

Only what stands in it is ever replaced or removed. A file's place is looked up in the list, never the other way
round: whatever a list says, nothing outside its folder is touched.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

NAME = ".factbook-files"
"""The list's own name; it is hidden, so that most hosts do not publish it."""
_NEW = f"{NAME}.new"
_HEAD = "# Written by Factbook. Only the files named here are replaced or removed by it; all others stay.\n"


class InTheWay(Exception):
    """A file that no command of ours has written stands where one is to be written; its path is the argument."""


def listed(folder: Path) -> frozenset[str] | None:
    """The paths that were written into `folder`, the list's own among them; None: the folder is not ours.

    An empty list says that we may write there, and have not yet.
    """
    try:
        with open(folder / NAME, "rb", opener=_opener) as file:
            text = file.read().decode("utf-8", "surrogateescape")
    except (OSError, ValueError):
        return None
    return frozenset((NAME, _NEW, *filter(_is_ours, text.split("\n"))))


def write(folder: Path, paths: Iterable[str]) -> None:
    """Put a list into `folder`, in one step."""
    text = _HEAD + "".join(f"{path}\n" for path in sorted({*paths, NAME} - {_NEW}))
    new = folder / _NEW
    with contextlib.suppress(FileNotFoundError):
        os.unlink(new)
    new.write_bytes(text.encode("utf-8", "surrogateescape"))
    os.replace(new, folder / NAME)


def entries(root: Path | str, folder: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """All below `root` that is no folder, with its path from there; links are not followed.

    Folders in which nothing stands are given too.
    """
    with os.scandir(f"{root}/{folder}" if folder else root) as found:
        for entry in found:
            path = f"{folder}{entry.name}"
            if not entry.is_dir(follow_symlinks=False):
                yield path, entry
                continue
            empty = True
            for below in entries(root, path + "/"):
                empty = False
                yield below
            if empty:
                yield path, entry


def files(root: Path) -> Iterator[str]:
    """The path of all below `root` that is no folder."""
    return (path for path, entry in entries(root) if not entry.is_dir(follow_symlinks=False))


def foreign(root: Path, ours: Collection[str]) -> list[str]:
    """Paths below `root` of what is not `ours`: somebody else keeps it there."""
    folders = {above for path in ours for above in parents(path)}
    return [
        path
        for path, entry in entries(root)
        if path not in ours and not (path in folders and entry.is_dir(follow_symlinks=False))
    ]


def unhindered(root: Path, paths: Collection[str], others: Collection[str]) -> None:
    """Look whether all `paths` can be written below `root`; raises `InTheWay` where one of `others` stands there."""
    files = {path for path in others if not (root / path).is_dir() or (root / path).is_symlink()}
    kept = {*others, *(above for path in others for above in parents(path))}
    for path in sorted(paths):
        for step in (path, *parents(path)):
            if step in files or (step == path and step in kept):
                raise InTheWay(step)


def parents(path: str) -> list[str]:
    """The folders above a path, the topmost first: `a`, `a/b` for `a/b/c`."""
    parts = path.split("/")
    return ["/".join(parts[:end]) for end in range(1, len(parts))]


def _is_ours(line: str) -> bool:
    """Whether a line is a path that leads nowhere but down, to what could be of ours, whoever has written the list.

    No command writes hidden files, such as those of git, or the name that a host gives to the site.
    """
    return not line.startswith("#") and line != "CNAME" and all(step[:1] not in ("", ".") for step in line.split("/"))


def _opener(path: str, flags: int) -> int:
    """Opens no link, and waits for no pipe."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))

"""Publish: what others keep in the site's folder goes over to the new site, and nothing of it is lost on the way.

Before two folders are exchanged, each file that no build has written gets a second name in the new one (a hard
link): at every moment the folder that readers see has all of them. After the exchange the first names are taken
away, and whatever was changed between the two steps is brought after. What was given a second name is written down
first (`carried`, in the build's own folder), so that the next build can finish what a killed one began.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import stat
from collections.abc import Mapping
from typing import TYPE_CHECKING

from factbook.runtime import manifest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Identity = list[int]
"""What another file has otherwise: the number of its inode, its size, and when it was written."""
Carried = Mapping[str, Identity]

_CARRIED = "carried"
_MARK = "build"
"""The file by which a build's own folder is known from a folder of somebody's that is called like one."""
_OWN = ("overtaken", _CARRIED)


def mark(folder: Path) -> None:
    """Say that `folder` is a build's own."""
    (folder / _MARK).write_text("Made by `factbook build`, which removes it.\n", "utf-8")


def link(folder: Path, old: Path, new: Path, paths: list[str]) -> Carried:
    """Give all of `paths` in the `old` site a second name in the `new` one.

    That is noted before in the build's `folder`. Raises OSError where the system gives no second names.
    """
    carried = {path: _identity(old / path) for path in paths if not _is_folder(old / path)}
    (folder / _CARRIED).write_text(json.dumps(carried), "ascii")
    for path in paths:
        for above in manifest.parents(path):
            _have_folder(old / above, new / above)
        if path in carried:
            os.link(old / path, new / path, follow_symlinks=False)
        else:
            _have_folder(old / path, new / path)
    return carried


def settle(old: Path, target: Path, carried: Carried, *, just_now: bool) -> bool:
    """Take from the replaced site what is in the target too, and put there what came or changed in between.

    Gives whether nothing of others' is left in `old`. `just_now`: this process has exchanged the two, and what is no
    longer in `old` was removed by its owner.
    """
    ours = manifest.listed(old) or frozenset()
    found = manifest.foreign(old, ours)
    for path in found:
        with contextlib.suppress(OSError):
            _settle_one(old, target, path, carried)
    for path in set(carried).difference(found) if just_now else ():
        with contextlib.suppress(OSError):
            if _identity(target / path) == carried[path]:
                os.unlink(target / path)
    _remove_empty(old, found)
    return not manifest.foreign(old, ours)


def clear(folder: Path, target: Path) -> None:
    """Remove the own folder of a build, ended or killed; what is not ours is brought to the target or stays."""
    if not (folder / _MARK).is_file():
        with contextlib.suppress(OSError):  # somebody else's folder, unless it is empty
            os.rmdir(folder)
        return
    site, aside = folder / "site", folder / "old"
    if aside.is_dir() and not target.exists():  # killed between the two renames that stand for an exchange
        os.rename(aside, target)
    carried = _read(folder)
    for replaced in (site, aside):
        if carried is None:
            shutil.rmtree(replaced, ignore_errors=True)
        elif replaced.is_dir():
            settle(replaced, target, carried, just_now=False)
            _remove_ours(replaced)
    if site.exists() or aside.exists():
        return
    for edition in folder.glob("edition-*"):
        shutil.rmtree(edition, ignore_errors=True)
    for name in (*_OWN, _MARK):
        with contextlib.suppress(OSError):
            os.unlink(folder / name)
    with contextlib.suppress(OSError):
        os.rmdir(folder)


def _settle_one(old: Path, target: Path, path: str, carried: Carried) -> None:
    """Whoever has deleted a file that was carried over did so afterwards: it is not brought back."""
    kept, there = old / path, target / path
    if _is_folder(kept):
        return
    own = _identity(kept)
    if own == carried.get(path) or (os.path.lexists(there) and os.path.samestat(kept.lstat(), there.lstat())):
        os.unlink(kept)
    elif not os.path.lexists(there) or _identity(there) == carried.get(path):
        for above in manifest.parents(path):
            _have_folder(old / above, target / above)
        os.replace(kept, there)


def _identity(path: Path) -> Identity:
    found = path.lstat()
    return [found.st_ino, found.st_size, found.st_mtime_ns]


def _is_folder(path: Path) -> bool:
    return stat.S_ISDIR(path.lstat().st_mode)


def _have_folder(old: Path, new: Path) -> None:
    with contextlib.suppress(FileExistsError):
        new.mkdir()
        shutil.copystat(old, new)


def _read(folder: Path) -> Carried | None:
    """What was carried over; None where the build had not come so far."""
    try:
        carried: Carried = json.loads((folder / _CARRIED).read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError):  # killed while it was written: nothing had a second name
        return {}
    return carried


def _remove_ours(site: Path) -> None:
    ours = manifest.listed(site) or frozenset()
    for path, _ in list(manifest.entries(site)):
        if path in ours and path != manifest.NAME:
            os.unlink(site / path)
    _remove_empty(site, ours)
    with contextlib.suppress(OSError):
        if os.listdir(site) == [manifest.NAME]:
            shutil.rmtree(site)


def _remove_empty(root: Path, paths: Iterable[str]) -> None:
    """The folders of these paths, or what they name, that hold nothing any more."""
    folders = {folder for path in paths for folder in (*manifest.parents(path), path)}
    for folder in sorted(folders, key=len, reverse=True):
        with contextlib.suppress(OSError):
            os.rmdir(root / folder)

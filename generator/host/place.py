"""Host: where a site is written and how it takes the old one's place: in one step, or not at all.

A build writes into a folder of its own beside the target (`.site-N-xxxxxx`) and then exchanges the two.
Builds take numbers: the one that started later wins, and one that it overtook leaves the target alone.
Each holds a lock on its folder, by which the next build tells a killed build's leftovers from live work.

The site that was replaced stays beside the target as `.site-spare`, and the next build writes into it
only what differs (`generator.host.files`): making and removing a thousand folders costs more than printing
a thousand pages.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

try:
    import fcntl
except ImportError:  # Windows: builds are then told apart by their numbers only
    fcntl = None  # type: ignore[assignment]

_OVERTAKEN = "overtaken"
_EXCHANGE = 2  # RENAME_EXCHANGE, https://man7.org/linux/man-pages/man2/rename.2.html
_AT_FDCWD = -100


class Overtaken(Exception):
    """A build that started later has already put its site in place."""


@dataclass(frozen=True, slots=True)
class Staging:
    """A build's own folder, beside the target."""

    folder: Path
    target: Path
    number: int

    @property
    def site(self) -> Path:
        """Where the new site is written."""
        return self.folder / "site"

    def put_in_place(self) -> None:
        """Exchange the finished site with the one in the target's place.

        Raises `Overtaken` when a later build has been faster, and OSError when the folder cannot be replaced.
        """
        with _locked(self.target.parent):
            if (self.folder / _OVERTAKEN).exists():
                raise Overtaken
            _exchange(self.site, self.target)
            for older in _stagings(self.target):
                if older.number < self.number:
                    (older.folder / _OVERTAKEN).touch()


@contextlib.contextmanager
def staging(target: Path) -> Iterator[Staging]:
    """A folder of our own beside `target` (which may be a link to a folder elsewhere); gone at the end.

    Its `site` is the spare one, whatever that holds, or empty.

    Every file written meanwhile gets the same mode, whatever the user's umask.
    """
    target = target.resolve()
    umask = os.umask(0o022)
    try:
        with _locked(target.parent):
            _clear_leftovers(target)
            own = _open(target)
        with _locked(own.folder):
            try:
                yield own
                _leave_spare(own)
            finally:
                shutil.rmtree(own.folder, ignore_errors=True)
    finally:
        os.umask(umask)


def _open(target: Path) -> Staging:
    number = max((other.number for other in _stagings(target)), default=0) + 1
    folder = Path(tempfile.mkdtemp(prefix=f"{_prefix(target)}{number}-", dir=target.parent))
    own = Staging(folder, target, number)
    try:
        if _spare(target).is_dir() and not _spare(target).is_symlink():
            os.rename(_spare(target), own.site)
        else:
            own.site.mkdir()
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return own


def _leave_spare(own: Staging) -> None:
    """For the next build; of two builds at once one will do."""
    with contextlib.suppress(OSError):
        os.rename(own.site, _spare(own.target))


def _spare(target: Path) -> Path:
    return target.with_name(f"{_prefix(target)}spare")


def _stagings(target: Path) -> list[Staging]:
    """The folders of all builds into `target`, alive or dead."""
    found = []
    for folder in target.parent.glob(f"{_prefix(target)}*"):
        number = folder.name.removeprefix(_prefix(target)).partition("-")[0]
        if number.isdigit() and folder.is_dir() and not folder.is_symlink():
            found.append(Staging(folder, target, int(number)))
    return found


def _prefix(target: Path) -> str:
    return f".{target.name}-"


def _clear_leftovers(target: Path) -> None:
    for other in _stagings(target):
        with contextlib.suppress(OSError), _locked(other.folder, wait=False):
            shutil.rmtree(other.folder, ignore_errors=True)


@contextlib.contextmanager
def _locked(folder: Path, *, wait: bool = True) -> Iterator[None]:
    """Hold the lock of a folder; the system lets go of it when the process ends, however it ends.

    Raises BlockingIOError when another holds it and we do not `wait`. Where folders cannot be locked
    (some network file systems) nothing is held.
    """
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            raise
        except OSError:
            if not wait:
                raise
        yield
    finally:
        os.close(handle)


def _exchange(new: Path, target: Path) -> None:
    """Put `new` where `target` is, and the old site where `new` was; without one, `new` just moves."""
    if not target.exists():
        os.rename(new, target)
    elif not _exchanged_by_kernel(new, target):
        aside = new.with_name("old")
        os.rename(target, aside)
        try:
            os.rename(new, target)
        except OSError:
            os.rename(aside, target)
            raise


def _exchanged_by_kernel(new: Path, target: Path) -> bool:
    """Both names change hands at one moment: no reader ever finds the site missing."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    paths = (_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(target))
    return bool(renameat2(*paths, _EXCHANGE) == 0)

"""Host: how a finished site takes the old one's place: in one step, or not at all.

A build writes into the folder of its turn, beside the target (`publish.build_lock`), and then exchanges the two.

The site that was replaced stays beside the target as `.site-spare`, and the next build writes into it
only what differs (`factbook.publish.writer`): making and removing a thousand folders costs more than printing
a thousand pages. What others keep in the target goes over to the new site (`factbook.publish.carry`).

A target that cannot be exchanged, because it is a disk of its own, or holds files to which no second name can be
given, gets each file by itself: a page is then never half, but for a moment pages of two builds stand side by side.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
from typing import TYPE_CHECKING

from factbook.publish import build_lock, carry
from factbook.publish.write_over import write_over
from factbook.runtime import manifest
from factbook.runtime.frozen import frozen
from factbook.runtime.progress import no_progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_EXCHANGE = 2  # RENAME_EXCHANGE, https://man7.org/linux/man-pages/man2/rename.2.html
_AT_FDCWD = -100


@frozen
class Staging:
    """Where a build writes, until all is there."""

    lock: build_lock.BuildLock

    @property
    def folder(self) -> Path:
        """The build's own, beside the target."""
        return self.lock.folder

    @property
    def site(self) -> Path:
        """Where the new site is written."""
        return self.folder / "site"

    def put_in_place(self, finished: Callable[[Path], None] | None = None) -> None:
        """Put the finished site in the target's place, and list in it what was written; `finished` is shown it.

        Raises `SupersededBuild` when a later build has been faster, `InTheWay` where somebody's file stands in the
        place of one of the site's, and OSError when the folder cannot be replaced.
        """
        manifest.write(self.site, manifest.files(self.site))

        def place() -> bool:
            self._place(finished or no_progress)
            return True

        self.lock.commit(place)

    def _place(self, finished: Callable[[Path], None]) -> None:
        target = self.lock.target
        if not target.exists():
            finished(self.site)
            os.rename(self.site, target)
            return
        others = self._others()
        manifest.unhindered(target, manifest.listed(self.site) or (), others)
        carried = None if self.lock.inside else self._carried(others)
        if carried is None:
            write_over(self.site, target)
            finished(target)
            return
        finished(self.site)
        _exchange(self.site, target)
        carry.settle(self.site, target, carried, just_now=True)

    def _others(self) -> list[str]:
        """What stands in the target and no build has written."""
        target = self.lock.target
        others = manifest.foreign(target, manifest.listed(target) or ())
        return [path for path in others if not build_lock.is_turn(target, path.partition("/")[0])]

    def _carried(self, others: list[str]) -> carry.Carried | None:
        """What was given a second name in the new site; None where that cannot be done."""
        try:
            return carry.link(self.folder, self.lock.target, self.site, others)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise
            return None


@contextlib.contextmanager
def staging(lock: build_lock.BuildLock, *, keep_spare: bool = True) -> Iterator[Staging]:
    """A folder of our own beside the target (which may be a link to a folder elsewhere).

    Its `site` is the spare one, or empty. What it replaces is kept as the next spare one, unless not wanted.

    Every file written meanwhile gets the same mode, whatever the user's umask. Raises OSError when nothing can be
    written there.
    """
    if lock.failure:
        raise lock.failure
    umask = os.umask(0o022)
    try:
        own = Staging(lock)
        _take_spare(own)
        yield own
        if keep_spare:
            _leave_spare(own)
    finally:
        os.umask(umask)


def _take_spare(own: Staging) -> None:
    spare = _spare(own)
    if not own.lock.inside and _is_ours(spare):
        with contextlib.suppress(FileNotFoundError):  # another build has just taken it
            os.rename(spare, own.site)
            return
    own.site.mkdir()


def _leave_spare(own: Staging) -> None:
    """For the next build; of two builds at once one will do."""
    if not own.lock.inside and _is_ours(own.site):
        with contextlib.suppress(OSError):
            os.rename(own.site, _spare(own))


def _is_ours(site: Path) -> bool:
    """Whether a folder is a site, and holds nothing that no build has written."""
    ours = None if site.is_symlink() else manifest.listed(site)
    return ours is not None and not manifest.foreign(site, ours)


def _spare(own: Staging) -> Path:
    return build_lock.sibling_path(own.lock.target, "spare")


def _exchange(new: Path, target: Path) -> None:
    """Put `new` where `target` is, and the old site where `new` was."""
    if not _exchanged_by_kernel(new, target):
        aside = new.with_name("old")
        os.rename(target, aside)
        try:
            os.rename(new, target)
        except OSError:
            os.rename(aside, target)
            raise
        os.rename(aside, new)


def _exchanged_by_kernel(new: Path, target: Path) -> bool:
    """Both names change hands at one moment: no reader ever finds the site missing."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    paths = (_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(target))
    return bool(renameat2(*paths, _EXCHANGE) == 0)

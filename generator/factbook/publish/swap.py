"""Host: how a finished site takes the old one's place: in one step, or not at all.

A build writes into the folder of its turn, beside the target (`publish.build_lock`), and then exchanges the two.

The site that was replaced stays beside the target as `.site-spare`, and the next build writes into it
only what differs (`factbook.publish.writer`): making and removing a thousand folders costs more than printing
a thousand pages.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
from typing import TYPE_CHECKING

from factbook.publish import build_lock as turns
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_EXCHANGE = 2  # RENAME_EXCHANGE, https://man7.org/linux/man-pages/man2/rename.2.html
_AT_FDCWD = -100


@frozen
class Staging:
    """Where a build writes, until all is there."""

    turn: turns.Turn

    @property
    def folder(self) -> Path:
        """The build's own, beside the target."""
        return self.turn.folder

    @property
    def site(self) -> Path:
        """Where the new site is written."""
        return self.folder / "site"

    def put_in_place(self, finished: Callable[[Path], None] | None = None) -> None:
        """Exchange the finished site with the one in the target's place; `finished` is shown it before.

        Raises `Overtaken` when a later build has been faster, and OSError when the folder cannot be replaced.
        """

        def exchange() -> bool:
            if finished:
                finished(self.site)
            _exchange(self.site, self.turn.target)
            return True

        self.turn.decide(exchange)


@contextlib.contextmanager
def staging(turn: turns.Turn) -> Iterator[Staging]:
    """A folder of our own beside the target (which may be a link to a folder elsewhere).

    Its `site` is the spare one, whatever that holds, or empty.

    Every file written meanwhile gets the same mode, whatever the user's umask. Raises OSError when nothing can be
    written there.
    """
    if turn.failure:
        raise turn.failure
    umask = os.umask(0o022)
    try:
        own = Staging(turn)
        _take_spare(own)
        yield own
        _leave_spare(own)
    finally:
        os.umask(umask)


def _take_spare(own: Staging) -> None:
    spare = _spare(own)
    if spare.is_dir() and not spare.is_symlink():
        with contextlib.suppress(FileNotFoundError):  # another build has just taken it
            os.rename(spare, own.site)
            return
    own.site.mkdir()


def _leave_spare(own: Staging) -> None:
    """For the next build; of two builds at once one will do."""
    with contextlib.suppress(OSError):
        os.rename(own.site, _spare(own))


def _spare(own: Staging) -> Path:
    return turns.beside(own.turn.target, "spare")


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

"""Ground: of several builds into one folder the one that began last stays, whoever ends first.

A build takes its turn before it reads anything, so that whoever has the later turn has read what was there later.
A turn is a number above those of all others, in the name of a folder beside the target (`.site-N-xxxxxx`), and a
lock on that folder, by which the next build tells what a killed one left from live work. Where nothing can be put
beside the target, which is a disk of its own or stands in a folder that others own, that folder is inside it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from factbook.publish import carry
from factbook.runtime.frozen import frozen
from factbook.runtime.surroundings import signals_held

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

try:
    import fcntl
except ImportError:  # Windows: builds are then told apart by their numbers only
    fcntl = None  # type: ignore[assignment]

_OVERTAKEN = "overtaken"


class SupersededBuild(Exception):
    """A build that began later has already decided what the target holds."""


@frozen
class BuildLock:
    """A build's place in the order of all builds into one folder."""

    target: Path
    """The folder that is built, links followed."""
    number: int
    folder: Path
    """The build's own, beside the target or inside it; not there when the turn could not be taken."""
    failure: OSError | None = None
    """Why it could not: the target cannot be written either."""

    @property
    def inside(self) -> bool:
        """Whether the build's folder is in the target, because that cannot be exchanged with another."""
        return self.folder.parent == self.target

    def commit(self, act: Callable[[], bool]) -> bool:
        """Whether `act` says that the target holds what it shall; then no build that began earlier changes it.

        While it acts, no other build decides. Raises `SupersededBuild` when one that began later has decided, OSError
        when the turn could not be taken, and what `act` raises.
        """
        if self.failure:
            raise self.failure
        with _locked(self.folder.parent):
            if (self.folder / _OVERTAKEN).exists():
                raise SupersededBuild
            decided = act()
            if decided:
                self._overtake_earlier()
            return decided

    def _overtake_earlier(self) -> None:
        for number, folder in _turns(self.target, self.folder.parent):
            if number < self.number:
                with contextlib.suppress(OSError):  # it has just ended
                    (folder / _OVERTAKEN).touch()


@contextlib.contextmanager
def acquire(target: Path) -> Iterator[BuildLock]:
    """A turn to build into `target`, given back without a trace; what a killed build leaves, the next one clears."""
    with contextlib.ExitStack() as held:
        try:
            target = _followed(target)
            lock = _take(target, held)
        except OSError as error:
            lock = BuildLock(target, 0, sibling_path(target, ""), error)
        yield lock


def sibling_path(target: Path, name: str) -> Path:
    """The path of something of ours beside `target`: hidden, and named after it."""
    return target.parent / f"{_prefix(target)}{name}"


def _followed(target: Path) -> Path:
    """Where `target` leads. Raises `OSError` for links that lead in a circle."""
    try:
        place = target.resolve()
    except RuntimeError:  # what a circle of links raises before Python 3.13
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from None
    if place.is_symlink():  # and from 3.13 on it is left as it is
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return place


def is_turn(target: Path, name: str) -> bool:
    """Whether a folder beside or in `target` is called as a build's own is."""
    return _named(target, name) is not None


def _take(target: Path, held: contextlib.ExitStack) -> BuildLock:
    ground = _ground(target)
    with _locked(ground):
        others = _turns(target, ground)
        number = max((number for number, _ in others), default=0) + 1
        with signals_held():
            folder = Path(tempfile.mkdtemp(prefix=f"{_prefix(target)}{number}-", dir=ground))
            held.callback(_give_back, folder, target)
        held.enter_context(_locked(folder))  # before anybody else could take it for a leftover
        carry.mark(folder)
        for _, other in others:
            with contextlib.suppress(OSError), _locked(other, wait=False):
                carry.clear(other, target)
    return BuildLock(target, number, folder)


def _ground(target: Path) -> Path:
    """The folder in which a build's own is made: that of the target, if the target can be exchanged there."""
    if target.is_dir() and (_is_mounted(target) or not os.access(target.parent, os.W_OK)):
        return target
    return target.parent


def _is_mounted(folder: Path) -> bool:
    """Whether a disk begins here, or another folder is bound to this place, which looks like any folder."""
    if os.path.ismount(folder):
        return True
    try:
        mounts = Path("/proc/self/mountinfo").read_bytes().split(b"\n")
    except OSError:  # another system, which has no such folders
        return False
    places = {line.split(b" ")[4] for line in mounts if line.count(b" ") > 4}
    return re.sub(rb"[ \t\n\\]", lambda found: b"\\%03o" % ord(found[0]), os.fsencode(folder)) in places


def _give_back(folder: Path, target: Path) -> None:
    """While nobody decides, who might leave a mark in the folder."""
    with contextlib.suppress(OSError), _locked(folder.parent):
        carry.clear(folder, target)


def _named(target: Path, name: str) -> re.Match[str] | None:
    return re.fullmatch(re.escape(_prefix(target)) + r"(\d+)-[^-]+", name)  # `.site-2-1-x` belongs to `site-2`


def _turns(target: Path, ground: Path) -> list[tuple[int, Path]]:
    """Numbers and folders of all builds into `target`, alive or dead."""
    with os.scandir(ground) as entries:
        found = [(_named(target, entry.name), entry) for entry in entries]
    return [(int(match[1]), Path(entry)) for match, entry in found if match and entry.is_dir(follow_symlinks=False)]


def _prefix(target: Path) -> str:
    return f".{target.name}-"


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

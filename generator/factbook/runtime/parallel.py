"""Runtime: further processes for a part of some work, and a process without the garbage collector.

Only speed depends on either: every function here gives the same with one process, and does so wherever a second one
cannot be had. Forked and never spawned, so that each process knows at once what the first one knows; only from a
single thread, since a lock that another thread holds would never be released in the copy.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import struct
import threading
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from factbook.runtime.progress import no_progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Item = TypeVar("Item")
Result = TypeVar("Result")

ALONE = "FACTBOOK_ONE_PROCESS"
"""Set in the environment, it keeps all work in one process."""

_CHUNK = 1 << 20
_MOST = 8
"""Processes: each has a copy of what the others make for themselves."""
_TURNS = 8192
"""Turns in which shared work is taken: what a pipe of 64 KB holds at once."""
_TURN = struct.Struct("=I")
_LENGTH = struct.Struct("=Q")


def run_alongside(other: Callable[[], Result], own: Callable[[], Item], *, worth: bool) -> tuple[Result, Item]:
    """What both make, `other` in a second process if that is `worth` it: what it makes must be picklable.

    An exception in the second process is raised here, by doing the work again.
    """
    if not worth or not _can_fork():
        return other(), own()
    with _frozen():
        process = _Process(lambda: iter((other(),)))
    try:
        mine = own()
    finally:
        theirs = process.rest()
    return theirs[0] if theirs else other(), mine


def parallel_map(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    least: int,
    own: Callable[[], object] = tuple,
    on_progress: Callable[[int], None] = no_progress,
) -> list[Result]:
    """What `work` makes of each item, in order: see `parallel_for_each`."""
    found: dict[int, Result] = {}
    parallel_for_each(work, items, found.__setitem__, least=least, own=own, on_progress=on_progress)
    return [found[place] for place in range(len(items))]


def parallel_for_each(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    take: Callable[[int, Result], object],
    *,
    least: int,
    own: Callable[[], object] = tuple,
    on_progress: Callable[[int], None] = no_progress,
) -> None:
    """Has `take` get the place of each item and what `work` makes of it, in any order, as soon as it is made.

    Whichever process is free takes the next few items; one does below `least`. `work` must not care who does it and
    in which order; what it makes must be picklable. What another process has failed to do is done here, where its
    exception is raised. `own` is what this process alone can do, before it takes any item. `on_progress` is told how
    many items have been begun by anyone, before this process takes the next.
    """
    others = (_processors() if len(items) >= max(least, 2) and _can_fork() else 1) - 1
    if not others:
        own()
        for place, item in enumerate(items):
            on_progress(place)
            take(place, work(item))
        return
    length = -(-len(items) // _TURNS)
    turns = _turns(-(-len(items) // length))
    taken = bytearray(len(items))

    def some(on_progress: Callable[[int], None]) -> Iterator[list[tuple[int, Result]]]:
        for turn in _taken(turns):
            first = turn * length
            on_progress(first)
            yield [(place, work(items[place])) for place in range(first, min(len(items), first + length))]

    def take_all(parts: Iterable[list[tuple[int, Result]]]) -> None:
        for place, made in chain.from_iterable(parts):
            take(place, made)
            taken[place] = True

    with _frozen():
        processes = [_Process(partial(some, no_progress)) for _ in range(others)]
    try:
        own()
        for part in some(on_progress):
            take_all((part, *chain.from_iterable(process.told() for process in processes)))
    finally:
        os.close(turns)
        rests = [process.rest() for process in processes]
    take_all(chain.from_iterable(rests))
    for place, item in enumerate(items):
        if not taken[place]:
            take(place, work(item))


@contextlib.contextmanager
def gc_paused() -> Iterator[None]:
    """Without the garbage collector, whose passes over millions of living objects free nothing during a build."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _can_fork() -> bool:
    """Whether a second process can be had, and a second processor for it."""
    if os.environ.get(ALONE) or not hasattr(os, "fork") or threading.active_count() > 1:
        return False
    return _processors() > 1


def _processors() -> int:
    """How many processes can run at once, as far as they are worth having."""
    affinity = getattr(os, "sched_getaffinity", None)
    return min(_MOST, len(affinity(0)) if affinity else os.cpu_count() or 1)


def _turns(count: int) -> int:
    """A pipe with a number for each turn, from which every process takes the next one; its end to read from."""
    reader, writer = os.pipe()
    os.write(writer, b"".join(map(_TURN.pack, range(count))))
    os.close(writer)
    return reader


def _taken(turns: int) -> Iterator[int]:
    """The next turn, as long as there is one. The kernel gives each to one process only."""
    while number := os.read(turns, _TURN.size):
        yield _TURN.unpack(number)[0]


@contextlib.contextmanager
def _frozen() -> Iterator[None]:
    """Keeps what is there out of the collector's reach, which would copy every page of memory that it marks."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


class _Process:
    """Another process, and what it tells of its work, part by part. Neither waits for the other before the end."""

    def __init__(self, work: Callable[[], Iterator[Any]]) -> None:
        self._reader, writer = os.pipe()
        _widen(writer)
        self._data = bytearray()
        self._id = os.fork()
        if self._id == 0:
            _work(work, self._reader, writer)
        os.close(writer)
        os.set_blocking(self._reader, False)

    def told(self) -> Iterator[Any]:
        """The parts that have come meanwhile."""
        with contextlib.suppress(BlockingIOError):
            self._read()
        return self._parts()

    def rest(self) -> list[Any]:
        """The parts that are still to come: all of them where the process does not fail. It has ended then."""
        os.set_blocking(self._reader, True)
        self._read()
        os.close(self._reader)
        os.waitpid(self._id, 0)
        return list(self._parts())

    def _read(self) -> None:
        while data := os.read(self._reader, _CHUNK):
            self._data += data

    def _parts(self) -> Iterator[Any]:
        """What of it is whole."""
        start, whole = 0, len(self._data)
        with memoryview(self._data) as data:
            while start + _LENGTH.size <= whole:
                end = start + _LENGTH.size + _LENGTH.unpack_from(data, start)[0]
                if end > whole:
                    break
                yield pickle.loads(data[start + _LENGTH.size : end])
                start = end
        del self._data[:start]


def _widen(pipe: int) -> None:
    """Lets a pipe hold more than 64 KB where the system allows it, so that whoever writes need not keep it."""
    with contextlib.suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _CHUNK)


def _work(work: Callable[[], Iterator[object]], reader: int, writer: int) -> NoReturn:
    """The other process: it tells what it makes and ends, without a word and without cleaning up."""
    status = 1
    try:
        gc.disable()
        os.close(reader)
        _tell(work(), writer)
        status = 0
    finally:
        os._exit(status)


def _tell(parts: Iterator[object], writer: int) -> None:
    """Writes each part as soon as it is made, as far as the pipe takes it; what is left is written at the end."""
    waiting = bytearray()
    os.set_blocking(writer, False)
    for part in parts:
        data = pickle.dumps(part, pickle.HIGHEST_PROTOCOL)
        waiting += _LENGTH.pack(len(data))
        waiting += data
        with contextlib.suppress(BlockingIOError):
            _write(writer, waiting)
    os.set_blocking(writer, True)
    _write(writer, waiting)


def _write(writer: int, waiting: bytearray) -> None:
    while waiting:
        del waiting[: os.write(writer, waiting)]

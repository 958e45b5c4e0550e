"""Ground: further processes for a part of some work, and a process without the garbage collector.

Only speed depends on either: `in_two`, `beside` and `shared` give the same with one process, and do so wherever
a second one cannot be had. Forked and never spawned, so that each process knows at once what the first one knows;
only from a single thread, since a lock that another thread holds would never be released in the copy.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import pickle
import struct
import threading
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

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


def in_two(work: Callable[[Sequence[Item]], Result], items: Sequence[Item], *, least: int) -> tuple[Result, ...]:
    """What `work` makes of the two halves of `items`, in order; of all of them at once below `least`.

    `work` must not care how the items are divided; what it makes of the second half must be picklable.
    An exception in the second process is raised here, by doing the work again.
    """
    if len(items) < max(least, 2) or not _can_fork():
        return (work(items),)
    middle = len(items) // 2
    second, first = beside(lambda: work(items[middle:]), lambda: work(items[:middle]), worth=True)
    return first, second


def beside(other: Callable[[], Result], own: Callable[[], Item], *, worth: bool) -> tuple[Result, Item]:
    """What both make, `other` in a second process if that is `worth` it: what it makes must be picklable.

    An exception in the second process is raised here, by doing the work again.
    """
    if not worth or not _can_fork():
        return other(), own()
    with _frozen():
        child = _forked(lambda: iter((other(),)))
    try:
        mine = own()
    finally:
        theirs = _end(*child)
    return theirs[0] if theirs is not None else other(), mine


def nobody(done: int) -> None:
    """Hears how far work is, and says nothing."""


def shared(
    work: Callable[[Item], Result], items: Sequence[Item], *, least: int, hear: Callable[[int], None] = nobody
) -> list[Result]:
    """What `work` makes of each item, in order. Whichever process is free takes the next few; one does below `least`.

    `work` must not care who does it and in which order; what it makes must be picklable. What another process
    has failed to do is done here, where its exception is raised. `hear` is told how many items have been begun by
    anyone, whenever this process takes the next ones.
    """
    others = (_processors() if len(items) >= max(least, 2) and _can_fork() else 1) - 1
    if not others:
        return [_heard(work, item, hear, place) for place, item in enumerate(items)]
    length = -(-len(items) // _TURNS)
    turns = _turns(-(-len(items) // length))

    def some(hear: Callable[[int], None]) -> Iterator[list[tuple[int, Result]]]:
        for turn in _taken(turns):
            first = turn * length
            hear(first)
            yield [(place, work(items[place])) for place in range(first, min(len(items), first + length))]

    with _frozen():
        children = [_forked(partial(some, nobody)) for _ in range(others)]
    try:
        found = dict(chain.from_iterable(some(hear)))
    finally:
        os.close(turns)
        theirs = [_end(*child) for child in children]
    for made in theirs:
        found.update(chain.from_iterable(made or ()))
    return [found[place] if place in found else work(items[place]) for place in range(len(items))]


def _heard(work: Callable[[Item], Result], item: Item, hear: Callable[[int], None], place: int) -> Result:
    hear(place)
    return work(item)


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
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


def _forked(work: Callable[[], Iterator[Result]]) -> tuple[int, int]:
    """Another process that does `work`, and the pipe through which it tells what it has made, part by part."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _child(work, reader, writer)
    os.close(writer)
    return child, reader


def _end(child: int, reader: int) -> list[Any] | None:
    """The parts that another process has made, once it has ended; None when it failed."""
    with os.fdopen(reader, "rb", buffering=_CHUNK) as stream:
        data = io.BytesIO(stream.read())
    _, status = os.waitpid(child, 0)
    if status != 0:
        return None
    parts, unpickler = [], pickle.Unpickler(data)
    while data.tell() < data.getbuffer().nbytes:
        parts.append(unpickler.load())
    return parts


def _child(work: Callable[[], Iterator[object]], reader: int, writer: int) -> None:
    """The other process: it writes what it has made and ends, without a word and without cleaning up.

    Each part is pickled as soon as it is made, while the first process is at work too.
    """
    status = 1
    try:
        gc.disable()
        os.close(reader)
        parts = io.BytesIO()
        pickler = pickle.Pickler(parts, pickle.HIGHEST_PROTOCOL)
        for part in work():
            pickler.dump(part)
        with os.fdopen(writer, "wb", buffering=_CHUNK) as stream:
            stream.write(parts.getbuffer())
        status = 0
    finally:
        os._exit(status)

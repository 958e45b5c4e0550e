"""Ground: a second process for half of some work, and a process without the garbage collector.

Only speed depends on either: `in_two` gives the same with one process, and does so wherever a second one
cannot be had. Forked and never spawned, so that the second process knows at once what the first one knows;
only from a single thread, since a lock that another thread holds would never be released in the copy.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import threading
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Item = TypeVar("Item")
Result = TypeVar("Result")

ALONE = "FACTBOOK_ONE_PROCESS"
"""Set in the environment, it keeps all work in one process."""

_CHUNK = 1 << 20


def in_two(work: Callable[[Sequence[Item]], Result], items: Sequence[Item], *, least: int) -> tuple[Result, ...]:
    """What `work` makes of the two halves of `items`, in order; of all of them at once below `least`.

    `work` must not care how the items are divided; what it makes of the second half must be picklable.
    An exception in the second process is raised here, by doing the work again.
    """
    if len(items) < max(least, 2) or not _can_fork():
        return (work(items),)
    middle = len(items) // 2
    reader, writer = os.pipe()
    with _frozen():
        child = os.fork()
    if child == 0:
        _child(lambda: work(items[middle:]), reader, writer)
    os.close(writer)
    try:
        first = work(items[:middle])
        with os.fdopen(reader, "rb", buffering=_CHUNK) as stream:
            data = stream.read()
    finally:
        with contextlib.suppress(OSError):
            os.close(reader)
        _, status = os.waitpid(child, 0)
    return first, pickle.loads(data) if status == 0 else work(items[middle:])


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
    affinity = getattr(os, "sched_getaffinity", None)
    return (len(affinity(0)) if affinity else os.cpu_count() or 1) > 1


@contextlib.contextmanager
def _frozen() -> Iterator[None]:
    """Keeps what is there out of the collector's reach, which would copy every page of memory that it marks."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _child(work: Callable[[], object], reader: int, writer: int) -> None:
    """The second process: it writes what it has made and ends, without a word and without cleaning up."""
    status = 1
    try:
        gc.disable()
        os.close(reader)
        with os.fdopen(writer, "wb", buffering=_CHUNK) as stream:
            pickle.dump(work(), stream, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)

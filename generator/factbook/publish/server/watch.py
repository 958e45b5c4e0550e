"""Host: waits until files are written, by the system's own events where it has them."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog import events
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from watchdog.observers.api import BaseObserver

_WRITES: list[type[events.FileSystemEvent]] = [
    events.FileModifiedEvent,
    events.FileCreatedEvent,
    events.FileMovedEvent,
    events.FileDeletedEvent,
    events.DirMovedEvent,
    events.DirDeletedEvent,
]
"""Not opening and closing: our own reading would wake us for ever."""
_QUIET = 0.015
"""Seconds without a further event after which a burst of writes (an editor's save, a checkout) is over."""
_PATIENCE = 40
"""Quiet moments waited for at most, should writing never end."""


class ChangedFiles:
    """Files written since we last looked."""

    def __init__(self) -> None:
        self._written = threading.Event()
        self._stopped = False
        self._paths: set[Path] = set()
        self._lock = threading.Lock()

    def note(self, *paths: Path) -> None:
        """These were written, or are gone."""
        with self._lock:
            self._paths.update(paths)
        self._written.set()

    def taken(self) -> frozenset[Path]:
        """What was written since this was last asked."""
        with self._lock:
            found, self._paths = frozenset(self._paths), set()
        return found

    def stop(self) -> None:
        """End all waiting."""
        self._stopped = True
        self._written.set()

    def wait(self) -> bool:
        """Block until files have been written and no more come; False when it is time to end."""
        self._written.wait()
        for _ in range(_PATIENCE):
            self._written.clear()
            if self._stopped or not self._written.wait(_QUIET):
                break
        return not self._stopped


@contextlib.contextmanager
def watching(paths: Sequence[Path]) -> Iterator[ChangedFiles]:
    """Note writes below these folders and to these files; those that do not exist yet are left out."""
    changes = ChangedFiles()
    observer = _observer(paths, changes)
    try:
        yield changes
    finally:
        observer.stop()
        observer.join()


def _observer(paths: Sequence[Path], changes: ChangedFiles) -> BaseObserver:
    try:
        return _started(Observer(), paths, changes)
    except OSError:  # no native events, or no more of them: look at the files again and again
        return _started(PollingObserver(timeout=1), paths, changes)


def _started(observer: BaseObserver, paths: Sequence[Path], changes: ChangedFiles) -> BaseObserver:
    for path in paths:
        if path.is_dir():
            observer.schedule(_Notes(changes, None), str(path), recursive=True, event_filter=_WRITES)
        elif path.exists():
            observer.schedule(_Notes(changes, path), str(path.parent), recursive=False, event_filter=_WRITES)
    observer.start()
    return observer


class _Notes(events.FileSystemEventHandler):
    def __init__(self, changes: ChangedFiles, only: Path | None) -> None:
        self._changes, self._only = changes, only

    def on_any_event(self, event: events.FileSystemEvent) -> None:
        names = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
        if counting := [path for path in names if self._counts(path)]:
            self._changes.note(*counting)

    def _counts(self, path: Path) -> bool:
        """Editors' own files, which are hidden or end in `~`, are no content."""
        if self._only is not None and path != self._only:
            return False
        return not path.name.startswith((".", "#")) and not path.name.endswith(("~", ".swp", ".tmp"))

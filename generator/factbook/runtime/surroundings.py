"""Runtime: what a process was given and did not ask for: its streams, its signals, the user's folders."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_NOWHERE = Path(os.devnull) / "factbook"
"""Where nothing can be read or written, whoever asks."""


def open_closed_streams() -> None:
    """Open the null device in the place of each standard stream that whoever started us has closed.

    The next file that we open would take its number otherwise, and what is printed would be written into it.
    """
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # which takes the lowest number that is free: this one
        if getattr(sys, name) is None:
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 - it stays open


def end_when_told_to() -> None:
    """Let the signals by which systems end a process clear up as Ctrl-C does; a second one ends it at once."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:  # `nohup` has it ignored
            signal.signal(number, _end)


@contextlib.contextmanager
def signals_held() -> Iterator[None]:
    """What would end the process waits until this is done: a thing is made, and somebody knows to clear it away.

    It waits for this thread, and so for a process that has one, as a build's has.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def user_cache() -> Path:
    """The folder of this user's caches of ours.

    One that belongs to another user is not trusted, and without a home there is none: nothing can be read or written
    then, and a cache that cannot be read or written is as good as none.
    """
    from platformdirs import user_cache_path

    try:
        own = user_cache_path("factbook", appauthor=False)
    except RuntimeError:  # a user without a name
        return _NOWHERE
    return own if own.is_absolute() and _is_ours(own) else _NOWHERE


def _is_ours(folder: Path) -> bool:
    """Whether a folder is this user's, or is not there yet."""
    try:
        owner = folder.stat().st_uid
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return not hasattr(os, "geteuid") or owner == os.geteuid()


def _end(number: int, frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_DFL)
    raise SystemExit(128 + number)

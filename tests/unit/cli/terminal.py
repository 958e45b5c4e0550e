"""A terminal for tests: a command runs in it as if somebody sat there, reads what is typed, and is read."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

REPOSITORY = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))
PATIENCE = 60.0
"""Seconds to wait for words; nothing is measured by it."""
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def at_a_terminal(
    arguments: Iterable[str],
    folder: Path,
    *,
    columns: int = 80,
    typed: Iterable[tuple[str, str]] = (),
    program: Iterable[str] = (sys.executable, "-m", "factbook"),
    environment: dict[str, str] | None = None,
) -> tuple[int, str]:
    """Exit status and all that a command showed; `typed` are words to wait for, each with the answer to type."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    command, env = (*program, *arguments), clean(folder) | (environment or {})
    with subprocess.Popen(
        command, cwd=folder, env=env, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    ) as running:
        os.close(theirs)
        seen = ""
        for words, answer in typed:
            seen += _until(ours, words)
            os.write(ours, f"{answer}\n".encode())
        seen += _until(ours, None)
        os.close(ours)
        return running.wait(PATIENCE), seen.replace("\r\n", "\n")


def into_a_pipe(
    arguments: Iterable[str], folder: Path, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The same command where nobody sits."""
    command, env = (sys.executable, "-m", "factbook", *arguments), clean(folder) | (environment or {})
    nobody = subprocess.DEVNULL
    return subprocess.run(command, cwd=folder, env=env, stdin=nobody, capture_output=True, text=True, check=False)


def plain(seen: str) -> str:
    """What was shown, without colours and moves."""
    return _CONTROL.sub("", seen)


def clean(home: Path) -> dict[str, str]:
    """The environment of somebody who has set nothing but the terminal's kind."""
    terminal = {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
    return {"HOME": str(home), "PATH": os.environ["PATH"], "PYTHONPATH": REPOSITORY, **terminal}


def _until(terminal: int, words: str | None) -> str:
    """What is shown until `words` are, or until the end."""
    data = b""
    last = time.monotonic() + PATIENCE
    while words is None or words not in data.decode("utf-8", "ignore"):
        if not select.select([terminal], [], [], max(0.0, last - time.monotonic()))[0]:
            raise AssertionError(f"waited for {words!r}, and saw {data.decode('utf-8', 'replace')!r}")
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # Linux says so when the other end is closed
            piece = b""
        if not piece:
            assert words is None, f"ended before {words!r}: {data.decode('utf-8', 'replace')}"
            break
        data += piece
    return data.decode("utf-8", "replace")

"""Runtime: files of strangers, read to a limit: no pipe is waited for, no device fills the memory."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Without O_NONBLOCK, opening a named pipe waits for ever."""
_MEGABYTE = 1024 * 1024


def read_file(path: Path, most: int) -> bytes:
    """What an ordinary file holds. Raises OSError, in words for people, for any other and for one of more bytes."""
    handle = os.open(path, _READING)
    with open(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "it is not an ordinary file; save what it holds in one", str(path))
        data = file.read(most + 1)
    if len(data) > most:
        limit = f"{most // _MEGABYTE} MB" if most >= _MEGABYTE else f"{most // 1024} KB"
        raise OSError(errno.EFBIG, f"it is larger than {limit}; split it into several", str(path))
    return data

"""Ground: the end of a process whose work is done, without taking apart what the system takes back at once.

To free millions of objects one by one, and to look through them for garbage before, takes as long as to write a
thousand pages. Only the command's own process ends so (`factbook.__main__`): in any other `hold` does nothing.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
import threading
from typing import NoReturn

_held: list[object] | None = None
"""What nobody needs any more; None where the process goes on after its work."""


def foresee() -> None:
    """Say that this process will end when its work is done."""
    global _held
    _held = []


def hold(*things: object) -> None:
    """Let no time be spent on freeing these, nor on looking for garbage in all that there is now."""
    if _held is not None:
        _held.extend(things)
        gc.freeze()


def end(status: int) -> NoReturn:
    """End this process as `sys.exit` does: what was to be done last is done, and what was said is said.

    Whoever watches the process, a profiler or a debugger, is let go on after it.
    """
    if threading.active_count() > 1 or sys.getprofile() or sys.gettrace():
        sys.exit(status)
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):  # nobody listens any more: Python knows what to make of it
        sys.exit(status)
    os._exit(status)

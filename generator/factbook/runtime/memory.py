"""Ground: memory that is free goes back to the system at the few moments when there is much of it."""

from __future__ import annotations

import ctypes


def give_back() -> None:
    """Give back what stages that are over have left free.

    The C library keeps it among what is still held, where Python cannot use it for small objects, of which a site is
    made: a third of what a large site takes. glibc can be told to give it back (`malloc_trim(3)`); where there is
    another library nothing happens.
    """
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return
    trim(0)

"""Runtime: a function that is called again and again with the same objects makes its value once."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    from collections.abc import Callable

Made = TypeVar("Made")
Things = TypeVarTuple("Things")


def remember_last(make: Callable[[*Things], Made]) -> Callable[[*Things], Made]:
    """The same function; it gives again what it gave last, when its arguments are the same objects.

    For values made of what has no hash or a costly one, such as a whole corpus. Only the last one is held.
    """
    last: tuple[tuple[*Things], Made] | None = None

    def made(*things: *Things) -> Made:
        nonlocal last
        if last is None or not all(map(_is, last[0], things)):
            last = things, make(*things)
        return last[1]

    return made


def _is(one: object, other: object) -> bool:
    return one is other

"""Where the parts of a quote with gaps (`[…]`) stand one after the other, each stretch as short as can be."""

from collections.abc import Callable, Iterator, Sequence

Search = Callable[[int], tuple[int, int] | None]
"""Gives the next place (start, end) of one part that begins at or after a position; None when there is none."""


def stretches(parts: Sequence[Search]) -> Iterator[tuple[int, int]]:
    """The stretches where all parts stand in order, from left to right."""
    start = parts[0](0)
    while start is not None:
        end = _end(parts[1:], start[1])
        if end is None:
            return
        following = parts[0](start[0] + 1)
        # "Japan […] Kyiv" stands once in "Japan and Japan in Kyiv": from the second Japan on.
        if len(parts) == 1 or following is None or _end(parts[1:], following[1]) != end:
            yield start[0], end
        start = following


def _end(parts: Sequence[Search], position: int) -> int | None:
    """Where the parts end that follow a position, each as early as can be."""
    for part in parts:
        found = part(position)
        if found is None:
            return None
        position = found[1]
    return position

"""Runtime: how work tells how far it is, to whoever wants to hear it."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told by the work how far it is."""

    def __call__(self, stage: str, done: int = 0, total: int = 0, /) -> None:
        """`stage` in words ("Looking up the quotes"); `total` is 0 when nobody knows how much there is."""


def no_progress(*told: object) -> None:
    """Where nobody wants to hear it: whatever is told is passed over."""

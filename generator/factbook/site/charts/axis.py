"""Pages: the axis of a chart: round values from zero up, and which series fit on it together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_STEPS = (1.0, 2.0, 2.5, 4.0, 5.0, 10.0)
_MOST_TICKS = 5
_TOO_FAR = 3.0
"""A series whose values lie this many times above the others would press them against zero."""


def ticks(low: float, high: float) -> tuple[float, ...]:
    """Four or five round values that span `low` to `high` and zero: a bar or a distance from zero stays true."""
    low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        return (0.0, 1.0)
    step = _step((high - low) / (_MOST_TICKS - 1))
    first = -_steps_to(-low, step)
    return tuple(step * n for n in range(first, _steps_to(high, step) + 1))


def on_one_axis(highest: Mapping[str, float], lead: str) -> frozenset[str]:
    """The series that share an axis with `lead`, given each one's highest value."""
    top, fitting = highest[lead], {lead}
    for name in sorted(highest, key=lambda name: highest[name]):
        if highest[name] <= top * _TOO_FAR:
            fitting.add(name)
            top = max(top, highest[name])
    return frozenset(fitting)


def _step(rough: float) -> float:
    """The next round step: 1, 2, 2.5, 4 or 5 times a power of ten."""
    power = 1.0
    while power * 10 <= rough:
        power *= 10
    while power > rough:
        power /= 10
    return next(factor * power for factor in _STEPS if factor * power >= rough - 1e-9 * power)


def _steps_to(value: float, step: float) -> int:
    whole = int(value / step)
    return whole if whole * step >= value else whole + 1

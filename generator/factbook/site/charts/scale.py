"""Site, charts: one scale for all values of a series, with round numbers along it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.site.charts.values import Value

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_PARTS = 4
"""A scale has at most so many parts."""
_FAR_FROM_ZERO = Decimal("0.9")
"""When the lowest value is at least this part of the highest, the scale does not begin at zero."""


@frozen
class Scale:
    """Round numbers from one end to the other, at equal distances."""

    ticks: tuple[Decimal, ...]

    def at(self, value: Decimal) -> float:
        """The place of a value, in hundredths of the scale."""
        low, high = self.ticks[0], self.ticks[-1]
        return round(float((value - low) / (high - low) * 100), 2)

    @property
    def from_zero(self) -> bool:
        return self.ticks[0] <= 0 <= self.ticks[-1]


def scale_of(values: Sequence[Value]) -> Scale:
    """The scale on which all values have room."""
    low, high = min(value.low for value in values), max(value.high for value in values)
    if not _is_far_from_zero(low, high):
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    step = _step((high - low) / _PARTS or Decimal(1))
    first = (low / step).to_integral_value(rounding="ROUND_FLOOR")
    last = max((high / step).to_integral_value(rounding="ROUND_CEILING"), first + 1)
    return Scale(tuple(step * (first + place) for place in range(int(last - first) + 1)))


def _is_far_from_zero(low: Decimal, high: Decimal) -> bool:
    if low > 0:
        return low < high and low >= high * _FAR_FROM_ZERO
    return high < 0 and low < high and high <= low * _FAR_FROM_ZERO


def _step(least: Decimal) -> Decimal:
    """The smallest round number that is not less than `least`."""
    size = Decimal(1).scaleb(least.adjusted())
    return next(size * one for one in _STEPS if size * one >= least)

"""The scale of a series: round numbers, room for every value, from zero unless zero is far away."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factbook.site.charts.scale import scale_of
from tests.unit.site.figures_given import given


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        (("8000", "11000"), [0, 5000, 10000, 15000]),
        (("0.2", "0.9"), [0, 0.25, 0.5, 0.75, 1]),
        (("-9", "-3"), [-10, -7.5, -5, -2.5, 0]),
        (("-3", "4"), [-4, -2, 0, 2, 4]),
        (("98.1", "98.6"), [98, 98.2, 98.4, 98.6]),
        (("5", "5"), [0, 2, 4, 6]),
        (("0", "0"), [0, 1]),
        (("1000000000", "1"), [0, 250000000, 500000000, 750000000, 1000000000]),
    ],
)
def test_the_round_numbers_of_a_scale(values: tuple[str, ...], ticks: list[float]) -> None:
    found = scale_of(given(*values))
    assert [float(tick) for tick in found.ticks] == ticks
    for value in values:
        assert 0 <= found.at(Decimal(value)) <= 100


def test_a_scale_far_from_zero_says_so() -> None:
    assert not scale_of(given("98.1", "98.6")).from_zero
    assert scale_of(given("-3", "4")).from_zero


def test_places_are_hundredths_from_the_left() -> None:
    scale = scale_of(given("8000", "11000"))
    assert [scale.at(tick) for tick in scale.ticks] == [0, 33.33, 66.67, 100]

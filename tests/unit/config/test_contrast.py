"""Contrast: the ratios of WCAG, and the nearest colour of a hue that can be read."""

from __future__ import annotations

import pytest

from factbook.config.contrast import LEAST, Scheme, ratio, readable, whole


@pytest.mark.parametrize(
    ("colour", "scheme", "known"),
    [("#000000", "light", 14.7), ("#ffffff", "light", 1.0), ("#ffffff", "dark", 10.1), ("#171b21", "dark", 1.0)],
)
def test_the_least_contrast_with_any_ground(colour: str, scheme: Scheme, known: float) -> None:
    assert round(ratio(colour, scheme), 1) == known


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#ff0000", "#00ff00", "#0000ff", "#ffff00", "#808080"])
def test_the_nearest_colour_can_be_read_and_its_neighbour_cannot(colour: str, scheme: Scheme) -> None:
    found = readable(colour, scheme)
    assert ratio(found, scheme) >= LEAST
    assert found == colour or ratio(found, scheme) < LEAST + 0.2


@pytest.mark.parametrize(("typed", "meant"), [("7A1B4F", "#7a1b4f"), ("#abc", "#aabbcc"), ("#1b4f7a", "#1b4f7a")])
def test_what_is_typed(typed: str, meant: str) -> None:
    assert whole(typed) == meant

"""The parts of a sum stand on the scale of the stated total."""

from __future__ import annotations

import re

from factbook.site.render.svg.sums import drawing
from factbook.site.views.charts import Part, SumChart

CHART = SumChart(
    "drones",
    "83 or 85?",
    "Stated 83; 55 + 30 = 85",
    "Stated",
    83,
    "83",
    "55 + 30",
    (Part("55", 55), Part("30", 30)),
    "85, our sum",
)


def test_the_parts_are_as_long_as_their_share_of_the_stated_total() -> None:
    stated, first, _ = (float(width) for width in re.findall(r'width="([\d.]+)"', drawing(CHART)))
    assert abs(first / stated - 55 / 83) < 0.002


def test_the_tick_stands_at_the_stated_total() -> None:
    made = drawing(CHART)
    stated = re.findall(r'width="([\d.]+)"', made)[0]
    assert f'class="c-tick" d="M{stated} ' in made


def test_both_totals_are_told_in_words() -> None:
    made = drawing(CHART)
    assert ">83</text>" in made
    assert ">85, our sum</text>" in made

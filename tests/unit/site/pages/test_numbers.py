"""The list of all numbers: charts of a few series, lines of many, groups together, in the order of the language."""

from __future__ import annotations

import re

from factbook.site.pages.numbers.builder import TYPE, in_order
from tests.unit.site.figures_given import made, value


def of(series: str, name: str = "") -> str:
    return value(name or f"fact-{series}", "value: 8").replace("series: troops", f"series: {series}")


def test_names_stand_in_the_order_of_the_language_and_groups_together() -> None:
    files = {
        "series_z": "title: Zebra\n",
        "series_o": "title: Österreich\n",
        "series_a": "title: apple\ngroup: g\n",
        "series_y": "title: Yak\ngroup: g\n",
    }
    assert in_order(made(*map(of, "zoay"), **files)) == ["a", "y", "o", "z"]


def test_a_series_without_a_figure_is_not_listed() -> None:
    assert in_order(made(value("a", "value: 1"), series_empty="title: Empty\n")) == ["troops"]


def test_many_series_are_lines() -> None:
    files = {f"series_s{n:02}": f"title: Series {n:02}\n" for n in range(30)}
    html = next(TYPE.pages(made(*(of(f"s{n:02}") for n in range(30)), **files), "")).html
    assert "figure-chart" not in html
    assert len(re.findall("<tr><td>", html)) == 30


def test_no_number_at_all_is_said() -> None:
    gone = value("a", "value: 1", more="  retracted: {on: 2025-01-01, note: No.}\n")
    assert "The sources give no figure." in next(TYPE.pages(made(gone), "")).html

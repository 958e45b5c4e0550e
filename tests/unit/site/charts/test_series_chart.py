"""The chart of a series: a list whose words are text and whose marks are drawings without any."""

from __future__ import annotations

import re

import pytest

from factbook.site.charts.series_chart import AT_MOST, figure, picture_kinds, small_mark
from tests.unit.site.figures_given import made, value


def rows(html: str) -> list[str]:
    return re.findall(r"<li.*?</li>", html)


def test_a_row_says_when_who_and_how_much() -> None:
    fragments = made(value("a", "value: 8000, modifier: up-to", speaker="anna"), value("b", "value: 11000"))
    (row, _) = rows(fragments.chart("troops").html())
    assert re.sub(r"<.*?>", " ", row).split() == ["4", "Nov", "2024", "anna", "report", "up", "to", "8,000"]


def test_no_text_stands_in_a_drawing() -> None:
    chart = made(value("a", "low: 8, high: 12"), value("b", "value: 3, modifier: about")).chart("troops")
    drawings = [row[row.index("<svg") : row.rindex("</svg>")] for row in chart.rows]
    assert [re.sub(r"<.*?>", "", drawing) for drawing in drawings] == ["", ""]


def test_a_lone_value_has_no_mark_and_its_unit() -> None:
    chart = made(value("a", "value: 8000")).chart("troops")
    assert chart.scale is None
    assert "<svg" not in chart.html()
    assert "8,000 troops" in chart.html()
    assert small_mark(made(value("a", "value: 8000")), "a") == ""


@pytest.mark.parametrize(
    ("modifier", "arrow"),
    [("up-to", "H-60"), ("more-than", "H60"), ("at-least", "H60"), ("exactly", None)],
)
def test_a_limit_is_an_arrow_that_points_away_from_it(modifier: str, arrow: str | None) -> None:
    html = made(value("a", f"value: 50, modifier: {modifier}"), value("b", "value: 100")).chart("troops").rows[0]
    assert (arrow in html) if arrow else ("<circle" in html)


def test_a_chart_shows_the_newest_and_how_many_there_were_before() -> None:
    facts = [
        value(f"f{n:03}", f"value: {n + 1}", date=f"{2000 + n // 12}-{n % 12 + 1:02}") for n in range(AT_MOST + 5)
    ]
    fragments = made(*facts)
    assert len(rows(fragments.chart("troops").html())) == AT_MOST
    assert "and 61 earlier figures" in figure(fragments, "troops", 4)


def test_superseded_values_are_struck() -> None:
    chart = made(value("old", "value: 8"), value("new", "value: 9", date="2025", more="  supersedes: [old]\n")).chart(
        "troops"
    )
    assert [row.startswith('<li class="past">') for row in chart.rows] == [True, False]


@pytest.mark.parametrize(
    ("title", "kinds"), [("Soldats à Koursk", ("png", "svg")), ("جنود", ("svg",)), ("兵力", ("svg",))]
)
def test_a_picture_is_offered_only_in_scripts_that_its_font_has(title: str, kinds: tuple[str, ...]) -> None:
    fragments = made(value("a", "value: 1"), value("b", "value: 2"), series_troops=f"title: {title}\nunit: troops\n")
    assert picture_kinds(fragments, "troops") == kinds

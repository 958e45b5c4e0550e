"""The values of a series: in order, a superseded one before what replaced it, none that is no number."""

from __future__ import annotations

from factbook.site.charts.values import current
from tests.unit.site.figures_given import made, value

GONE = value("gone", "value: 1", more="  retracted: {on: 2024-12-01, note: Wrong.}\n")


def ids(*facts: str) -> list[str]:
    return [one.fact.id for one in made(*facts).values("troops")]


def test_values_stand_by_date() -> None:
    assert ids(value("late", "value: 2", date="2025"), value("early", "value: 1", date="2024")) == ["early", "late"]


def test_a_superseded_value_stands_before_what_replaced_it_whatever_its_date() -> None:
    old = value("old", "value: 8000", date="2024-12-01")
    new = value("new", "value: 9000", date="2024-11-01", more="  supersedes: [old]\n")
    assert ids(old, new) == ["old", "new"]
    assert [one.fact.id for one in current(made(old, new).values("troops"))] == ["new"]


def test_the_day_as_of_which_a_figure_is_given_counts() -> None:
    assert ids(value("b", "value: 1, as_of: 2020", date="2024"), value("a", "value: 1", date="2021")) == ["b", "a"]


def test_a_retracted_value_is_none() -> None:
    assert ids(GONE, value("a", "value: 2")) == ["a"]


def test_a_denied_value_is_past() -> None:
    assert current(made(value("no", "value: 1", more="  stance: denies\n")).values("troops")) == ()


def test_a_range_has_both_ends() -> None:
    (one,) = made(value("a", "low: 8, high: 12")).values("troops")
    assert [str(one.low), str(one.high)] == ["8", "12"]

"""Charts say what the values say, in their order in time, and nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.site.charts import axis
from factbook.site.charts import series_chart as figures
from factbook.site.charts import sum_chart as sums
from factbook.site.pages.series import builder as series
from factbook.site.views.charts import Gap, Mark
from tests.unit.site.pages.worlds import world

if TYPE_CHECKING:
    from factbook.site.pages.series.view import Figure

TROOPS = "title: Troops in Kursk\nunit: troops\n"


def fact(id: str, date: str, speaker: str, figure: str, more: str = "") -> str:
    """One fact of the series `troops` unless `figure` names another."""
    said = f"  asserted_by: [{speaker}]\n" if speaker else ""
    return (
        f"- id: {id}\n  statement: Somebody said so.\n  date: {date}\n  topics: [war]\n{said}{more}"
        f"  figure: {{{figure if 'series' in figure else 'series: troops, ' + figure}}}\n"
        "  citations: [{source: report, quote: so}]\n"
    )


def drawn(*facts: str, **files: str) -> Figure:
    found = figures.figure(world(fact="".join(facts), series_troops=TROOPS, **files), ("troops",), "troops")
    assert found is not None
    return found


def marks(figure: Figure) -> list[Mark | Gap]:
    return [row for scope in figure.chart.scopes for row in scope.rows]


MILLER = fact("miller", "../2024-11-04", "miller", "value: 10000, modifier: up-to", "  supersedes: [earlier]\n")
EARLIER = fact("earlier", "../2024-11-04", "usa", "value: 8000")
KYIV = fact("kyiv", "2024-11-04", "zelenskyy", "value: 11000")
ALLIES = fact("allies", "../2024-11-16", "allies", "value: 12000, modifier: up-to")


def test_the_headline_counts_values_and_speakers_and_names_the_highest() -> None:
    assert drawn(MILLER, EARLIER, KYIV).headline == ("3 values from 3 speakers; highest named: 11,000; 1 superseded")


def test_a_highest_value_that_is_a_limit_is_called_one() -> None:
    assert drawn(KYIV, ALLIES).headline == "2 values from 2 speakers; highest named: up to 12,000, a ceiling"


def test_where_speakers_put_the_highest_number_differently_only_the_number_stands() -> None:
    exact = fact("exact", "2024-11-17", "seoul", "value: 12000")
    assert drawn(KYIV, ALLIES, exact).headline.endswith("highest named: 12,000")


def test_one_value_is_told_with_its_speaker() -> None:
    assert drawn(KYIV).headline == "One value, from zelenskyy: 11,000"


def test_values_that_all_agree_are_said_to() -> None:
    again = fact("again", "2024-11-05", "seoul", "value: 11000")
    assert drawn(KYIV, again).headline == "2 values from 2 speakers; all name 11,000"


def test_a_superseded_value_is_never_the_highest() -> None:
    old = fact("old", "2024-11-01", "usa", "value: 20000")
    new = fact("new", "2024-11-03", "usa", "value: 9000", "  supersedes: [old]\n")
    assert drawn(old, new).headline == "2 values from usa; standing: 9,000; 1 superseded"


def test_time_runs_down_and_what_was_replaced_stands_before_what_replaced_it() -> None:
    assert [row.value for row in marks(drawn(ALLIES, KYIV, MILLER, EARLIER)) if isinstance(row, Mark)] == [
        "8,000",
        "up to 10,000",
        "11,000",
        "up to 12,000",
    ]


def test_a_replaced_value_with_a_later_end_of_its_date_still_stands_first() -> None:
    fifty = fact("fifty", "../2025-07-31", "trump", "value: 50")
    ten = fact("ten", "2025-07-28", "trump", "low: 10, high: 12", "  supersedes: [fifty]\n")
    assert [value.fact for value in drawn(fifty, ten).values] == ["fifty", "ten"]


def test_a_gap_is_told_in_whole_months_and_only_when_long() -> None:
    late = fact("late", "2025-07-13", "reuters", "value: 10000, modifier: more-than")
    gaps = [row.words for row in marks(drawn(KYIV, ALLIES, late)) if isinstance(row, Gap)]
    assert gaps == ["more than 7 months lie between"]


def test_modifiers_become_shapes_and_a_range_a_bar() -> None:
    given = (
        fact("a", "2024-11-01", "a", "value: 1, modifier: about"),
        fact("b", "2024-11-02", "b", "value: 2, modifier: at-least"),
        fact("c", "2024-11-03", "c", "low: 3, high: 4"),
    )
    assert [row.shape for row in marks(drawn(*given)) if isinstance(row, Mark)] == ["about", "at-least", "range"]


def test_the_reading_names_only_marks_that_are_there() -> None:
    reading = drawn(KYIV).reading
    assert "dot" in reading
    assert "arrow" not in reading
    assert "superseded" not in reading


def test_a_value_without_a_speaker_is_the_publisher_s_own_voice() -> None:
    (value,) = drawn(fact("own", "2024-11-01", "", "value: 5")).values
    assert value.note == "own voice"
    assert [who.text.words for who in value.who] == ["report"]


def test_the_description_holds_every_value_in_words() -> None:
    assert drawn(ALLIES, KYIV).chart.description == (
        "Troops in Kursk: 4 Nov 2024, zelenskyy: 11,000; by 16 Nov 2024, allies: up to 12,000."
    )


def test_series_of_one_group_share_a_chart_and_another_order_of_size_leaves_the_axis() -> None:
    both = "title: Both armies\nunit: troops\ngroup: dprk\n"
    laid = world(
        fact=KYIV + ALLIES + fact("nyt", "2024-11-10", "nyt", "series: both, value: 50000"),
        series_troops=TROOPS + "group: dprk\n",
        series_both=both,
    )
    (entry,) = series.numbers(laid, "").entries
    assert [(scope.title, scope.to_scale) for scope in entry.figure.chart.scopes] == [
        ("Troops in Kursk", True),
        ("Both armies", False),
    ]
    assert entry.figure.headline == "3 values from 3 speakers, in 2 counts; compare only within one count"


def test_another_unit_leaves_the_axis() -> None:
    laid = world(
        fact=KYIV + fact("tanks", "2024-11-10", "nyt", "series: tanks, value: 50"),
        series_troops=TROOPS + "group: dprk\n",
        series_tanks="title: Tanks\nunit: tanks\ngroup: dprk\n",
    )
    (entry,) = series.numbers(laid, "").entries
    assert [scope.to_scale for scope in entry.figure.chart.scopes] == [True, False]


def test_the_page_of_a_series_is_about_its_own_values() -> None:
    laid = world(
        fact=KYIV + fact("nyt", "2024-11-10", "nyt", "series: both, value: 50000"),
        series_troops=TROOPS + "group: dprk\n",
        series_both="title: Both armies\nunit: troops\ngroup: dprk\n",
    )
    page = series.one(laid, "both")
    assert page.chart is not None
    assert page.chart.figure.headline == "One value, from nyt: 50,000"
    assert page.chart.figure.series == "both troops"
    assert page.frame.facts == {"nyt"}


def test_a_series_without_a_value_has_a_page_that_says_so() -> None:
    page = series.one(world(series_troops=TROOPS), "troops")
    assert page.chart is None
    assert page.meta == ("Nobody has put a value on it in the sources held.",)


def test_a_retracted_value_is_not_drawn() -> None:
    gone = fact("gone", "2024-11-05", "nyt", "value: 99000", "  retracted: {on: 2024-12-01, note: Wrong.}\n")
    assert [value.fact for value in drawn(KYIV, gone).values] == ["kyiv"]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (8000, 12000, (0, 4000, 8000, 12000)),
        (83, 83, (0, 25, 50, 75, 100)),
        (3, 3, (0, 1, 2, 3)),
        (0, 0, (0, 1)),
        (0.2, 0.9, (0, 0.25, 0.5, 0.75, 1)),
        (-30, 50, (-40, -20, 0, 20, 40, 60)),
    ],
)
def test_the_axis_has_round_steps_and_holds_zero(low: float, high: float, expected: tuple[float, ...]) -> None:
    assert axis.ticks(low, high) == pytest.approx(expected)


DRONES = "value: 83"


def test_parts_that_are_more_than_the_whole_are_drawn_against_it() -> None:
    night = fact("night", "2024-11-16", "kyiv", DRONES, "  computed: [{value: 85, from: 55 + 30}]\n")
    laid = world(fact=night, series_troops=TROOPS)
    chart = sums.chart(laid, laid.corpus.facts["night"])
    assert chart is not None
    assert (chart.stated, [part.value for part in chart.parts]) == (83, [55, 30])
    assert chart.description == "Stated: 83 troops. The parts: 55 + 30 = 85."


@pytest.mark.parametrize("working", ["20 + 11", "83 - 20 - 11", "55 + 28"])
def test_some_parts_a_rest_and_a_sum_that_fits_are_no_disagreement(working: str) -> None:
    value = {"20 + 11": 31, "83 - 20 - 11": 52, "55 + 28": 83}[working]
    night = fact("night", "2024-11-16", "kyiv", DRONES, f"  computed: [{{value: {value}, from: {working}}}]\n")
    laid = world(fact=night, series_troops=TROOPS)
    assert sums.chart(laid, laid.corpus.facts["night"]) is None

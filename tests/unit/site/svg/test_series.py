"""A series is drawn as its values were given: dots, limits, ranges, and nothing between them."""

from __future__ import annotations

import re
from dataclasses import replace

from factbook.site.render.svg.series import NARROW, WIDE, drawing, drawings
from factbook.site.views.charts import Gap, Mark, Scope, SeriesChart, Tick

DOT = Mark("/f/#a", "4 Nov 2024", "Volodymyr Zelenskyy", "", "11,000", "exactly", 11000, 11000)


def chart(*rows: Mark | Gap, to_scale: bool = True) -> SeriesChart:
    ticks = tuple(Tick(value, f"{value:,}") for value in (0, 4000, 8000, 12000))
    scope = Scope("In Kursk region", "", to_scale, rows)
    return SeriesChart("troops", "Who says what", "Zelenskyy: 11,000", "troops", ticks, (scope,))


def test_a_value_as_given_is_a_dot_at_its_place_on_the_axis() -> None:
    made = drawing(chart(DOT), WIDE)
    place = WIDE.start + (WIDE.end - WIDE.start) * 11 / 12
    assert re.search(rf'<circle class="c-dot" cx="{place:.1f}"', made)


def test_each_mark_is_a_link_to_its_fact_that_says_who_when_and_what() -> None:
    made = drawing(chart(DOT), WIDE)
    assert '<a href="/f/#a" aria-label="4 Nov 2024, Volodymyr Zelenskyy: 11,000" class="c-row">' in made


def test_a_ceiling_is_a_cap_with_an_arrow_down_and_a_floor_one_with_an_arrow_up() -> None:
    ceiling = drawing(chart(replace(DOT, shape="up-to")), WIDE)
    floor = drawing(chart(replace(DOT, shape="more-than")), WIDE)
    assert "c-dot" not in ceiling + floor
    assert "l-7 5l7 5" in ceiling
    assert "l7 5l-7 5" in floor
    assert ceiling.count("c-cap") == floor.count("c-cap") == 1


def test_the_length_of_a_limit_is_the_same_for_every_value() -> None:
    def length(value: float) -> float:
        made = drawing(chart(replace(DOT, shape="up-to", low=value, high=value)), WIDE)
        start, end = re.findall(r'd="M([\d.]+) [\d.]+H([\d.]+)" *', made.replace('class="c-line" ', ""))[0]
        return round(abs(float(end) - float(start)))

    assert length(6000) == length(12000)


def test_a_range_is_a_bar_between_two_caps() -> None:
    made = drawing(chart(replace(DOT, shape="range", low=4000.0, high=8000.0)), WIDE)
    assert made.count("c-cap") == 2
    assert "c-tip" not in made


def test_an_approximate_value_has_soft_ends() -> None:
    made = drawing(chart(replace(DOT, shape="about")), WIDE)
    assert made.count("c-soft") == 2
    assert "c-dot" in made


def test_a_superseded_value_is_marked_as_such() -> None:
    made = drawing(chart(replace(DOT, superseded=True, note="superseded")), WIDE)
    assert 'class="c-row c-old"' in made
    assert "superseded" in made


def test_a_value_off_the_axis_is_drawn_broken_with_its_words() -> None:
    made = drawing(chart(replace(DOT, low=50000, high=50000, value="50,000"), to_scale=False), WIDE)
    assert "c-break" in made
    assert "c-dot" not in made
    assert ">50,000</text>" in made


def test_a_value_beyond_the_last_tick_is_drawn_broken_too() -> None:
    assert "c-break" in drawing(chart(replace(DOT, low=50000, high=50000)), WIDE)


def test_a_value_that_is_no_plain_number_keeps_its_words() -> None:
    made = drawing(chart(replace(DOT, low=None, high=None, value="many")), WIDE)
    assert "c-dot" not in made
    assert ">many</text>" in made


def test_a_gap_in_time_is_told_in_words() -> None:
    made = drawing(chart(DOT, Gap("8 months without a value"), DOT), NARROW)
    assert '<text class="c-gap"' in made
    assert "8 months without a value" in made


def test_both_widths_hold_the_same_marks_under_different_ids() -> None:
    made = drawings(chart(DOT, replace(DOT, href="/f/#b")))
    assert made.count('href="/f/#a"') == made.count('href="/f/#b"') == 2
    ids = re.findall(r' id="([^"]+)"', made)
    assert len(ids) == len(set(ids))


def test_no_label_runs_out_of_the_drawing() -> None:
    made = drawing(chart(replace(DOT, shape="more-than", value="more than 11,000 and counting")), NARROW)
    assert 'text-anchor="end"' in made.split("c-v")[1]


def test_words_of_the_content_cannot_leave_their_place() -> None:
    evil = '"><script>x</script>'
    mark = replace(DOT, who=evil, when=evil, note=evil, value=evil, href=evil)
    assert "<script" not in drawings(replace(chart(mark), title=evil, description=evil, unit=evil))


def test_there_is_no_colour_and_no_style_in_the_drawing() -> None:
    made = drawings(chart(DOT, replace(DOT, shape="range", low=1.0)))
    assert "style=" not in made
    assert "fill=" not in made

"""Elements come out escaped, and numbers without noise."""

from __future__ import annotations

import pytest

from factbook.site.render.svg import elements as svg
from factbook.site.render.svg import text_width as letters


def test_words_of_people_are_escaped_in_children_and_in_attributes() -> None:
    made = svg.element("a", "<b>&", href='x"onload="y', aria_label="<script>")
    assert made == '<a href="x&#34;onload=&#34;y" aria-label="&lt;script&gt;">&lt;b&gt;&amp;</a>'


def test_markup_among_the_children_is_kept() -> None:
    assert svg.element("g", svg.element("path", d="M0 0")) == '<g><path d="M0 0"/></g>'


@pytest.mark.parametrize(
    ("value", "written"), [(1.0, "1"), (0.04, "0"), (-0.04, "0"), (12.345, "12.3"), (-3.5, "-3.5")]
)
def test_numbers_have_one_digit_at_most(value: float, written: str) -> None:
    assert svg.number(value) == written


def test_a_drawing_says_its_name_and_its_description() -> None:
    made = svg.document("c", "fb-wide", (10, 20), "Who & what", "All of it", "")
    assert '<title id="c-title">Who &amp; what</title>' in made
    assert 'aria-labelledby="c-title"' in made
    assert 'aria-describedby="c-desc"' in made


def test_a_drawing_with_links_in_it_is_no_image() -> None:
    assert 'role="group"' in svg.document("c", "", (1, 1), "t", "d")


def test_lines_break_between_words_and_never_inside_one() -> None:
    assert letters.wrap("US, South Korean and Ukrainian intelligence", 140) == (
        "US, South Korean and",
        "Ukrainian intelligence",
    )
    assert letters.wrap("Vergeltungswaffenstillstandsverhandlung", 20) == ("Vergeltungswaffenstillstandsverhandlung",)


def test_wide_letters_take_more_room_than_narrow_ones() -> None:
    assert letters.width("MMM") > letters.width("iii") * 3
    assert letters.width("日本") == 26.0

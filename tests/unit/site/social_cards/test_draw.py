"""Cards as pictures: what can be drawn is drawn in full, and what cannot leaves no trace."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from factbook.site.social_cards.card import Card
from factbook.site.social_cards.draw import drawn
from factbook.site.social_cards.typeset import Face

CARD = Card("Topic", "The flood at Tal", "The dam at Tal broke on 3 May 2024.", "River watch", "river.example")
TITLE, LEAD, FOOT = (60, 120, 1140, 215), (60, 215, 1140, 530), (60, 550, 1140, 620)
"""Boxes in which the title, the lead and the foot of `CARD` stand."""


def test_a_card_is_a_small_png_of_the_size_that_pages_tell() -> None:
    data = drawn(CARD)
    picture = Image.open(BytesIO(data))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert len(data) < 30_000


def test_the_same_card_gives_the_same_bytes() -> None:
    assert drawn(CARD) == drawn(replace(CARD))


@pytest.mark.parametrize("box", [TITLE, LEAD, FOOT])
def test_every_text_leaves_ink(box: tuple[int, int, int, int]) -> None:
    assert inked(CARD, box)


@pytest.mark.parametrize(
    "lead", ["둑이 무너졌다", "انهار السد في تال", "堤防が決壊した", "The dam 둑 broke", "नदी", "broke 💥"]
)
def test_a_lead_that_cannot_be_drawn_in_full_is_left_out(lead: str) -> None:
    assert drawn(replace(CARD, lead=lead)) == drawn(replace(CARD, lead=""))
    assert inked(replace(CARD, lead=lead), TITLE)


@pytest.mark.parametrize("title", ["탈의 홍수", "الفيضان في تال", "洪水"])
def test_without_its_title_a_card_shows_the_site_alone(title: str) -> None:
    assert drawn(replace(CARD, title=title)) == drawn(Card("", "River watch", "", "", ""))
    assert drawn(replace(CARD, title=title, site="강 감시")) == drawn(Card("", "river.example", "", "", ""))


def test_a_site_whose_name_cannot_be_drawn_shows_its_address() -> None:
    assert drawn(replace(CARD, site="강 감시")) == drawn(replace(CARD, site="river.example"))


def test_nothing_that_can_be_drawn_is_still_a_picture() -> None:
    assert Image.open(BytesIO(drawn(Card("주제", "홍수", "둑", "강", "")))).size == (1200, 630)


@pytest.mark.parametrize(
    "words", ["Łódź Çeşme Ő ñ", "Андрій Сибіга", "Ώρα Ελλάδα", "Đặng Thị Ngọc", "“11,000” – 2 €"]
)
def test_scripts_that_the_fonts_have(words: str) -> None:
    assert Face("NotoSerif-Bold", 46).drawable(words) == words


def test_marks_of_direction_and_spaces_take_no_place() -> None:
    assert Face("NotoSerif-Bold", 46).drawable(" The\u200e  dam\u00ad ") == "The dam"


def test_letters_in_two_parts_are_put_together() -> None:
    assert Face("NotoSerif-Bold", 46).drawable("e\u0301") == "é"
    assert Face("NotoSerif-Bold", 46).drawable("x\u0301") == ""


def test_a_long_text_ends_in_dots_at_a_word() -> None:
    lines, whole = Face("NotoSerif-Regular", 30).lines("water " * 60, 600, 3)
    assert not whole
    assert len(lines) == 3
    assert lines[-1].endswith("water …")
    assert all(Face("NotoSerif-Regular", 30).width(line) <= 600 for line in lines)


def test_no_word_of_a_title_stands_alone() -> None:
    face = Face("NotoSerif-Bold", 64)
    title = "The drone night of 16 November 2024"
    assert face.lines(title, 1056, 2)[0] == ["The drone night of 16 November", "2024"]
    assert face.even(title, 1056, 2) == (["The drone night of", "16 November 2024"], True)
    assert face.even("One line", 1056, 2) == (["One line"], True)
    assert face.even("", 1056, 2) == ([], True)


def test_a_word_wider_than_the_picture_is_not_drawn_over_its_edge() -> None:
    assert not inked(replace(CARD, title="A" * 200), (1150, 100, 1200, 530))


def inked(card: Card, box: tuple[int, int, int, int]) -> bool:
    """Whether anything stands in a part of the picture."""
    part = Image.open(BytesIO(drawn(card))).convert("L").crop(box)
    return part.getextrema() != (255, 255)

"""Kept pictures: drawn once, never trusted when damaged, and drawn anew when anything in them changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factbook.site.social_cards import cache as kept
from factbook.site.social_cards import draw as drawing
from factbook.site.social_cards.card import Card

if TYPE_CHECKING:
    from pathlib import Path

CARD = Card("Topic", "The flood at Tal", "The dam broke.", "River watch", "river.example")


@pytest.fixture
def drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Card]:
    """An empty cache, and the cards that are drawn from now on."""
    seen: list[Card] = []

    def draw(card: Card) -> bytes:
        seen.append(card)
        return card.title.encode()

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(drawing, "drawn", draw)
    return seen


def test_a_card_is_drawn_once(drawn: list[Card]) -> None:
    assert [kept.picture_of(CARD), kept.picture_of(replace(CARD))] == [b"The flood at Tal"] * 2
    assert drawn == [CARD]


def test_another_word_is_another_picture(drawn: list[Card]) -> None:
    kept.picture_of(CARD)
    assert kept.picture_of(replace(CARD, title="The ebb")) == b"The ebb"


def test_a_damaged_picture_is_drawn_again(drawn: list[Card], tmp_path: Path) -> None:
    kept.picture_of(CARD)
    (file,) = (path for path in tmp_path.rglob("*") if path.is_file())
    file.write_bytes(file.read_bytes()[:-1] + b"?")
    assert kept.picture_of(CARD) == b"The flood at Tal"
    assert len(drawn) == 2


def test_a_cache_that_cannot_be_written_is_as_good_as_none(drawn: list[Card], tmp_path: Path) -> None:
    (tmp_path / "factbook").write_text("a file where a folder should be")
    assert kept.picture_of(CARD) == b"The flood at Tal"

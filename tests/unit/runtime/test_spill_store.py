"""Texts: the same ones come back from memory and from the file, in this process and in one that is forked later."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from factbook.runtime.spill_store import Room, Texts, Told

if TYPE_CHECKING:
    from collections.abc import Sequence

ROWS: dict[str, Sequence[str]] = {
    "rose": ["<b>Рост</b>", "", "\uffff@gazette\ufffe – 1,200"],
    "fell": ["河が増水した"],
    "nothing": [],
    "later": ["x" * 5000, "end\n"],
}


@pytest.mark.parametrize("most", [0, 10, 60, 10_000])
def test_every_text_comes_back_however_many_are_kept_in_memory(most: int) -> None:
    texts = Texts(Room(most))
    for name, row in ROWS.items():
        texts.put(name, row)
    assert [[texts.get(name, place) for place in range(len(row))] for name, row in ROWS.items()] == list(
        ROWS.values()
    )
    assert texts.get("unknown", 0) is None


def test_a_process_that_is_forked_later_reads_the_same() -> None:
    texts = Texts(Room(0))
    for name, row in ROWS.items():
        texts.put(name, row)
    child = os.fork()
    if child == 0:
        os._exit(0 if texts.get("fell", 0) == "河が増水した" else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert texts.get("later", 1) == "end\n"


def test_where_no_file_can_be_written_they_stay_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    texts = Texts(Room(20))
    texts.put("fell", ROWS["fell"])
    monkeypatch.setattr("factbook.runtime.spill_store._write_all", full)
    for name, row in ROWS.items():
        texts.put(name, row)
    assert [texts.get(name, 0) for name in ("rose", "fell", "later")] == [
        ROWS[n][0] for n in ("rose", "fell", "later")
    ]


@pytest.mark.parametrize("most", [0, 10_000])
def test_a_fact_is_asked_for_by_form_and_a_quote_by_its_id(most: int) -> None:
    told = Told("fact", "line", room=Room(most))
    told.learn("rose-again", ["whole", "line", "first quote", "second quote"])
    assert told.form("line", "rose-again") == "line"
    assert told.quote("rose-again--2") == "second quote"
    assert told.form("fact", "fell") is None


def test_texts_share_their_room_and_leave_it() -> None:
    room, words = Room(30), "twenty characters .."
    one, other = Texts(room), Texts(room)
    one.put("a", [words])
    other.put("b", [words])
    assert room.left == -10
    one.put("c", ["x"])
    assert [one.get("a", 0), one.get("c", 0), other.get("b", 0)] == [words, "x", words]
    del one
    assert room.left == 10

"""Two texts word by word: whatever is shown, the old and the new text can be read out of it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from factbook.authoring.diff.word_diff import MOST, pieces


def test_only_the_word_that_changed_is_marked() -> None:
    assert pieces("about 8,000 troops", "up to 8,000 troops") == (
        ("old", "about"),
        ("new", "up to"),
        ("same", " 8,000 troops"),
    )


def test_a_digit_marks_its_number_s_part_only() -> None:
    assert pieces("11,000", "12,000") == (("old", "11"), ("new", "12"), ("same", ",000"))


def test_what_comes_or_goes_whole() -> None:
    assert pieces("", "new words") == (("new", "new words"),)
    assert pieces("old words", "") == (("old", "old words"),)


def test_very_long_texts_are_shown_whole() -> None:
    old, new = "a " * MOST, "b " * MOST
    assert pieces(old, new) == (("old", old), ("new", new))


TEXT = st.text(alphabet="ab 12,.é金\n", max_size=40)


@settings(max_examples=200, deadline=None)
@given(TEXT, TEXT)
def test_both_texts_can_be_read_out(old: str, new: str) -> None:
    found = pieces(old, new)
    assert "".join(words for kind, words in found if kind != "new") == old
    assert "".join(words for kind, words in found if kind != "old") == new

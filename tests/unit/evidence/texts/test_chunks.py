"""A text cut in pieces has the same words as in one piece, each in its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factbook.evidence.texts import chunks
from factbook.evidence.texts.chunks import line_start, pieces
from factbook.evidence.texts.normalize import words
from tests.unit.evidence.texts.made import contents, text


def laid_out(content: str) -> str:
    """As a text is read."""
    return text(content).raw


@settings(deadline=None)
@given(contents(most=200), st.integers(1, 60))
def test_pieces_share_no_word(content: str, length: int) -> None:
    content = laid_out(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chunks, "LENGTH", length)
        patch.setattr(chunks, "_TAG_LENGTH", 3)
        made = list(pieces(text(content)))
    assert "".join(piece.raw for piece in made) == content
    assert [word for piece in made for word in words(piece.raw)] == words(content)
    for piece in made:
        before = content.encode()[: piece.byte].decode()
        assert (piece.line, piece.column) == (before.count("\n") + 1, len(before) - before.rfind("\n"))


def test_a_tag_is_not_cut_at_the_end_of_what_is_read() -> None:
    content = "word " * 52427 + '<a href="https://example.org" class="x y z">Kyiv</a> ' + "word " * 2000
    assert [word for piece in pieces(text(content)) for word in words(piece.raw)] == words(content)


@pytest.mark.parametrize("unit", ["a", "日", "'", ".", "a'", "<a ", "\u0301", "\u200b", "1,", "é"])
def test_one_endless_line_is_cut(unit: str) -> None:
    content = laid_out(unit * (300_000 // len(unit)))
    made = list(pieces(text(content)))
    assert "".join(piece.raw for piece in made) == content
    assert max(len(piece.raw) for piece in made) <= 2 * chunks.LONGEST


def test_only_the_lines_asked_for() -> None:
    content = "one\ntwo\r\nthree\n\nfive"
    assert "".join(piece.raw for piece in pieces(text(content), 2, 3)) == "two\nthree\n"
    assert "".join(piece.raw for piece in pieces(text(content), 5, 9)) == "five"
    assert list(pieces(text(content), 6, 9)) == []


@given(st.text("a\n", max_size=60), st.integers(1, 20))
def test_lines_begin_after_line_breaks(content: str, line: int) -> None:
    starts = [0] + [at + 1 for at, character in enumerate(content) if character == "\n"]
    expected = starts[line - 1] if line <= len(starts) else len(content)
    assert line_start(content.encode(), line) == expected

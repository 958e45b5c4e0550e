"""A source made ready for searching: its words in normal form in one row, and the way back to their places."""

from array import array
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from factbook.evidence.texts.chunks import Piece, line_start, pieces
from factbook.evidence.texts.normalize import joins, may_join, placed_words, words
from factbook.evidence.texts.store import Text
from factbook.runtime.frozen import frozen

_OPEN_PIECES = 256
_SHORT = 65536
"""Bytes of a text up to which the places of all its words are kept from the start."""


@frozen
class Place:
    """Where words stand in a text. Lines and columns count from 1; the end column is the one after."""

    line: int
    column: int
    end_line: int
    end_column: int
    words: str
    """The words as they stand there, line breaks and tags included."""
    byte: int
    """The byte of the first character in `Text.data`."""
    start: int
    """Offset of the first word in `Prepared.row`."""
    end: int
    """Offset after the last word in `Prepared.row`."""


class Prepared:
    """A text, or the lines of it that are one source, ready for searching.

    Made once for each source. `row` is the source's words in normal form, in UTF-8, with one space before
    and after each: whole words are found with a plain search of bytes, which is linear and needs no more
    memory than the text itself. Where a word stands in the text is worked out only when somebody asks.
    """

    def __init__(self, text: Text, lines: tuple[int, int] | None = None, whole: Text | None = None) -> None:
        """Prepare a text, or only its lines from the first to the last (from 1, both inside).

        `whole` is the text before anything was left out of it.
        """
        self.text = text
        self._whole = whole or text
        self.lines = lines
        self._offsets, self._bytes = array("q"), array("q")
        self._lines, self._columns = array("q"), array("q")
        self._opened: dict[int, _OpenPiece] = {}
        self._last: tuple[tuple[int, int], _Spot, _Spot] | None = None
        row = bytearray(b" ")
        short = len(text.data) <= _SHORT
        for piece in pieces(text, *(lines or (1, None))):
            found, *bounds = placed_words(piece.raw) if short else (words(piece.raw),)
            if found:
                if short:  # most of it will be asked for, and costs less now than cutting the words once more
                    self._opened[len(self._offsets)] = _OpenPiece(piece, *bounds)
                self._offsets.append(len(row))
                self._bytes.append(piece.byte)
                self._lines.append(piece.line)
                self._columns.append(piece.column)
                row += as_row(found)[1:]
        self.row = bytes(row)

    def close(self) -> None:
        """Forget what is only kept for speed; what is asked later is worked out again."""
        self._opened.clear()
        self._last = None

    @cached_property
    def whole(self) -> "Prepared":
        """The whole text of which this source is a part."""
        return Prepared(self._whole) if self.lines else self

    def place(self, start: int, end: int) -> Place:
        """Where the words from one offset of the row to another stand in the text."""
        (piece, begin), (last_piece, stop) = self._around(start, end)
        line, column, byte = piece.position(begin)
        end_line, end_column, end_byte = last_piece.position(stop)
        raw = self.text.data[byte:end_byte].decode("utf-8")
        return Place(line, column, end_line, end_column, raw, byte, start, end)

    def line(self, start: int) -> int:
        """The line of the word at an offset of the row."""
        piece, word = self._word_at(start)
        return piece.position(piece.starts[word])[0]

    def cuts_word(self, start: int, end: int) -> bool:
        """Whether a stretch of the row begins or ends inside what a reader takes for one word or number."""
        (piece, begin), (last_piece, stop) = self._around(start, end)
        return piece.is_join(begin) or last_piece.is_join(stop)

    def _around(self, start: int, end: int) -> "tuple[_Spot, _Spot]":
        """The pieces in which a stretch of the row begins and ends, and at which of their characters."""
        if self._last is None or self._last[0] != (start, end):  # asked twice: does it cut a word, where is it
            piece, word = self._word_at(start)
            last_piece, last = self._word_at(self.row.rindex(b" ", 0, end) + 1)
            self._last = (start, end), (piece, piece.starts[word]), (last_piece, last_piece.ends[last])
        return self._last[1], self._last[2]

    def _word_at(self, offset: int) -> tuple["_OpenPiece", int]:
        """The piece where the word at an offset of the row stands, and the word's number in it."""
        number = bisect_right(self._offsets, offset) - 1
        return self._piece(number), self.row.count(b" ", self._offsets[number], offset)

    def _piece(self, number: int) -> "_OpenPiece":
        if number not in self._opened:
            if len(self._opened) >= _OPEN_PIECES:
                self._opened.clear()
            self._opened[number] = self._open(number)
        return self._opened[number]

    def _open(self, number: int) -> "_OpenPiece":
        byte = self._bytes[number]
        if number + 1 < len(self._bytes):
            stop = self._bytes[number + 1]
        else:
            stop = line_start(self.text.data, self.lines[1] + 1) if self.lines else len(self.text.data)
        raw = self.text.data[byte:stop].decode("utf-8")
        return _OpenPiece(Piece(raw, self._lines[number], self._columns[number], byte), *placed_words(raw)[1:])


def as_row(found: list[str]) -> bytes:
    """Words in normal form as a stretch of a row, to be found in `Prepared.row`."""
    return f" {' '.join(found)} ".encode("utf-8", "surrogatepass")


@dataclass(frozen=True)
class _OpenPiece:
    """A piece with the offsets of its words."""

    piece: Piece
    starts: "array[int]"
    ends: "array[int]"

    def is_join(self, offset: int) -> bool:
        """Whether two words meet at the offset that are one to a reader."""
        return any(map(may_join, self.piece.raw[max(offset - 1, 0) : offset + 1])) and offset in self._joins

    @cached_property
    def _joins(self) -> frozenset[int]:
        return joins(self.piece.raw)

    def position(self, offset: int) -> tuple[int, int, int]:
        """The line, the column and the byte of a character of the piece."""
        raw = self.piece.raw
        byte = self.piece.byte + (offset if raw.isascii() else len(raw[:offset].encode("utf-8")))
        if breaks := raw.count("\n", 0, offset):
            return self.piece.line + breaks, offset - raw.rindex("\n", 0, offset), byte
        return self.piece.line, self.piece.column + offset, byte


_Spot = tuple[_OpenPiece, int]
"""A piece, and the number of a character in it."""

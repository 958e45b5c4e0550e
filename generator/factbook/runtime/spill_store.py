"""Runtime: the texts that a stage makes of each fact once for all pages; those of a large site wait in a file."""

from __future__ import annotations

import os
from array import array
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import IO


class Room:
    """What texts may take of memory together."""

    def __init__(self, left: float) -> None:
        self.left = left
        """Bytes; less than nothing where there were too many texts: then all of them go to files."""


MEMORY = Room(64_000_000)
"""Enough for some six thousand facts: reading a file for each text takes a little longer."""


class Told:
    """What was made of each fact, in several forms, and of each of its quotes."""

    def __init__(self, *forms: str, room: Room = MEMORY) -> None:
        """`forms` are those of a fact, in the order in which `learn` is given them."""
        self._forms = {form: place for place, form in enumerate(forms)}
        self._texts = Texts(room)

    def learn(self, fact: str, made: Sequence[str]) -> None:
        """Keeps the texts of a fact: one for each form, then one for each of its quotes."""
        self._texts.put(fact, made)

    def form(self, form: str, fact: str) -> str | None:
        """A form of the fact with that id."""
        return self._texts.get(fact, self._forms[form])

    def quote(self, id: str) -> str | None:
        """The text of the quote with that id: `<fact>--<number>`."""
        fact, _, number = id.partition("--")
        return self._texts.get(fact, len(self._forms) + int(number) - 1)


class Texts:
    """Rows of texts by name, in UTF-8.

    Once there are many they stand in a file without a name, which ends with the process, and which processes that
    are forked later read too. Where it cannot be written they stay in memory.
    """

    def __init__(self, room: Room = MEMORY) -> None:
        """`room` is what these and others may take of memory."""
        self._room = room
        self._taken = 0
        self._movable = hasattr(os, "pread")
        self._held: dict[str, bytes] = {}
        self._file: IO[bytes] | None = None
        self._end = 0
        """Of what stands in the file."""
        self._rows: dict[str, int] = {}
        """For each row its place in `_places`."""
        self._places = array("Q")
        """Of each row where it begins in the file, where each of its texts begins in the row, and where that ends."""

    def put(self, name: str, texts: Sequence[str]) -> None:
        """Keeps a row."""
        encoded = [text.encode() for text in texts]
        self._rows[name] = len(self._places)
        self._places.append(0)
        self._places.extend(accumulate(map(len, encoded), initial=0))
        self._held[name] = b"".join(encoded)
        self._taken += self._places[-1]
        self._room.left -= self._places[-1]
        if self._room.left < 0 and self._movable:
            try:
                self._move()
            except OSError:
                self._movable = False

    def __del__(self) -> None:
        self._room.left += self._taken

    def get(self, name: str, place: int) -> str | None:
        """A text of a row; None where no such row was kept."""
        row = self._rows.get(name)
        if row is None:
            return None
        places, at = self._places, row + 1 + place
        start, end = places[at], places[at + 1]
        held = self._held.get(name)
        if held is not None:
            return held[start:end].decode()
        assert self._file is not None
        return os.pread(self._file.fileno(), end - start, places[row] + start).decode()

    def _move(self) -> None:
        """Writes what is held to the file. A row is let go when it stands there."""
        if self._file is None:
            from tempfile import TemporaryFile

            self._file = TemporaryFile(buffering=0)  # noqa: SIM115 - it ends with the process
        for name in list(self._held):
            _write_all(self._file, self._held[name])
            self._places[self._rows[name]] = self._end
            self._end += len(self._held.pop(name))


def _write_all(file: IO[bytes], data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]

"""Exports, read back: a table's rows into facts: rows with one id are one fact with several citations."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factbook.content.schema.unknown_keys import meant
from factbook.content.yaml import shown
from factbook.content.yaml.tree import position
from factbook.diagnostics.suggest import did_you_mean
from factbook.diagnostics.types import Diagnostic, Span
from factbook.exports.csv_cells import split, unsafe
from factbook.exports.csv_columns import READ_ONLY, columns
from factbook.exports.importing import csv_reader, positions
from factbook.exports.importing.error import Fault
from factbook.exports.importing.imported_records import Thing
from factbook.exports.importing.positions import Placed
from factbook.runtime.today import today

if TYPE_CHECKING:
    from array import array
    from collections.abc import Mapping

    from factbook.content.yaml import Value
    from factbook.exports.csv_columns import Column

_CODE = "import-table"
Known = list["Column | None"]
"""The columns that the first row names, None for one that is not read."""


@dataclass(slots=True)
class _Tree:
    """Values that are still being put together."""

    place: Placed
    keys: dict[str, tuple[Placed, _Tree | Placed]] = field(default_factory=dict)

    def put(self, way: tuple[str, ...], value: Placed) -> None:
        """Sets the value at the end of `way`; the keys stand where the value does, so that messages name its row."""
        here = self
        for name in way[:-1]:
            below = here.keys.setdefault(name, (Placed(value.start, value.end, name), _Tree(value)))[1]
            if isinstance(below, Placed):  # a plain text stands there too: the texts per language win
                below = _Tree(value)
                here.keys[name] = (Placed(value.start, value.end, name), below)
            here = below
        if way[-1] not in here.keys:
            here.keys[way[-1]] = (Placed(value.start, value.end, way[-1]), value)

    def placed(self) -> Placed:
        """The finished map."""
        entries = tuple(
            (key, value.placed() if isinstance(value, _Tree) else value) for key, value in self.keys.values()
        )
        return Placed(self.place.start, self.place.end, entries, is_map=True)


def read(text: str, path: str, lines: array[int]) -> tuple[list[Thing], list[Diagnostic]]:
    """The facts of a table whose first row names its columns."""
    reader = _Reader(path, lines)
    found = csv_reader.rows(text)
    known = reader.head(next(found, []))
    for row in found:
        if any(cell.text.strip() for cell in row):
            reader.row(row, known)
    return reader.things(), reader.problems


class _Reader:
    """Collects facts row by row."""

    def __init__(self, path: str, lines: array[int]) -> None:
        self._path, self._lines = path, lines
        self._day, self._is_dated = today().isoformat(), False
        self._facts: dict[str, _Tree] = {}
        self._citations: dict[str, list[Placed]] = {}
        self.problems: list[Diagnostic] = []

    def head(self, row: list[Placed]) -> Known:
        """The columns of the table. Raises `Fault` when it does not even have an `id`."""
        known: Known = []
        languages = dict.fromkeys(cell.text.partition(".")[2] for cell in row if "." in cell.text)
        by_name = {column.name: column for column in columns(languages)}
        named = {cell.text.strip() for cell in row}
        for cell in row:
            name = cell.text.strip()
            if name and name not in by_name and name not in READ_ONLY:
                close = _near(name, by_name)
                advice = f"Did you mean {' or '.join(f'`{word}`' for word in close)}?" if close else _ANY_OTHER
                self._wrong(f"there is no column `{shown(name)}`", cell, advice)
                name = next((word for word in close if word not in named), "")  # so that its cells are looked at too
            elif name in by_name and by_name[name] in known:
                self._wrong(f"the column `{shown(name)}` stands twice, and one of the two would be lost", cell, _ONCE)
            known.append(by_name.get(name))
        self._is_dated = "added" not in named
        if not any(column and column.name == "id" for column in known):
            raise Fault(_CODE, "the first row names no column `id`", row[0].start if row else 0, _FIRST_ROW)
        return known

    def row(self, row: list[Placed], known: Known) -> None:
        """One row: a citation of a new fact, or a further one of a fact above."""
        if len(row) > len(known) and any(cell.text.strip() for cell in row[len(known) :]):
            self._wrong("this row has more cells than the first row has names", row[len(known)], _QUOTES)
        values = [(column, cell) for column, cell in zip(known, row, strict=False) if column]
        id = next((unsafe(cell.text).strip() for column, cell in values if column.name == "id"), "")
        if not id:
            self._wrong("this row has no `id`, so no fact can be made of it", row[0], _ID)
            return
        self._hidden(values)
        citation, fact = _Tree(row[0]), _Tree(row[0])
        for column, cell in values:
            if (value := self._value(column, cell)) is not None:
                (citation if column.of_citation else fact).put(column.way, value)
        if id in self._facts:
            self._compare(self._facts[id], fact, id)
        self._facts.setdefault(id, fact)
        if citation.keys:
            self._citations.setdefault(id, []).append(citation.placed())

    def things(self) -> list[Thing]:
        """The facts, each with its citations."""
        found = []
        for id, fact in self._facts.items():
            if id in self._citations:
                listed = tuple(self._citations[id])
                all_of_them = Placed(listed[0].start, listed[-1].end, listed)
                fact.keys["citations"] = (Placed(fact.place.start, fact.place.end, "citations"), all_of_them)
            if self._is_dated:
                fact.put(("added",), Placed(fact.place.start, fact.place.start, self._day))
            tree = positions.tree(fact.placed(), self._path, self._lines)
            found.append(Thing("fact", tree, is_dated=self._is_dated))
        return found

    def _hidden(self, values: list[tuple[Column, Placed]]) -> None:
        """A text in one column, and the same text per language in others: one of them would be lost."""
        filled = [(column, cell) for column, cell in values if cell.text.strip()]
        whole = {(column.of_citation, column.way): column for column, _ in filled}
        for column, cell in filled:
            if plain := whole.get((column.of_citation, column.way[:-1])):
                self._wrong(f"`{plain.name}` and `{column.name}` both hold words in this row", cell, _ONE_OF_TWO)

    def _value(self, column: Column, cell: Placed) -> Placed | None:
        """What a cell says; None for an empty one."""
        text = unsafe(cell.text)
        if not text.strip():
            return None
        if not column.is_list:
            return Placed(cell.start, cell.end, text if column.field.type in ("text", "string") else text.strip())
        try:
            return _spread(split(text), cell)
        except (ValueError, RecursionError):
            self._wrong(f"`{column.name}` starts as JSON and is none", cell, _LISTS)
            return None

    def _compare(self, first: _Tree, again: _Tree, id: str) -> None:
        """A further row of a fact repeats what the first says, or leaves it empty."""
        was = {key.text: _bare(value) for key, value in first.placed().entries}
        for key, said in again.placed().entries:
            name = key.text
            if was.get(name) != _bare(said):
                message = f"`{name}` differs from that in the first row of `{shown(id)}`"
                self._wrong(message, said, "Say it the same way in all rows of a fact, or only in the first.")

    def _wrong(self, message: str, cell: Placed, *help: str) -> None:
        self.problems.append(Diagnostic(_CODE, message, self._span(cell), help=help))

    def _span(self, cell: Placed) -> Span:
        line, column = position(self._lines, cell.start)
        end_line, end_column = position(self._lines, cell.end)
        return Span(self._path, line, column, end_line, end_column)


def _near(name: str, by_name: Mapping[str, Column]) -> tuple[str, ...]:
    """The columns that may be meant: by the word that people write for a field, else by its letters."""
    fields = {column.name: column.field for column in by_name.values()}
    right = meant(name, fields)
    return (right,) if right else did_you_mean(name, [*by_name, *READ_ONLY])


def _spread(value: Value, cell: Placed) -> Placed:
    """A value all of whose parts stand in one cell."""
    if isinstance(value, str):
        return Placed(cell.start, cell.end, value)
    if isinstance(value, list):
        return Placed(cell.start, cell.end, tuple(_spread(item, cell) for item in value))
    entries = tuple((Placed(cell.start, cell.end, key), _spread(item, cell)) for key, item in value.items())
    return Placed(cell.start, cell.end, entries, is_map=True)


def _bare(value: Placed) -> object:
    """The value without its places."""
    if isinstance(value.value, str):
        return value.text
    if value.is_map:
        return {key.text: _bare(item) for key, item in value.entries}
    return [_bare(item) for item in value.items]


_ANY_OTHER = "`factbook export csv` shows all columns; remove this one, or leave its name empty to skip it."
_ONCE = "Give each column a name of its own, or leave the name empty to skip it."
_ONE_OF_TWO = "Fill the column without a language, or those with one."
_FIRST_ROW = "The first row holds the names of the columns, as `factbook export csv` writes them."
_QUOTES = "A cell that holds the separator stands in quotation marks."
_ID = "Give it a short name in lower case, words joined by hyphens; rows with the same `id` are one fact."
_LISTS = "Write the values with spaces between them, or a list as in JSON."

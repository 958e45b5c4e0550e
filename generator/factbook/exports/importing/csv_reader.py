"""Exports, read back: a table's text into cells with their places, whatever program wrote it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.exports.importing.error import Fault
from factbook.exports.importing.positions import Placed

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
SEPARATORS = ",;\t"


def rows(text: str) -> Iterator[list[Placed]]:
    """Each row's cells. Raises `Fault` at a quotation mark that is never closed."""
    separator = _separator(text)
    bare = re.compile(f"[^{re.escape(separator)}\n]*")
    at, row = 0, []
    while at < len(text):
        cell, at = _cell(text, at, bare)
        row.append(cell)
        here = text[at : at + 1]
        at += 1
        if here != separator:
            yield row
            row = []
    if row:
        yield [*row, Placed(at, at, "")]


def _cell(text: str, at: int, bare: re.Pattern[str]) -> tuple[Placed, int]:
    rest = bare.match(text, at)
    assert rest is not None  # it matches nothing too
    if not text.startswith('"', at):
        return Placed(at, rest.end(), rest[0]), rest.end()
    found = _QUOTED.match(text, at)
    if found is None:
        raise Fault("import-table", "a quotation mark opens a cell here and is never closed", at)
    after = bare.match(text, found.end())
    assert after is not None
    return Placed(at, after.end(), found[1].replace('""', '"') + after[0]), after.end()


def _separator(text: str) -> str:
    """What stands most often between the cells of the first row."""
    first = re.sub(_QUOTED, "", text).partition("\n")[0]
    return max(SEPARATORS, key=lambda mark: (first.count(mark), -SEPARATORS.index(mark)))

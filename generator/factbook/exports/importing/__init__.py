"""Exports, read back: a table or a JSON file into records, every value with its place in that file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content.model import Record
from factbook.content.schema import kind
from factbook.content.schema.validate import validate
from factbook.content.yaml import line_starts
from factbook.diagnostics.types import Diagnostic, Span, has_errors, in_order
from factbook.exports.importing import csv_rows, imported_records
from factbook.exports.importing.error import Fault
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.exports.importing.imported_records import Thing

_WORKBOOKS = {
    b"PK\x03\x04": "a workbook of Excel or LibreOffice",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "a workbook of an older Excel",
}
"""How files begin that hold tables and are no text."""
_EXPORT = (
    "Save the sheet as a table of text and import that: in Excel “CSV UTF-8 (Comma delimited)” under Save As, in "
    "LibreOffice “Text CSV” with the character set Unicode (UTF-8). Each sheet is a file of its own."
)
Taken = tuple[tuple["Thing", Record], ...]
"""What was read: each thing with the record that it makes."""


@frozen
class ReadBack:
    """What a file holds."""

    taken: Taken = ()
    misshapen: tuple[tuple[Record, tuple[Diagnostic, ...]], ...] = ()
    """Records that are not taken, each with what is wrong with its form."""
    problems: tuple[Diagnostic, ...] = ()
    """All that is wrong."""


def read(data: bytes, path: str) -> ReadBack:
    """The records in an exported file, or in one that somebody made in its form, and all that is wrong with it.

    `path` names the file in messages; one that ends in `.csv` is a table, any other is JSON.
    """
    if what := next((what for start, what in _WORKBOOKS.items() if data.startswith(start)), ""):
        message = f"this is {what}, whatever its name says, and not a table of text"
        return ReadBack(problems=(Diagnostic("import-table", message, Span(path), help=(_EXPORT,)),))
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        message = f"this file is not UTF-8: the byte 0x{data[error.start]:02x} stands here"
        return ReadBack(problems=(Diagnostic("not-utf8", message, Span(path, line), help=(_SAVE,)),))
    lines = line_starts(text)
    try:
        if path.lower().endswith(".csv"):
            found, problems = csv_rows.read(text, path, lines)
        else:
            found, problems = imported_records.read(text, path, lines)
    except Fault as fault:
        return ReadBack(problems=(fault.diagnostic(path, lines),))
    return _records(found, problems)


def _records(found: Iterable[Thing], problems: Iterable[Diagnostic]) -> ReadBack:
    taken: list[tuple[Thing, Record]] = []
    misshapen: list[tuple[Record, tuple[Diagnostic, ...]]] = []
    wrong = list(problems)
    for thing in found:
        unfit = tuple(validate(thing.tree, kind(thing.kind)))
        wrong += unfit
        value = thing.tree.value
        id = "briefing" if thing.kind == "briefing" else value.get("id") if isinstance(value, dict) else None
        if isinstance(id, str) and not has_errors(unfit):
            taken.append((thing, Record(thing.kind, id, thing.tree)))
        elif isinstance(id, str):
            misshapen.append((Record(thing.kind, id, thing.tree, is_valid=False), unfit))
    return ReadBack(tuple(taken), tuple(misshapen), in_order(wrong))


_SAVE = "Save the file as UTF-8: in Excel “CSV UTF-8”, in LibreOffice “Unicode (UTF-8)”."

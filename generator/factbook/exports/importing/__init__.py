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

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.exports.importing.imported_records import Thing

Taken = tuple[tuple["Thing", Record], ...]
"""What was read: each thing with the record that it makes."""


def read(data: bytes, path: str) -> tuple[Taken, tuple[Diagnostic, ...]]:
    """The records in an exported file, or in one that somebody made in its form, and all that is wrong with it.

    `path` names the file in messages; one that ends in `.csv` is a table, any other is JSON.
    """
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        message = f"this file is not UTF-8: the byte 0x{data[error.start]:02x} stands here"
        return (), (Diagnostic("not-utf8", message, Span(path, line), help=(_SAVE,)),)
    lines = line_starts(text)
    try:
        if path.lower().endswith(".csv"):
            found, problems = csv_rows.read(text, path, lines)
        else:
            found, problems = imported_records.read(text, path, lines)
    except Fault as fault:
        return (), (fault.diagnostic(path, lines),)
    return _records(found, problems)


def _records(found: Iterable[Thing], problems: Iterable[Diagnostic]) -> tuple[Taken, tuple[Diagnostic, ...]]:
    taken: list[tuple[Thing, Record]] = []
    wrong = list(problems)
    for thing in found:
        unfit = tuple(validate(thing.tree, kind(thing.kind)))
        wrong += unfit
        value = thing.tree.value
        id = "briefing" if thing.kind == "briefing" else value.get("id") if isinstance(value, dict) else None
        if isinstance(id, str) and not has_errors(unfit):
            taken.append((thing, Record(thing.kind, id, thing.tree)))
    return tuple(taken), in_order(wrong)


_SAVE = "Save the file as UTF-8: in Excel “CSV UTF-8”, in LibreOffice “Unicode (UTF-8)”."

"""Exports: everything as one SQLite database, to be queried: tables, views, and all texts in a full text search."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from factbook.content.schema import KINDS, kind
from factbook.exports.sqlite.rows import worked_out_rows, written_rows
from factbook.exports.sqlite.tables import TEXTS, VIEWS, WORKED_OUT, tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.evidence.model import Evidence

_PIECE = 1 << 20


def database(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[bytes]:
    """The file, piece by piece: the same bytes for the same content and the same SQLite."""
    with TemporaryDirectory(prefix="factbook-") as folder:
        path = Path(folder) / "factbook.db"
        try:
            with closing(sqlite3.connect(path, isolation_level=None)) as opened:
                opened.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA user_version=1; BEGIN")
                _fill(opened, corpus, evidence, settings)
                opened.execute("COMMIT")
        except sqlite3.OperationalError as error:  # the disk is full, or this SQLite has no full text search
            raise OSError(f"SQLite {sqlite3.sqlite_version} cannot make the database: {error}") from error
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece


def _fill(opened: sqlite3.Connection, corpus: Corpus, evidence: Evidence, settings: Settings) -> None:
    written = (statement for name in KINDS for statement in tables(kind(name)))
    for statement in (*written, *WORKED_OUT, *TEXTS, *VIEWS):
        opened.execute(statement)
    rows = (*written_rows(corpus, settings), *worked_out_rows(corpus, evidence, settings))
    for table, columns in rows:
        names = ", ".join(f'"{name}"' for name in columns)
        marks = ", ".join("?" * len(columns))
        opened.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(columns.values()))
    opened.execute("INSERT INTO texts_search(texts_search) VALUES ('rebuild')")

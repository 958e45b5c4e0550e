"""The database: all that the YAML says and what follows from it, found by words, and the same bytes each time."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from factbook.content.schema import KINDS, kind
from factbook.exports.sqlite import database
from tests.conftest import REPOSITORY
from tests.exports.content import corpus, evidence, settings, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

QUERIES = re.findall(r"^```sql\n(.*?)^```", (REPOSITORY / "docs/how-to/query.md").read_text("utf-8"), re.M | re.S)


def made() -> bytes:
    found = corpus()
    return b"".join(database(found, evidence(found), settings()))


@pytest.fixture(scope="module")
def opened() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(made())
        connection.row_factory = sqlite3.Row
        yield connection


def rows(opened: sqlite3.Connection, query: str) -> list[dict[str, Any]]:
    return [dict(row) for row in opened.execute(query)]


def test_it_is_the_same_bytes_each_time() -> None:
    assert made() == made()


def test_every_reference_leads_to_a_row(opened: sqlite3.Connection) -> None:
    assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
    assert opened.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert len(opened.execute("PRAGMA foreign_key_list(fact_citations)").fetchall()) == 2


@pytest.mark.parametrize("name", KINDS)
def test_every_key_of_the_vocabulary_has_its_column_or_table(opened: sqlite3.Connection, name: str) -> None:
    columns = {row[1] for row in opened.execute(f"PRAGMA table_info({kind(name).plural})")}
    tables = {row[0] for row in opened.execute("SELECT name FROM sqlite_master")}
    for field in kind(name).fields:
        parts = [f"{field.name}_{part.name}" for part in field.fields] or [field.name]
        assert f"{name}_{field.name}" in tables or set(parts) <= columns


@pytest.mark.parametrize("name", KINDS)
def test_every_value_of_the_content_stands_in_some_cell(opened: sqlite3.Connection, name: str) -> None:
    """Of a text that holds a link, which stands there with the words of the link, what comes behind it."""
    tables = [row[0] for row in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    cells = [str(cell) for table in tables for row in opened.execute(f'SELECT * FROM "{table}"') for cell in row]
    whole, joined = set(cells), "\n".join(cells)
    for thing in getattr(corpus(), kind(name).plural).values():
        for text in texts(thing.record.tree.value):
            behind = " ".join(text.rpartition("]]")[2].split())
            assert text in whole or behind in joined, text


def test_what_a_fact_says_and_what_follows_from_it(opened: sqlite3.Connection) -> None:
    fact = rows(opened, "SELECT * FROM facts JOIN fact_counts ON fact_id = id WHERE id = 'rise-40'")[0]
    assert fact["statement"] == "Ada said it rose by 40 cm; -5 in places."
    assert (fact["figure_low"], fact["figure_high"], fact["stance"]) == (40, -5, "expects")
    assert (fact["sources"], fact["origins"], fact["asserters"], fact["corroborated"]) == (2, 1, 2, 0)
    assert (fact["first"], fact["last"]) == ("2024-06-01", "2024-06-01")
    standings = rows(opened, "SELECT standing, line FROM fact_standings WHERE fact_id = 'rise-40'")
    assert standings == [{"standing": "found", "line": 7}, {"standing": "unverifiable", "line": None}]
    speakers = rows(opened, "SELECT speaker, actor FROM fact_speakers WHERE fact_id = 'rise-40'")
    assert speakers == [{"speaker": "Ada", "actor": "ada"}, {"speaker": "The Gazette", "actor": "office"}]


def test_what_is_left_out_has_the_default_of_the_vocabulary(opened: sqlite3.Connection) -> None:
    assert rows(opened, "SELECT stance, rank, draft, figure_modifier FROM facts WHERE id = 'undated'") == [
        {"stance": "asserts", "rank": "normal", "draft": "false", "figure_modifier": None}
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("rose", ("fact", "rise-40", "citations.quote", 1, None)),
        ("brucke", ("series", "rise", "scope", None, "de")),
        ("Ада", ("actor", "ada", "name", None, "uk")),
        ("leit*", ("actor", "ada", "roles.title", 1, "de")),
        ("rose AND 30", ("fact", "rise-40", "revised.was", 1, "en")),
    ],
)
def test_texts_are_found_by_their_words(opened: sqlite3.Connection, words: str, found: tuple[object, ...]) -> None:
    query = (
        "SELECT kind, id, field, entry, language FROM texts_search JOIN texts ON number = texts_search.rowid"
        " WHERE texts_search MATCH ?"
    )
    assert found in [tuple(row) for row in opened.execute(query, (words,))]


def test_views_leave_out_what_was_taken_back(opened: sqlite3.Connection) -> None:
    assert {row["fact"] for row in rows(opened, "SELECT fact FROM said")} == {"rise-40", "undated"}
    assert [row["low"] for row in rows(opened, "SELECT low FROM figures")] == [40]
    assert [(row["one"], row["other"]) for row in rows(opened, "SELECT * FROM disputes")] == [("rise-40", "rise-50")]
    assert len(rows(opened, "SELECT * FROM quotes")) == 4


@pytest.mark.parametrize("query", QUERIES)
def test_each_query_of_the_page_runs(opened: sqlite3.Connection, query: str) -> None:
    assert len(QUERIES) > 3
    opened.execute(query.replace("'kursk'", "'rose'"))

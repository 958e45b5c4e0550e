"""Content rebuilt from an export equals the content; a table or file of somebody else's is told what is wrong."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from factbook.content import link
from factbook.exports import importing
from factbook.exports.edition_files import data_files
from factbook.exports.json_schemas import FILES
from factbook.exports.page_data import PageData
from factbook.runtime.today import today
from factbook.site.page import Page
from tests.exports.content import corpus, evidence, records, settings

if TYPE_CHECKING:
    from factbook.content.model import Record
    from factbook.diagnostics.types import Diagnostic


def made(path: str) -> bytes:
    """A file of /data/."""
    found = corpus()
    return b"".join(data_files(found, evidence(found), settings())[path]())


def read(path: str) -> dict[tuple[str, str], Record]:
    file = importing.read(made(path), path)
    taken, problems = file.taken, file.problems
    assert not problems, problems
    return {(record.kind, record.id): record for _, record in taken}


def test_json_gives_back_every_record() -> None:
    again = {key: record.tree.value for name in FILES for key, record in read(f"{name}.json").items()}
    assert again == {(record.kind, record.id): record.tree.value for record in records()}


def test_json_gives_back_the_whole_corpus() -> None:
    again = [record for name in FILES for record in read(f"{name}.json").values()]
    linked, problems = link.link(again, "en")
    assert not problems
    assert linked == corpus()


def test_json_tells_each_things_file() -> None:
    taken = importing.read(made("facts.json"), "facts.json").taken
    files = {record.id: thing.file for thing, record in taken}
    assert files == {
        "rise-40": "content/facts/flood/first.yml",
        "rise-50": "content/facts/flood/first.yml",
        "undated": "content/facts/second.yml",
    }


def test_the_table_gives_back_every_fact() -> None:
    again = {id: record.tree.value for (_, id), record in read("facts.csv").items()}
    assert again == {record.id: record.tree.value for record in records() if record.kind == "fact"}


def test_the_table_survives_another_program() -> None:
    """Written again with semicolons, line feeds and as few quotation marks as possible."""
    rows = list(csv.reader(io.StringIO(made("facts.csv").decode("utf-8-sig"), newline="")))
    other = io.StringIO()
    csv.writer(other, delimiter=";", lineterminator="\n").writerows(rows)
    file = importing.read(other.getvalue().encode("utf-8-sig"), "t.csv")
    taken, problems = file.taken, file.problems
    assert not problems
    assert {record.id: record.tree.value for _, record in taken} == {
        record.id: record.tree.value for record in records() if record.kind == "fact"
    }


def test_no_cell_of_the_table_begins_a_formula() -> None:
    rows = csv.reader(io.StringIO(made("facts.csv").decode("utf-8-sig"), newline=""))
    assert not [cell for row in rows for cell in row if cell.strip()[:1] in tuple("=+-@|%")]


ROW = "id,statement,date,topics,source,quote\n"


@pytest.mark.parametrize(
    ("table", "at", "code", "words"),
    [
        ("id,statment\n", "t.csv:1:4", "import-table", "there is no column `statment`"),
        ("statement\nIt rose.\n", "t.csv:1:1", "import-table", "the first row names no column `id`"),
        (
            ROW + "a,It rose.,2024-13-01,flood,gazette,rose\n",
            "t.csv:2:12",
            "date-form",
            "`2024-13-01` has a month 13",
        ),
        (ROW + ",It rose.,2024,flood,gazette,rose\n", "t.csv:2:1", "import-table", "this row has no `id`"),
        (ROW + 'a,"It\nrose.",2024,flood,gazette\n', "t.csv:3:19", "key-missing", "`citations` needs `quote`"),
        (ROW + "a,b,2024,flood,gazette,rose,more\n", "t.csv:2:29", "import-table", "this row has more cells"),
        (ROW + 'a,"b,2024\n', "t.csv:2:3", "import-table", "a quotation mark opens a cell here"),
        (ROW + "a,b,2024,[flood,gazette,rose\n", "t.csv:2:10", "import-table", "`topics` starts as JSON"),
        (ROW + "a,b,2024,flood,x,y\na,c,,,x,z\n", "t.csv:3:3", "import-table", "`statement` differs"),
    ],
)
def test_what_is_wrong_with_a_table(table: str, at: str, code: str, words: str) -> None:
    found = problems_of(table, "t.csv")
    assert (at, code) in [(problem.span.start, problem.code) for problem in found], found
    assert any(words in problem.message for problem in found), found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "import-json"),
        ('{"claims": []}', "import-form"),
        ('[{"id": "a"}]', "key-missing"),
        ('"a"', "import-form"),
        ("[]", None),
    ],
)
def test_what_is_wrong_with_a_json_file(text: str, code: str | None) -> None:
    assert {problem.code for problem in problems_of(text, "t.json")} == ({code} if code else set())


def test_rows_of_one_id_are_one_fact_with_several_citations() -> None:
    table = ROW + "a,It rose.,2024,flood dams,x,first\na,,,,y,second\n"
    file = importing.read(table.encode(), "t.csv")
    ((_, record),), problems = file.taken, file.problems
    assert not problems
    assert record.tree.value == {
        "id": "a",
        "statement": "It rose.",
        "date": "2024",
        "topics": ["flood", "dams"],
        "citations": [{"source": "x", "quote": "first"}, {"source": "y", "quote": "second"}],
        "added": today().isoformat(),
    }


def test_a_file_in_another_encoding_is_told_how_to_save_it() -> None:
    (problem,) = importing.read("id;ü".encode("latin-1"), "t.csv").problems
    assert problem.code == "not-utf8"


def test_the_page_of_a_thing_can_be_read_back_too() -> None:
    found = corpus()
    data = PageData(found, evidence(found), settings(), "en")
    for kind, name, path in (("topic", "flood", "topics/flood/"), ("fact", "rise-40", "facts/rise-40.html")):
        file, page = data.twin(Page(path, kind, name, "A title", "", "", ""))
        again = importing.read(page, file)
        ((_, record),) = again.taken
        assert (record.kind, record.id, again.problems) == (kind, name, ())


def problems_of(text: str, path: str) -> tuple[Diagnostic, ...]:
    return importing.read(text.encode(), path).problems

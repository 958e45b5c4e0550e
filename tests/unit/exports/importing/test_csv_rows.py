"""Tables, read back: words that another column would hide are told, not lost."""

from __future__ import annotations

import pytest

from factbook.content.yaml import line_starts
from factbook.exports.csv_cells import split
from factbook.exports.importing.csv_rows import read


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("id,statement,statement\na,One thing.,Another.\n", "the column `statement` stands twice"),
        ("id,statement,statement.de\na,One thing.,Ein Ding.\n", "`statement` and `statement.de` both hold words"),
        ("id,statement.de,statement\na,Ein Ding.,One thing.\n", "`statement` and `statement.de` both hold words"),
        ('id,actors\na,"[{""actor"": ""x"", ""actor"": ""y""}]"\n', "`actors` starts as JSON and is none"),
        ("id,statement\na,One thing.,more\n", "this row has more cells"),
    ],
)
def test_words_that_would_be_lost_are_told(table: str, message: str) -> None:
    _, problems = read(table, "facts.csv", line_starts(table))
    assert [problem.message[: len(message)] for problem in problems] == [message]


@pytest.mark.parametrize(
    "table",
    [
        "id,statement,statement.de\na,One thing.,\nb,,Ein Ding.\n",
        "id,,\na,skipped,skipped\n",
    ],
)
def test_nothing_is_said_where_nothing_is_lost(table: str) -> None:
    assert not read(table, "facts.csv", line_starts(table))[1]


def test_an_object_in_a_cell_holds_each_key_once() -> None:
    with pytest.raises(ValueError, match="twice"):
        split('{"en": "a", "en": "b"}')

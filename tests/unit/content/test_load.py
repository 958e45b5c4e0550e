"""Files into records: each thing that is wrong is told once, however many records stand in the file."""

from __future__ import annotations

import pytest

from factbook.content import load

FACT = """\
- id: {id}
  statement: {id}
  date: 2024-05-02
  topics: [ships]
  citations: [{{source: a, quote: b}}]
"""


@pytest.mark.parametrize("facts", [1, 2, 2 * load.MOST_PROBLEMS])
def test_a_mistake_of_the_file_is_told_once_and_no_record_of_it_is_valid(facts: int) -> None:
    text = "".join(FACT.format(id=f"fact-{number}") for number in range(facts))
    cut = text.replace("statement: fact-0\n", "statement: Ships #7\n")
    records, problems = load.parse(cut.encode(), "content/facts/a.yml")
    assert [problem.code for problem in problems] == ["text-cut"]
    assert [record.is_valid for record in records] == [False] * facts


def test_a_mistake_of_one_record_leaves_the_others_valid() -> None:
    text = FACT.format(id="one") + FACT.format(id="two").replace("date:", "dat:")
    records, problems = load.parse(text.encode(), "content/facts/a.yml")
    assert {problem.code for problem in problems} == {"key-unknown", "key-missing"}
    assert [record.is_valid for record in records] == [True, False]

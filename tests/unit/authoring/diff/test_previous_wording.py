"""The old words of a correction come from an earlier state, and from nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.authoring.diff.previous_wording import with_previous_wording
from tests.unit.site.corpora import SOURCE, corpus

if TYPE_CHECKING:
    from factbook.content.model import Corpus

FACT = """
    - id: boats
      statement: {statement}
      date: 2024-06-01
      topics: [boats]
      citations: [{{source: report, quote: boats}}]
      added: 2024-06-03
      revised: [{revised}]
"""


def state(statement: str, *revised: str) -> Corpus:
    fact = FACT.format(statement=statement, revised=", ".join(revised))
    return corpus(source_report=SOURCE, topic_boats="title: Boats\n", fact=fact)


def was(found: Corpus) -> list[object]:
    return [change.was for change in found.facts["boats"].revised]


SLIP = '{"on": 2024-06-05, note: A slip.}'
AGAIN = '{"on": 2024-06-06, note: Again.}'


def test_a_correction_remembers_what_stood_there() -> None:
    assert was(with_previous_wording(state("21 boats."), state("12 boats.", SLIP))) == ["21 boats."]


def test_the_first_of_several_corrections_met_the_old_words() -> None:
    found = with_previous_wording(state("21 boats."), state("12 boats.", SLIP, AGAIN))
    assert was(found) == ["21 boats.", None]


def test_an_earlier_correction_stays_as_it_is() -> None:
    found = with_previous_wording(state("12 boats.", SLIP), state("13 boats.", SLIP, AGAIN))
    assert was(found) == [None, "12 boats."]


def test_words_that_the_content_gives_stay() -> None:
    told = '{"on": 2024-06-05, note: A slip., was: Some boats.}'
    assert was(with_previous_wording(state("21 boats."), state("12 boats.", told))) == ["Some boats."]


def test_a_correction_of_something_else_gets_none() -> None:
    assert was(with_previous_wording(state("12 boats."), state("12 boats.", SLIP))) == [None]


def test_a_new_fact_has_no_past() -> None:
    empty = corpus(source_report=SOURCE, topic_boats="title: Boats\n")
    after = state("12 boats.", SLIP)
    assert with_previous_wording(empty, after) == after

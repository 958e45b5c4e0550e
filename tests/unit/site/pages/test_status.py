"""Status words are computed from the data; each test names the data that earns the word."""

from __future__ import annotations

import pytest

from factbook.site.components import status
from factbook.site.context import Desk
from tests.unit.site.pages.corpora import SOURCE, corpus, desk_of, evidence

BASE = """
id: one
statement: The river rose by 83 centimetres.
date: 2024-05-01
topics: [flood]
citations: [{source: report, quote: the river rose}]
"""

FIGURE = "asserted_by: [mayor]\nfigure: {series: level, value: 83, modifier: exactly}"


def site(fact: str, **files: str) -> Desk:
    given = {
        "source_report": SOURCE,
        "actor_mayor": "name: The mayor\nkind: person\n",
        "topic_flood": "title: The flood\n",
        "series_level": "title: Level\nunit: cm\n",
    }
    return desk_of(corpus("en", **(given | files), fact=fact))


def words(fact: str, **files: str) -> list[str]:
    made = site(fact, **files)
    return [found.word for found in status.statuses(made, made.corpus.facts["one"])]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("", ["Publisher’s own voice"]),
        ("asserted_by: [mayor]", ["Asserted"]),
        ("asserted_by: [mayor]\nstance: denies", ["Denied"]),
        ("asserted_by: [mayor]\nstance: declines-to-confirm", ["Declines to confirm"]),
        ("asserted_by: [mayor]\nstance: expects", ["Announced"]),
        ("stance: expects", ["Expected", "Publisher’s own voice"]),
        ("asserted_by: [mayor]\nfigure: {series: level, value: 83, modifier: up-to}", ["Ceiling, not a count"]),
        ("asserted_by: [mayor]\nfigure: {series: level, value: 83, modifier: more-than}", ["Floor, not a count"]),
        ("asserted_by: [mayor]\nvia: [mayor]", ["Asserted", "Second hand"]),
        ("asserted_by: [mayor]\nrank: deprecated\nrank_reason: Measured anew.", ["Asserted", "Deprecated"]),
        ("asserted_by: [mayor]\nrevised: [{on: 2024-06-01, note: Wrong day.}]", ["Asserted", "Corrected"]),
        ("asserted_by: [mayor]\nretracted: {on: 2024-06-01, note: Untrue.}", ["Retracted"]),
        (f"computed: [{{value: 85, from: 55 + 30}}]\n{FIGURE}", ["Does not add up"]),
        (f"computed: [{{value: 83, from: 53 + 30}}]\n{FIGURE}", ["Asserted", "Worked out"]),
    ],
)
def test_a_word_for_each_kind_of_data(data: str, expected: list[str]) -> None:
    assert words(f"{BASE}{data}\n") == expected


def test_an_editorial_is_opinion() -> None:
    assert words(BASE, source_report=f"{SOURCE}genre: editorial\n") == ["Opinion"]


def test_contradicting_figures_differ_and_lead_to_one_another() -> None:
    two = """
        - id: one
          statement: The river rose by 83 centimetres.
          date: 2024-05-01
          topics: [flood]
          asserted_by: [mayor]
          figure: {series: level, value: 83, modifier: exactly}
          contradicts: [two]
          citations: [{source: report, quote: the river rose}]
        - id: two
          statement: The river rose by 90 centimetres.
          date: 2024-05-01
          topics: [flood]
          figure: {series: level, value: 90, modifier: about}
          citations: [{source: report, quote: the river rose}]
    """
    made = site(two)
    (differs,) = status.statuses(made, made.corpus.facts["one"])
    assert (differs.kind, differs.tone) == ("differs", "conflict")
    assert [run.words for run in differs.reason] == ["from ", "about 90 cm"]
    assert "#two topics/flood/" in differs.reason[1].href
    backwards = status.statuses(made, made.corpus.facts["two"])
    assert [run.words for run in backwards[0].reason] == ["from ", "83 cm"]


def test_a_superseded_fact_says_by_what() -> None:
    two = """
        - {id: one, statement: First., date: 2024-05-01, topics: [flood],
           citations: [{source: report, quote: it rose}]}
        - {id: two, statement: Second., date: 2024-05-02, topics: [flood], supersedes: [one],
           asserted_by: [mayor], citations: [{source: report, quote: it rose}]}
    """
    made = site(two)
    superseded = status.statuses(made, made.corpus.facts["one"])[0]
    assert superseded.word == "Superseded"
    assert [run.words for run in superseded.reason] == ["by ", "The mayor, 2 May 2024"]


def test_a_quote_that_cannot_be_checked_here_is_said() -> None:
    made = site(BASE)
    unchecked = Desk(made.corpus, evidence(made.corpus, 0, "unverifiable"), made.settings, "en")
    assert status.statuses(unchecked, made.corpus.facts["one"])[-1].word == "Not verifiable here"

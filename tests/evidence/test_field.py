"""The proof on passages of our own: right facts stay quiet, falsehoods are told, and the page says how many."""

from __future__ import annotations

from tests.evidence import field

UNSEEN = frozenset(
    (
        "a fair paraphrase that is wrong",
        "another day of the event",
        "irony told as meant",
        "second language: a plan told as done",
        "something else is counted",
        "who of two in one sentence",
    )
)
"""Kinds of which nothing need be told: they stand in the table, so that nobody believes they were seen."""


def test_no_right_fact_gets_an_error() -> None:
    assert not [name for name, told in field.results().right.items() if told.error]


def test_hardly_a_right_fact_gets_a_message() -> None:
    alarms = [f"{name}: {', '.join(told.codes)}" for name, told in field.results().right.items() if told.codes]
    assert len(alarms) <= len(field.results().right) // 20, alarms


def test_most_falsehoods_are_told() -> None:
    assert field.results().caught >= 0.8


def test_of_each_kind_that_can_be_seen_most_are_told() -> None:
    kinds = field.results().wrong.items()
    assert not [kind for kind, (tried, caught) in kinds if kind not in UNSEEN and caught * 3 < tried * 2]


def test_the_kinds_that_cannot_be_seen_stand_in_the_table() -> None:
    assert field.results().wrong.keys() >= UNSEEN


def test_the_page_holds_the_table_as_it_is() -> None:
    page = field.PAGE.read_text("utf-8")
    assert page == field.written(page, field.table(field.results())), "python -m tests.evidence.field --write"

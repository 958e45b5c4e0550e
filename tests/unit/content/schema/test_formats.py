"""Forms of single values: what is accepted, and what is said of the rest."""

from __future__ import annotations

import pytest

from factbook.content.schema import formats


@pytest.mark.parametrize("value", ["5", "5-49", "5-12, 15-49", "1,3-4,6", "7-7"])
def test_lines_are_parts_in_order(value: str) -> None:
    assert formats.lines(value) == ""


@pytest.mark.parametrize("value", ["", "0-4", "5-", "9-5", "5-12, 12-20", "15-49, 5-12", "5-12;15-49", "5-12,"])
def test_other_lines_are_refused(value: str) -> None:
    assert formats.lines(value)


@pytest.mark.parametrize(
    ("value", "right"), [("a/b", True), ("a", False), ("a/", False), ("A/b", False), ("a/b/c", False)]
)
def test_a_judgement_is_named_by_its_topic_and_its_id(value: str, right: bool) -> None:
    assert (formats.judgement(value) == "") is right

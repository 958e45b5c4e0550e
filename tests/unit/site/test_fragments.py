"""The newest event of a page: the last thing that happened, never one that was only expected."""

from __future__ import annotations

import pytest

from tests.unit.site.figures_given import fact, made

EXPECTED = "  stance: expects\n"
HAPPENED = fact("landed", date="2024-11-04")
PLANNED = fact("planned", date="2025-08-05", more=EXPECTED)


@pytest.mark.parametrize(
    ("facts", "when"),
    [
        pytest.param([HAPPENED, PLANNED], "4 Nov 2024", id="a plan is no event"),
        pytest.param([HAPPENED], "4 Nov 2024", id="the last one"),
        pytest.param([PLANNED], "", id="nothing has happened"),
    ],
)
def test_a_plan_is_no_event(facts: list[str], when: str) -> None:
    found = made(*facts)
    assert found.newest_event(found.standing(found.corpus.facts)) == when

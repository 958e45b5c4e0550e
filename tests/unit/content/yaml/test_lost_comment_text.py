"""Texts that a ` #` cuts off: told where readers would miss words, and nowhere else."""

from __future__ import annotations

import pytest

from factbook.content import load

HEAD = "id: ships\n"


def told(text: str) -> list[tuple[str, int, int]]:
    found = load.parse(f"{HEAD}{text}".encode(), "content/topics/ships.yml")[1]
    return [(one.code, one.span.line, one.span.column) for one in found if one.code == "text-cut"]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("title: Ships #7 and others\n", 14),
        ("title: Ships  # and others\n", 15),
        ("title: {en: Ships, de: Schiffe}\nsummary: Pier #7\n", 15),
        ("title: Ships\nsummary:\n  en: Pier #7\n", 12),
    ],
)
def test_a_text_that_a_comment_ends_is_told(text: str, column: int) -> None:
    (found,) = told(text)
    assert found[0] == "text-cut"
    assert found[2] == column


@pytest.mark.parametrize(
    "text",
    [
        'title: "Ships #7"\n',
        'title: "Ships" # a comment\n',
        "title: Ships#7\n",
        "# a comment\ntitle: Ships\n",
        "title: Ships\n# a comment on its own line\n",
        "title: >-\n  Ships #7 and others\n",
        "title: Ships\nrelated: [piers] # a comment\n",
        "title: Ships\nreview_by: 2024-05-02 # a comment\n",
    ],
)
def test_a_comment_in_its_place_is_in_order(text: str) -> None:
    assert told(text) == []

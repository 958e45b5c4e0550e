"""The words around a quote within its sentence."""

from __future__ import annotations

import pytest

from factbook.evidence.texts.find_quote import Found, around, find
from tests.unit.evidence.texts.made import prepared


@pytest.mark.parametrize(
    ("text", "quote", "before", "after"),
    [
        (
            "He came. Putin denied that troops went to Kursk. So it is.",
            "troops went",
            "Putin denied that",
            "to Kursk",
        ),
        ("It is said: “Mr. Kim and U.S. troops met.” Not so.", "troops met", "Mr. Kim and U.S.", ""),
        ("One\n\ntwo three\n\nfour", "three", "two", ""),
        ("The minister\nhas not\ndenied claims today", "claims", "minister has not denied", "today"),
        ("他否认。部长说士兵已抵达。没有人", "士兵", "部长说", "已抵达"),
        ("Did he? He did! Not them…", "He did", "", ""),
    ],
)
def test_words_around_stop_at_the_sentence(text: str, quote: str, before: str, after: str) -> None:
    source = prepared(text)
    found = find(source, quote)
    assert isinstance(found, Found)
    beside = around(source, found.places[0], 5)
    squeezed = (beside.before.replace(" ", ""), beside.after.replace(" ", ""))
    assert squeezed[0].endswith(before.replace(" ", ""))
    assert squeezed[1] == after.replace(" ", "")


def test_no_more_words_than_asked_for() -> None:
    source = prepared("one two three four five six seven")
    found = find(source, "four")
    assert isinstance(found, Found)
    assert around(source, found.places[0], 2).before == "two three"
    assert around(source, found.places[0], 2).after == "five six"
    assert around(source, found.places[0], 0).before == ""


def test_words_of_other_lines_are_not_shown() -> None:
    source = prepared("he denied that\ntroops went\nto Kursk", (2, 2))
    found = find(source, "troops went")
    assert isinstance(found, Found)
    assert (around(source, found.places[0], 9).before, around(source, found.places[0], 9).after) == ("", "")

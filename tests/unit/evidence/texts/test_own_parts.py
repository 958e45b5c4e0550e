"""A source of several parts: with the text and by its fingerprint the same is found, and the same is not."""

from __future__ import annotations

import pytest

from factbook.evidence.fingerprints.make_fingerprint import Confirmed, Refuted, confirm, take
from factbook.evidence.texts.find_quote import Found, find
from factbook.evidence.texts.own_parts import prepared
from tests.unit.evidence.texts.made import text

CONTENT = """\
The ferry left the harbour at noon with forty people.
Picture: the ferry in the harbour of the old town
It came back in the evening, and nobody was missing.
Read also: a whale was seen in the bay on Sunday
"""
PARTS = ((1, 1), (3, 3))


@pytest.mark.parametrize(
    ("quote", "line"),
    [
        ("The ferry left the harbour at noon", 1),
        ("and nobody was missing", 3),
        ("left the harbour at noon […] came back in the evening", 1),
        ("the harbour of the old town", None),
        ("a whale was seen in the bay", None),
        ("with forty people. It came back in the evening", None),
    ],
)
def test_a_quote_stands_in_the_parts_or_nowhere(quote: str, line: int | None) -> None:
    found = find(prepared(text(CONTENT), PARTS), quote)
    said = confirm(take(text(CONTENT)), quote, PARTS)
    assert [place.line for place in found.places] == [line] if isinstance(found, Found) else line is None
    assert said == Confirmed(line) if line else isinstance(said, Refuted)


def test_words_outside_of_the_parts_are_found_elsewhere() -> None:
    found = find(prepared(text(CONTENT), PARTS), "the harbour of the old town")
    assert not isinstance(found, Found)
    assert found.elsewhere == 2

"""Pages of a text: where they begin, how a citation names them, and that a part left out keeps its own."""

from __future__ import annotations

import pytest

from factbook.evidence.texts.find_quote import Found, find
from factbook.evidence.texts.own_parts import prepared
from factbook.evidence.texts.page_breaks import Pages, as_place, named, pages_of
from factbook.evidence.texts.store import Text, as_text

TEXT = b"Cover\n\f\n\fThe harbour\nmaster counted\n\f12 ships.\n\fThe end.\n"


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        (b"Cover", (1, 1)),
        (b"The harbour\nmaster", (3, 3)),
        (b"counted\n\f12 ships", (3, 4)),
        (b"The end", (5, 5)),
        (b"Cover\n\f\n\fThe", (1, 3)),
    ],
)
def test_the_pages_of_words(words: bytes, pages: Pages) -> None:
    start = TEXT.index(words)
    assert pages_of(TEXT, start, start + len(words)) == pages


def test_a_text_without_page_breaks_has_no_pages() -> None:
    assert pages_of(b"The harbour master", 0, 3) is None


@pytest.mark.parametrize(
    ("at", "pages"),
    [
        ("p. 12", (12, 12)),
        ("p.12", (12, 12)),
        ("pp. 3-4", (3, 4)),
        ("pp. 3–4", (3, 4)),
        ("page 7", (7, 7)),
        ("Pages 7 - 9", (7, 9)),
        ("S. 5", (5, 5)),
        ("Seite 5", (5, 5)),
        ("с. 5", (5, 5)),
        ("p. 12a", None),
        ("p. xii", None),
        ("§ 3", None),
        ("00:12:30", None),
        ("12", None),
        ("", None),
    ],
)
def test_the_pages_that_a_place_names(at: str, pages: Pages | None) -> None:
    assert named(at) == pages


@pytest.mark.parametrize("pages", [(1, 1), (3, 4)])
def test_a_place_names_its_pages_again(pages: Pages) -> None:
    assert named(as_place(pages)) == pages


def test_what_is_left_out_between_two_parts_keeps_its_pages() -> None:
    text = as_text("report.txt", TEXT)
    assert isinstance(text, Text)
    parts = ((1, 1), (6, 6))
    source = prepared(text, parts)
    found = find(source, "The end")
    assert isinstance(found, Found)
    place = found.places[0]
    assert (place.line, pages_of(source.text.data, place.byte, place.byte)) == (6, (5, 5))

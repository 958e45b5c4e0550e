"""The nearest right choice for a word that is none: by its meaning first, then by its letters."""

from __future__ import annotations

import pytest

from factbook.content.schema import Field, kind
from factbook.content.schema.unknown_choices import _OTHER_WORDS, meant

ACTOR = kind("actor").field("kind").choices


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("school", "organisation"),
        ("Universities", "organisation"),
        ("trade union", "organisation"),
        ("ministry", "organisation"),
        ("ship", "thing"),
        ("cargo-ship", "thing"),
        ("law", "thing"),
        ("statute", "thing"),
        ("Diseases", "thing"),
        ("political party", "party"),
        ("parties", "party"),
        ("tribunal", "court"),
        ("Court", "court"),
        ("armed forces", "armed-force"),
        ("army", "armed-force"),
        ("firm", "company"),
        ("companies", "company"),
        ("newspaper", "media"),
        ("city", "place"),
        ("country", "state"),
        ("Mensch", "person"),
        ("persn", "person"),
    ],
)
def test_what_people_call_an_actor(word: str, expected: str) -> None:
    assert meant(word, ACTOR)[0] == expected


def test_a_word_that_comes_near_nothing_is_told_all_choices() -> None:
    assert meant("xyzzy", ACTOR) == ()


@pytest.mark.parametrize(
    ("of", "name", "word", "expected"),
    [
        ("source", "genre", "press release", "press-release"),
        ("source", "genre", "judgment", "court-decision"),
        ("source", "genre", "act", "law"),
        ("fact", "stance", "no comment", "declines-to-confirm"),
        ("topic", "confidence", "medium", "moderate"),
        ("topic", "likelihood", "probable", "likely"),
    ],
)
def test_what_people_write_elsewhere(of: str, name: str, word: str, expected: str) -> None:
    assert meant(word, _field(kind(of).fields, name).choices)[0] == expected


def _field(fields: tuple[Field, ...], name: str) -> Field:
    every = (inner for field in fields for inner in (field, *field.fields))
    found: Field = next(field for field in every if field.name == name)
    return found


def test_every_other_word_is_of_a_choice_that_there_is() -> None:
    kinds = ("source", "actor", "topic", "series", "fact")
    every = {
        choice
        for of in kinds
        for field in kind(of).fields
        for one in (field, *field.fields)
        for choice in one.choices
    }
    assert _OTHER_WORDS.keys() <= every

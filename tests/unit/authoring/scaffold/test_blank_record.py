"""Records to be filled in are right as they stand, with every key taken into use, and on every page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from factbook.authoring.scaffold.blank_record import blank_fact, with_every_key
from factbook.content import yaml
from factbook.content.schema import KINDS, Field, kind
from factbook.content.schema.validate import validate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ALL = (*KINDS, "briefing", "config")


@pytest.mark.parametrize("name", ALL)
def test_every_key_stands_there_and_can_be_taken_into_use(name: str) -> None:
    text = with_every_key(kind(name))
    used = re.sub(r"^( *)# ", r"\1", text, flags=re.M)
    assert set(re.findall(r"^[ #-]*(\w+):(?= |$)", used, re.M)) >= set(_names(kind(name).fields))
    tree, problems = yaml.read(used.encode(), "x.yml")
    assert tree is not None, problems
    assert [*problems, *validate(tree, kind(name))] == []


@pytest.mark.parametrize("name", KINDS)
def test_the_needed_keys_alone_are_enough(name: str) -> None:
    tree, problems = yaml.read(with_every_key(kind(name)).encode(), "x.yml")
    assert tree is not None, problems
    assert list(validate(tree, kind(name))) == []


def _names(fields: Iterable[Field]) -> Iterator[str]:
    for field in fields:
        yield field.name
        yield from _names(field.fields if field.type == "record" else ())


@pytest.mark.parametrize(
    ("of", "identity", "path", "line"),
    [
        ("topic", "flood", "content/facts/flood/short-name-of-the-fact.yml", "topics: [flood]"),
        ("actor", "ada-keller", "content/facts/short-name-of-the-fact.yml", "asserted_by: [ada-keller]"),
        ("source", "gazette", "content/facts/short-name-of-the-fact.yml", "  - source: gazette"),
        ("series", "ships", "content/facts/short-name-of-the-fact.yml", "figure: {series: ships, value: NUMBER}"),
        ("timeline", "", "content/facts/short-name-of-the-fact.yml", "id: short-name-of-the-fact"),
    ],
)
def test_a_fact_that_is_added_on_a_page_has_what_the_page_is_about(
    of: str, identity: str, path: str, line: str
) -> None:
    place, text = blank_fact(of, identity)
    assert (place, line in text.split("\n")) == (path, True), text
    tree, problems = yaml.read(text.encode(), place)
    assert tree is not None, problems
    left = {problem.code for problem in validate(tree, kind("fact"))}
    assert {"date-form"} <= left <= {"date-form", "number-form"}, "what must be typed is told, and nothing else"
    assert "harbour" not in text, "it speaks of no site's subject"

"""Linking: what stands in the files is in the model, each key under the name that the vocabulary gives it."""

from __future__ import annotations

import pytest

from factbook.content import link, load
from factbook.content.dates import read_publication
from factbook.content.model import Briefing, Derivation, Group, Question, Side, Source

FILES = {
    "content/briefing.yml": """\
title: The flood
sides: [{id: town, title: The town}, {id: valley, title: {en: The valley, de: Das Tal}}]
groups: [{title: Water, topics: [flood]}]
questions: [{title: How high?, facts: [rise], judgement: flood/will-rise, note: By one gauge.}]
""",
    "content/sources/gazette.yml": "id: gazette\nlanguage: en\nfile: gazette.txt\n",
    "content/actors/mayor.yml": """\
id: mayor
name: The mayor of the town
short: Mayor
kind: person
side: town
speaks_for: [town]
also: [burgomaster]
""",
    "content/actors/town.yml": "id: town\nname: The town\nkind: place\n",
    "content/topics/flood.yml": """\
id: flood
title: The flood
also: [high water]
summary: The river rose.[^rise]
review_by: 2026-12-31
judgements: [{id: will-rise, text: It will rise again., because: It rains., based_on: [rise]}]
""",
    "content/facts/rise.yml": """\
id: rise
statement: The river rose.
date: 2024-06-01
topics: [flood]
actors: [town, {actor: mayor, role: host}]
citations: [{source: gazette, quote: The river rose, at: p. 12}]
redirect_from: [river-rise]
draft: true
""",
}


def test_each_key_is_in_the_model() -> None:
    records = [record for path, text in FILES.items() for record in load.parse(text.encode(), path)[0]]
    corpus, problems = link.link(records, "en")
    assert not problems
    assert corpus.briefing == Briefing(
        title="The flood",
        summary=None,
        numbers=(),
        sides=(Side("town", "The town"), Side("valley", {"en": "The valley", "de": "Das Tal"})),
        groups=(Group("Water", ("flood",)),),
        questions=(Question("How high?", ("rise",), ("flood", "will-rise"), "By one gauge."),),
        record=None,
    )
    mayor, flood, rise = corpus.actors["mayor"], corpus.topics["flood"], corpus.facts["rise"]
    assert (mayor.short, mayor.side, mayor.speaks_for, mayor.also) == ("Mayor", "town", ("town",), ("burgomaster",))
    assert (flood.also, flood.review_by and flood.review_by.text) == (("high water",), "2026-12-31")
    assert (flood.judgements[0].id, flood.judgements[0].because) == ("will-rise", "It rains.")
    assert (rise.redirect_from, rise.draft, flood.draft) == (("river-rise",), True, False)
    assert (rise.citations[0].at, rise.actors, rise.actor_roles) == ("p. 12", ("town", "mayor"), {"mayor": "host"})


def source(text: str) -> Source:
    (record,), problems = load.parse(f"id: one\nlanguage: en\n{text}".encode(), "content/sources/one.yml")
    assert not problems
    return link.link([record], "en")[0].sources["one"]


@pytest.mark.parametrize(
    ("text", "made_from"),
    [
        ("publisher: The Gazette\nagency: AP\n", (Derivation("syndication", agency="AP"),)),
        ("publisher: AP\nagency: AP\n", ()),
        ("agency: AP\n", ()),
        ("derived_from: [{report: sermon, how: summary}]\n", (Derivation("summary", report="sermon"),)),
        (
            "agency: AP\npublisher: P\nderived_from:\n- {agency: AP, how: excerpt}\n- {agency: dpa, how: summary}\n",
            (Derivation("excerpt", agency="AP"), Derivation("summary", agency="dpa")),
        ),
    ],
)
def test_what_a_source_was_made_from(text: str, made_from: tuple[Derivation, ...]) -> None:
    assert source(text).derived_from == made_from


def test_a_source_may_be_several_parts_of_a_file_and_of_a_month() -> None:
    found = source("file: one.txt\nlines: 5-12, 15-49\npublished: 2024-05\ngenre: court-decision\n")
    assert (found.parts, found.lines) == (((5, 12), (15, 49)), (5, 49))
    assert (found.published, found.genre) == (read_publication("2024-05"), "court-decision")

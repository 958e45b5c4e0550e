"""Statements: links, the speaker, and the one-line version that never cuts a sentence."""

from __future__ import annotations

import pytest

from factbook.site.components import statement as statements
from factbook.site.views.parts import Run, Statement
from tests.unit.site.pages.corpora import SOURCE, desk

MAYOR = "name: The mayor\nkind: person\n"


def said(statement: str, **facts: str) -> Statement:
    extra = "".join(f"{key}: {value}\n" for key, value in facts.items())
    made = desk(
        source_report=SOURCE,
        actor_mayor=MAYOR,
        actor_river_board="name: River board\nkind: organisation\n",
        topic_flood="title: The flood\n",
        fact=f"id: one\nstatement: '{statement}'\ndate: 2024-05-01\ntopics: [flood]\n"
        f"citations: [{{source: report, quote: the river rose}}]\n{extra}",
    )
    return statements.statement(made, made.corpus.facts["one"])


def test_links_lead_to_actors_and_topics_with_their_own_words_or_the_name() -> None:
    found = said("[[river-board]] measured [[flood|the water]].", asserted_by="[river-board]")
    assert [run.words for run in found.runs] == ["River board", " measured ", "the water", "."]
    assert found.runs[0].href.endswith("/actors/river-board/")
    assert found.runs[2].href.endswith("/topics/flood/")


def test_a_first_link_to_the_asserter_is_the_speaker() -> None:
    assert said("[[mayor]] said so.", asserted_by="[mayor]").runs[0].strong
    assert not said("[[river-board]] told [[mayor]].", asserted_by="[mayor]").runs[0].strong
    assert not any(run.strong for run in said("Water met [[mayor]].", asserted_by="[river-board]").runs)


def test_a_publisher_that_speaks_in_its_own_voice_is_the_speaker() -> None:
    made = desk(
        source_report=SOURCE,
        actor_gazette="name: The Gazette\nkind: media\n",
        fact="id: one\nstatement: '[[gazette]] wrote so.'\ndate: 2024-05-01\ntopics: [flood]\n"
        "citations: [{source: report, quote: the river rose}]\n",
        topic_flood="title: The flood\n",
    )
    assert statements.statement(made, made.corpus.facts["one"]).runs[0] == Run(
        "The Gazette", "\uffff/actors/gazette/", True
    )


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("A short one. And another.", "A short one. And another."),
        (
            "The U.S. Army Corps of Engineers, which runs the gate at the upper lock, closed it. "
            + "Then it rained. " * 4,
            "The U.S. Army Corps of Engineers, which runs the gate at the upper lock, closed it.",
        ),
        ("An endless sentence without a stop " * 5, "An endless sentence without a stop " * 5),
        (
            "He said “the dam at the upper lock will hold until the morning.” " + "Then it did not. " * 5,
            "He said “the dam at the upper lock will hold until the morning.”",
        ),
    ],
)
def test_the_short_version_is_whole_sentences(whole: str, short: str) -> None:
    assert statements.first_sentence(Statement((Run(whole),))).plain == short


def test_a_short_version_ends_inside_the_run_in_which_its_sentence_ends() -> None:
    runs = (Run("The mayor", "/x", True), Run(" closed the gate at the upper lock. And " + "then it rained " * 9))
    found = statements.first_sentence(Statement(runs))
    assert found.plain == "The mayor closed the gate at the upper lock."
    assert found.runs[0] == runs[0]

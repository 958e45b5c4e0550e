"""Positions: by speaker and stance, with the empty column that is a finding, and who says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.pages.topic import positions
from tests.unit.site.pages.corpora import SOURCE, desk

if TYPE_CHECKING:
    from factbook.site.pages.topic.view import Positions, Stance

FILES = {
    "source_report": SOURCE,
    "topic_flood": "title: The flood\n",
    "series_level": "title: Level of the river\nunit: cm\n",
    "actor_upland": "name: Upland\nkind: state\n",
    "actor_lowland": "name: Lowland\nkind: state\n",
    "actor_board": "name: River board\nkind: organisation\npart_of: upland\n",
    "actor_mayor": "name: The mayor\nkind: person\nroles: [{title: Mayor, of: upland}]\n",
    "actor_gazette": "name: The Gazette\nkind: media\n",
}
CITED = "topics: [flood], citations: [{source: report, quote: it rose}]"


def found(*facts: str) -> Positions | None:
    made = desk("en", **FILES, fact="\n".join(f"- {{{fact}, {CITED}}}" for fact in facts))
    return positions.positions(made, made.current)


def stance(kind: str, *facts: str) -> Stance:
    section = found(*facts)
    assert section is not None
    return next(stance for stance in section.stances if stance.kind == kind)


ROSE = "id: rose, statement: '[[mayor]] said [[lowland]] opened the gate.', date: 2024-05-01, asserted_by: [mayor]"
ROSE_AGAIN = "id: again, statement: '[[mayor]] said it again.', date: 2024-05-03, asserted_by: [mayor]"
ROSE_ON = "id: on, statement: '[[mayor]] said it on.', date: 2024-05-02, asserted_by: [mayor]"
DENIED = "id: no, statement: '[[lowland]] denied it.', date: 2024-05-02, asserted_by: [lowland], stance: denies"
OWN = "id: own, statement: 'It rained.', date: 2024-05-02"


def test_a_publisher_in_its_own_voice_takes_no_position() -> None:
    assert found(OWN) is None


def test_empty_columns_stand_there_too() -> None:
    section = found(ROSE)
    assert section is not None
    assert [stance.kind for stance in section.stances] == ["asserts", "denies", "declines", "silent"]
    assert section.stances[1].positions == ()
    assert section.stances[1].nobody == "Nobody, in these facts."


def test_an_announcement_has_a_column_when_there_is_one() -> None:
    section = found(ROSE_AGAIN + ", stance: expects")
    assert section is not None
    assert "expects" in [stance.kind for stance in section.stances]


def test_a_speaker_s_statements_stand_latest_first_and_older_ones_are_folded() -> None:
    (mayor,) = stance("asserts", ROSE, ROSE_AGAIN, ROSE_ON).positions
    assert [brief.id for brief in mayor.briefs] == ["again", "on"]
    assert [brief.id for brief in mayor.more] == ["rose"]


def test_the_words_follow_the_name_that_stands_above_them() -> None:
    (mayor,) = stance("asserts", ROSE).positions
    assert (mayor.who[0].text.words, mayor.who[0].note) == ("The mayor", "Upland")
    assert mayor.briefs[0].words.plain == "said Lowland opened the gate."


def test_those_who_say_it_together_are_one_position() -> None:
    together = ROSE.replace("asserted_by: [mayor]", "asserted_by: [mayor, board]")
    (both,) = stance("asserts", together).positions
    assert [link.text.words for link in both.who] == ["The mayor", "River board"]


def test_a_figure_is_said_in_a_few_words() -> None:
    fact = ROSE + ", figure: {series: level, value: 1200, modifier: up-to}"
    (mayor,) = stance("asserts", fact).positions
    assert mayor.briefs[0].words.plain == "up to 1,200 · Level of the river"


def test_a_state_that_is_named_and_does_not_speak_says_nothing() -> None:
    silent = stance("silent", ROSE)
    assert [position.who[0].text.words for position in silent.positions] == ["Lowland"]
    assert silent.positions[0].note == "Named in 1 of these facts, speaks in none."


def test_a_state_speaks_when_a_part_of_it_does() -> None:
    assert stance("silent", ROSE, DENIED).positions == ()

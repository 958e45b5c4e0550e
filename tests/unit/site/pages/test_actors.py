"""Actors: what they say, what is said of them, with whom they stand, and the card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.pages.actor import builder as actors
from factbook.site.pages.relations import builder as relations
from tests.unit.site.pages.corpora import SOURCE, desk

if TYPE_CHECKING:
    from factbook.site.pages.actor.view import ActorView

FILES = {
    "source_report": SOURCE,
    "topic_flood": "title: The flood\n",
    "actor_upland": "name: Upland\nkind: state\ncountry: DE\n",
    "actor_board": "name: River board\nkind: organisation\npart_of: upland\n",
    "actor_mayor": "name: The mayor\nkind: person\ncountry: DE\naliases: [{uk: Мер}, Mayor]\n"
    "same_as: ['wikidata:Q42']\n"
    "roles:\n- {title: Mayor, of: upland, from: 2020, until: 2024-05}\n"
    "- {title: Councillor, of: upland, from: 2024-06}\n",
}
FACTS = """
- {id: says, statement: '[[mayor]] said it rose.', date: 2024-05-01, topics: [flood], asserted_by: [mayor],
   citations: [{source: report, quote: it rose}]}
- {id: met, statement: '[[board]] met [[mayor]].', date: 2024-05-02, topics: [flood], asserted_by: [board],
   citations: [{source: report, quote: it rose}]}
- {id: named, statement: 'It rose.', date: 2024-05-03, topics: [flood], actors: [mayor, board],
   citations: [{source: report, quote: it rose}]}
"""


def page(name: str = "mayor") -> ActorView:
    return actors.actor(desk("en", **FILES, fact=FACTS), name)


def card(name: str) -> dict[str, list[tuple[str, str]]]:
    return {row.label: [(value.text.words, value.note) for value in row.values] for row in page(name).card}


def test_what_somebody_says_is_apart_from_what_is_said_of_them() -> None:
    shown = page()
    assert shown.says is not None
    assert shown.said_of is not None
    assert [fact.id for fact in shown.says.facts] == ["says"]
    assert [fact.id for fact in shown.said_of.facts] == ["named", "met"]


def test_the_related_are_those_in_the_same_facts() -> None:
    related = page().related
    assert related is not None
    (board,) = related.rows
    assert (board.actor.text.words, board.shared) == ("River board", "2")
    assert board.latest.id == "named"
    assert [link.text.words for link in board.earlier] == ["2 May 2024"]


def test_the_card_tells_roles_over_time_and_spellings_with_their_languages() -> None:
    found = card("mayor")
    assert found["Roles"] == [("Mayor", "2020 to May 2024"), ("Councillor", "since Jun 2024")]
    assert found["Spellings"] == [("Мер", "Ukrainian"), ("Mayor", "")]
    assert found["Elsewhere"] == [("Wikidata Q42", "")]
    assert found["Country"] == [("Germany", "")]
    assert found["On this site"] == [("1 fact as speaker, named in 2 more", "1 source of 1 origin")]


def test_the_card_tells_only_what_there_is() -> None:
    speaks = "- {id: says, statement: It rose., date: 2024-05-01, topics: [flood], asserted_by: [mayor],\n"
    speaks += "   citations: [{source: report, quote: it rose}]}\n"
    assert _held(speaks, "mayor") == "1 fact as speaker"
    assert _held(speaks.replace("asserted_by", "actors"), "mayor") == "named in 1 fact"


def _held(facts: str, name: str) -> str:
    rows = actors.actor(desk("en", **FILES, fact=facts), name).card
    return next(row.values[0].text.words for row in rows if row.label == "On this site")


def test_the_related_are_counted_as_on_the_page_of_relations() -> None:
    """Who only passes words on is joined with nobody; a link in any language of a statement counts."""
    facts = (
        FACTS
        + """
- {id: passed, statement: {en: It rose., de: '[[board]]: Es stieg.'}, date: 2024-05-04, topics: [flood],
   asserted_by: [mayor], via: [upland], citations: [{source: report, quote: it rose}]}
"""
    )
    for language in ("en", "de"):
        made = desk(language, **FILES, fact=facts)
        counted = {(m.first, m.second): len(m.facts) for m in relations.meetings(made)}
        assert counted == {("board", "mayor"): 3}
        for name in ("mayor", "board", "upland"):
            shared = {tuple(sorted((name, other))): len(met) for other, met in relations.others(made, name).items()}
            assert shared == {pair: number for pair, number in counted.items() if name in pair}


def test_the_timeline_leads_to_the_whole_one_filtered() -> None:
    shown = page().timeline
    assert shown is not None
    assert shown.more is not None
    assert shown.more.href.endswith("timeline/?actor=mayor")


def test_the_card_leads_up_and_down() -> None:
    assert card("board")["Part of"] == [("Upland", "")]
    assert card("upland")["Includes"] == [("River board", "")]
    assert "Country" not in card("upland")


def test_the_list_groups_by_kind() -> None:
    shown = actors.actors(desk("en", **FILES, fact=FACTS), "")
    assert [group.heading.title for group in shown.groups] == ["People", "States", "Organisations"]
    (mayor,) = shown.groups[0].rows
    assert (mayor.link.note, mayor.country, mayor.says, mayor.named) == ("Councillor", "Germany", "1", "2")


def test_a_page_holds_the_newest_facts_in_full_and_leads_to_the_others() -> None:
    facts = "".join(
        f"- {{id: f{number}, statement: 'It rose.', date: 2024-05-01, topics: [flood], asserted_by: [mayor], "
        "citations: [{source: report, quote: it rose}]}\n"
        for number in range(63)
    )
    shown = actors.actor(desk("en", **FILES, fact=facts), "mayor")
    assert shown.says is not None
    assert shown.timeline is not None
    assert len(shown.says.facts) == len(shown.frame.facts) == 60
    assert shown.says.more is not None
    assert (shown.says.more.text.words, shown.says.more.href) == (
        "3 older facts, in one line each in the timeline",
        "#Timeline",
    )
    assert sum(len(entry.briefs) for entry in shown.timeline.entries) == 63

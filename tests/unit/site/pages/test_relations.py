"""Relations come from the facts alone, and each leads to the facts behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.pages.relations import builder as relations
from tests.unit.site.pages.worlds import world

if TYPE_CHECKING:
    from factbook.site.context import Desk


def fact(id: str, actors: str, statement: str = "They met.", more: str = "") -> str:
    return (
        f'- id: {id}\n  statement: "{statement}"\n  date: 2024-11-04\n  topics: [war]\n'
        f"  actors: [{actors}]\n{more}  citations: [{{source: report, quote: so}}]\n"
    )


def pairs(desk: Desk) -> dict[tuple[str, str], int]:
    return {(found.first, found.second): len(found.facts) for found in relations.meetings(desk)}


def test_two_actors_of_one_fact_are_a_pair_most_facts_first() -> None:
    desk = world(fact=fact("a", "anna, boris") + fact("b", "boris, anna") + fact("c", "boris, chen"))
    assert list(pairs(desk).items()) == [(("anna", "boris"), 2), (("boris", "chen"), 1)]


def test_speaker_participant_and_who_is_linked_in_the_words_count_alike() -> None:
    said = fact("a", "boris", "It was [[chen]].", "  asserted_by: [anna]\n")
    desk = world(fact=said, actor_chen="name: Chen\nkind: person\n")
    assert set(pairs(desk)) == {("anna", "boris"), ("anna", "chen"), ("boris", "chen")}


def test_a_retracted_fact_joins_nobody() -> None:
    assert pairs(world(fact=fact("a", "anna, boris", more="  retracted: {on: 2024-12-01, note: Wrong.}\n"))) == {}


def test_the_headline_names_the_pair_with_most_facts() -> None:
    desk = world(fact=fact("a", "anna, boris") + fact("b", "boris, anna") + fact("c", "boris, chen"))
    drawn = relations.relations(desk, "").drawn
    assert drawn is not None
    assert drawn.headline == "anna and boris appear together most often, in 2 facts"


def test_where_several_pairs_are_first_none_is_named() -> None:
    drawn = relations.relations(world(fact=fact("a", "anna, boris, chen")), "").drawn
    assert drawn is not None
    assert drawn.headline == "3 pairs of 3 actors share at least 1 fact"


def test_each_line_leads_to_the_list_of_its_facts() -> None:
    page = relations.relations(world(fact=fact("a", "anna, boris")), "")
    assert page.drawn is not None
    assert page.pairs is not None
    (edge,), (pair,) = page.drawn.chart.edges, page.pairs.once
    assert edge.href == f"#{pair.id}"
    assert [brief.id for brief in pair.facts] == ["a"]


def test_a_large_net_is_drawn_only_as_far_as_it_can_be_read() -> None:
    crowd = ", ".join(f"actor-{n}" for n in range(20))
    desk = world(fact=fact("crowd", crowd) + fact("again", "actor-1, actor-2"))
    page = relations.relations(desk, "")
    assert page.drawn is not None
    assert len(page.drawn.chart.edges) == 1
    assert "at least 2 facts, of 190 pairs in all" in page.drawn.reading


def test_facts_without_two_actors_are_said_to_be_so() -> None:
    page = relations.relations(world(fact=fact("a", "anna")), "")
    assert (page.drawn, page.pairs) == (None, None)

"""The home page: what the briefing names comes first, and what it does not name is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.pages.home import builder as home
from tests.unit.site.pages.corpora import SOURCE, desk

if TYPE_CHECKING:
    from factbook.site.pages.home.view import HomeView

FILES = {
    "source_report": SOURCE + "published: 2024-05-04\n",
    "source_other": SOURCE + "published: 2024-05-02\n",
    "source_editorial": SOURCE + "genre: editorial\n",
    "topic_flood": "title: The flood\n",
    "series_level": "title: Level of the river\nunit: cm\n",
    "actor_mayor": "name: The mayor\nkind: person\n",
}


def fact(name: str, day: str, source: str = "report", more: str = "") -> str:
    return (
        f"- {{id: {name}, statement: 'Said {name}.', date: {day}, topics: [flood], asserted_by: [mayor], "
        f"citations: [{{source: {source}, quote: it rose}}]{more}}}"
    )


def page(*facts: str, **files: str) -> HomeView:
    return home.home(desk("en", **(FILES | files), fact="\n".join(facts)), "")


LEVEL = ", figure: {series: level, value: %s, modifier: %s}"


def test_the_page_says_how_old_its_information_is_by_its_sources_alone() -> None:
    shown = page(fact("one", "2024-05-01"), fact("two", "2030-01-01", "other", ", stance: expects"))
    assert shown.frame.kicker[0].text.words == "Briefing · information as of 4 May 2024"


def test_key_numbers_are_those_that_the_briefing_names() -> None:
    briefing = "title: The flood\nsummary: It rose.\nnumbers: [two]\n"
    shown = page(
        fact("one", "2024-05-01", more=LEVEL % (80, "exactly")),
        fact("two", "2024-05-02", more=LEVEL % (1200, "up-to")),
        briefing=briefing,
    )
    assert shown.numbers is not None
    (number,) = shown.numbers.numbers
    assert (number.modifier, number.value, number.what.words) == ("up to", "1,200", "Level of the river")
    assert number.who == "The mayor, 2 May 2024"


def test_without_a_briefing_the_newest_figure_of_each_series_stands_there() -> None:
    shown = page(
        fact("one", "2024-05-01", more=LEVEL % (80, "exactly")), fact("two", "2024-05-02", more=LEVEL % (90, "about"))
    )
    assert shown.numbers is not None
    assert [number.value for number in shown.numbers.numbers] == ["90"]


def test_contradictions_that_nobody_listed_are_found_and_titled() -> None:
    shown = page(
        fact("one", "2024-05-01", more=LEVEL % (80, "exactly") + ", contradicts: [two]"),
        fact("two", "2024-05-02", more=LEVEL % (90, "about")),
    )
    assert shown.disputed is not None
    (dispute,) = shown.disputed.disputes
    assert dispute.title.words == "Level of the river"
    assert [side.words.plain for side in dispute.sides] == ["80 cm", "about 90 cm"]


def test_what_the_briefing_lists_is_not_found_again() -> None:
    briefing = "questions: [{title: How high?, facts: [one, two], note: Both measured.}]\n"
    shown = page(fact("one", "2024-05-01", more=", contradicts: [two]"), fact("two", "2024-05-02"), briefing=briefing)
    assert shown.disputed is not None
    assert [dispute.title.words for dispute in shown.disputed.disputes] == ["How high?"]


def test_news_is_what_has_happened_from_more_than_one_report() -> None:
    shown = page(
        fact("old", "2024-05-01", "other"),
        fact("a", "2024-05-02"),
        fact("b", "2024-05-03"),
        fact("c", "2024-05-04"),
        fact("hope", "2024-06-01", "other", ", stance: expects"),
        fact("view", "2024-05-05", "editorial"),
    )
    assert shown.latest is not None
    assert [fact.id for fact in shown.latest.facts] == ["c", "b", "old"]


def test_quotes_behind_numbers_that_do_not_stand_in_full_are_at_hand() -> None:
    briefing = "numbers: [old]\n"
    facts = [fact(f"f{day}", f"2024-05-0{day}", "other" if day % 2 else "report") for day in range(2, 9)]
    shown = page(fact("old", "2024-05-01", more=LEVEL % (80, "exactly")), *facts, briefing=briefing)
    assert [fact.id for fact in shown.behind] == ["old"]
    assert "old" in shown.frame.evidence
    assert "old" not in shown.frame.facts

"""Long lists of facts on several pages."""

from __future__ import annotations

from factbook.site.paging import AT_MOST, parted
from tests.unit.site.worlds import world


def _facts(years: list[int]) -> str:
    lines = (
        f"- id: f{number}\n  statement: It rose {number}.\n  date: '{year}'\n  topics: [flood]\n"
        "  citations: [{source: a, quote: it rose}]\n"
        for number, year in enumerate(years)
    )
    return "".join(lines)


def test_few_facts_stand_on_one_page() -> None:
    facts = tuple(world(fact=_facts([2024] * AT_MOST)).corpus.facts.values())
    assert parted(facts) == (facts, ())


def test_of_many_the_newest_stand_first_and_all_stand_by_year() -> None:
    facts = tuple(world(fact=_facts([2022] * 60 + [2023] * 20)).corpus.facts.values())
    first, parts = parted(facts)
    assert first == facts[-40:]
    assert [(part.name, len(part.facts)) for part in parts] == [("2023", 20), ("2022", 50), ("2022-2", 10)]
    assert {fact.id for part in parts for fact in part.facts} == {fact.id for fact in facts}

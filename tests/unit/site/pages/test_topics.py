"""A topic: what its charts are about is said, however many there are."""

from __future__ import annotations

from factbook.site.pages.topic import builder as topics
from tests.unit.site.pages.corpora import SOURCE, desk

FACT = (
    "- {{id: {id}, statement: It rose., date: 2024-05-01, topics: [flood],\n"
    "   figure: {{series: {series}, value: '12'}}, citations: [{{source: report, quote: it rose}}]}}\n"
)
FILES = {
    "source_report": SOURCE,
    "topic_flood": "title: The flood\n",
    "series_boats": "title: Boats\nunit: boats\n",
    "series_bridges": "title: Bridges closed\nunit: bridges\ngroup: ways\n",
    "series_roads": "title: Roads closed\nunit: roads\ngroup: ways\n",
}


def headlines(*series: str) -> list[str]:
    facts = "".join(FACT.format(id=f"f{number}", series=name) for number, name in enumerate(series))
    numbers = topics.topic(desk("en", **FILES, fact=facts), "flood").numbers
    assert numbers is not None
    return [figure.headline for figure in numbers.figures]


def test_a_chart_of_one_series_names_it() -> None:
    assert headlines("boats") == ["Boats. One value, from The Gazette: 12"]


def test_a_chart_of_several_names_them_inside() -> None:
    (headline,) = headlines("bridges", "roads")
    assert headline.startswith("2 values from The Gazette, in 2 counts")

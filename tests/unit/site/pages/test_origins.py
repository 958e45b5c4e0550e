"""Citation numbers: by origin, in the order of reading, with letters for copies."""

from __future__ import annotations

from factbook.site.components import source_list as origins
from factbook.site.views import placeholders as marks
from factbook.site.views.parts import Heading
from tests.unit.site.pages.corpora import SOURCE, desk

COPY = "language: en\nfile: c.txt\nderived_from: [{source: report, how: syndication}]\n"
FACTS = """
- {id: first, statement: One., date: 2024-05-01, topics: [flood], citations: [{source: other, quote: it rose}]}
- {id: second, statement: Two., date: 2024-05-02, topics: [flood],
   citations: [{source: copy, quote: it rose}, {source: report, quote: it rose}]}
"""
COPY_ALONE = """
id: second
statement: Two.
date: 2024-05-02
topics: [flood]
citations: [{source: copy, quote: it rose}]
"""
TOPIC = "title: The flood\n"


def test_numbers_follow_the_reading_and_copies_share_one() -> None:
    made = desk(topic_flood=TOPIC, source_report=SOURCE, source_copy=COPY, source_other=SOURCE, fact=FACTS)
    found = origins.numbering(made, made.current)
    assert found.labels == {"other": "1", "report": "2a", "copy": "2b"}
    assert origins.summary(made, made.current) == "3 sources of 2 origins"


def test_a_copy_keeps_its_letter_where_it_stands_alone() -> None:
    made = desk(topic_flood=TOPIC, source_report=SOURCE, source_copy=COPY, fact=COPY_ALONE)
    assert origins.numbering(made, made.current).labels == {"copy": "1b"}


def test_copies_stand_under_the_report_and_every_use_is_known() -> None:
    made = desk(topic_flood=TOPIC, source_report=SOURCE, source_copy=COPY, source_other=SOURCE, fact=FACTS)
    numbers = origins.numbering(made, made.current)
    found = origins.source_list(made, Heading("Sources", "Sources"), numbers)
    assert found is not None
    assert [entry.key for entry in found.origins] == ["other other", "report report copy"]
    assert numbers.numbers == {"other": "1", "report": "2"}
    (report,) = found.origins[1].sources
    assert [copy.card.id for copy in report.copies] == ["copy"]
    assert ["#second--2" in href for href in numbers.uses["report"]] == [True]


def test_a_fact_that_is_cited_twice_on_a_page_is_one_use() -> None:
    made = desk(topic_flood=TOPIC, source_report=SOURCE, source_copy=COPY, fact=COPY_ALONE)
    assert len(origins.numbering(made, (*made.current, *made.current)).uses["copy"]) == 1


def test_letters_go_on_after_z() -> None:
    assert [marks.letters(number) for number in (0, 25, 26, 51, 52)] == ["a", "z", "aa", "az", "ba"]

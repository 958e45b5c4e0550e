"""The page of changes: by date, each with its word, its note, and old and new words where they are known."""

from __future__ import annotations

import pytest

from factbook.site.components import fact as facts
from factbook.site.pages.changes import builder as changes
from factbook.site.render.page_renderer import Press
from tests.unit.site.pages.corpora import SOURCE, desk

FACTS = """
    - id: twelve
      statement: The office counted 12 boats.
      date: 2024-06-01
      topics: [boats]
      citations: [{source: report, quote: 12 boats}]
      added: 2024-06-03
      revised:
      - {"on": 2024-06-05, note: It was a slip., was: The office counted 21 boats.}
    - id: ten
      statement: The office counted 10 boats.
      date: 2024-05-01
      topics: [boats]
      citations: [{source: report, quote: 10 boats}]
      added: 2024-05-03
      retracted: {"on": 2024-07-01, note: The report was withdrawn.}
    - id: thirteen
      statement: The office counted 13 boats.
      date: 2024-06-09
      topics: [boats]
      citations: [{source: report, quote: 13 boats}]
      supersedes: [twelve]
      added: 2024-06-10
    - id: undated
      statement: Nobody counted.
      date: 2024-06-09
      topics: [boats]
      citations: [{source: report, quote: nobody}]
"""
FILES = {"source_report": SOURCE, "topic_boats": "title: Boats\n", "fact": FACTS}


def entries() -> list[tuple[str, str, str]]:
    view = changes.changes(desk(**FILES), "")
    return [(day.iso, entry.kind, entry.words.plain) for m in view.months for day in m.days for entry in day.entries]


def test_newest_first_and_only_what_has_a_date() -> None:
    assert entries() == [
        ("2024-07-01", "retracted", "The office counted 10 boats."),
        ("2024-06-10", "superseded", "The office counted 12 boats."),
        ("2024-06-10", "added", "The office counted 13 boats."),
        ("2024-06-05", "corrected", "The office counted 12 boats."),
        ("2024-06-03", "added", "The office counted 12 boats."),
        ("2024-05-03", "added", "The office counted 10 boats."),
    ]


def test_months_are_the_sections() -> None:
    view = changes.changes(desk(**FILES), "")
    assert [heading.id for heading in view.frame.headings] == ["M2024-07", "M2024-06", "M2024-05"]


def test_old_and_new_words_stand_side_by_side() -> None:
    html = Press("en").body(changes.changes(desk(**FILES), "")).html
    assert "<del>The office counted 21 boats.</del>" in html
    assert "<ins>The office counted 12 boats.</ins>" in html
    assert "It was a slip." in html
    assert 'href="../topics/boats/#thirteen"' in html


@pytest.mark.parametrize(
    ("was", "words"), [(", was: It was 21.", "The words before and after"), ("", "In the list of changes")]
)
def test_a_corrected_fact_leads_to_the_very_entry(was: str, words: str) -> None:
    made = desk(**{**FILES, "fact": FACTS.replace(", was: The office counted 21 boats.", was)})
    statuses = facts.fact(made, made.corpus.facts["twelve"]).statuses
    way = next(status for status in statuses if status.kind == "corrected").reason[-1]
    assert way.words == words
    place = way.href.rpartition("#")[2]
    assert f'<li data-change="corrected" id="{place}">' in Press("en").body(changes.changes(made, "")).html


def test_many_facts_of_one_day_are_counted_by_topic() -> None:
    many = "".join(
        f"""
    - id: fact-{number}
      statement: Boat {number}.
      date: 2024-06-01
      topics: [boats]
      citations: [{{source: report, quote: boat}}]
      added: 2024-06-03
"""
        for number in range(130)
    )
    view = changes.changes(desk(**{**FILES, "fact": many}), "")
    (day,) = view.months[0].days
    assert len(day.entries) == 100
    assert day.more == "and 30 facts more"
    assert [(link.text.words, link.note) for link in day.topics] == [("Boats", "30 facts")]


def test_a_site_whose_facts_have_no_dates_says_so() -> None:
    fact = FACTS[FACTS.index("    - id: undated") :]
    html = Press("en").body(changes.changes(desk(**{**FILES, "fact": fact}), "")).html
    assert "No fact says yet" in html


def test_a_note_that_is_not_translated_says_its_language() -> None:
    made = desk("de", **FILES)
    html = Press("de").body(changes.changes(made, "")).html
    assert '<span lang="en">It was a slip.</span>' in html
    (status,) = (s for s in facts.fact(made, made.corpus.facts["twelve"]).statuses if s.kind == "corrected")
    assert [run.words for run in status.reason if run.language == "en"] == ["It was a slip."]

"""Citations: the way to the very words, how a text was made, and whether the quote was found."""

from __future__ import annotations

import pytest

from factbook.site.components import citation as citations
from tests.unit.site.pages.corpora import SOURCE, desk


@pytest.mark.parametrize(
    ("quote", "fragment"),
    [
        ("the river rose", "the%20river%20rose"),
        ("small-scale fighting, here & there", "small%2Dscale%20fighting%2C%20here%20%26%20there"),
        ("83 drones […] 55 were shot down", "83%20drones,55%20were%20shot%20down"),
        ("one […] two […] three", "one,three"),
        ("Bis zu 12.000 Männer", "Bis%20zu%2012.000%20M%C3%A4nner"),
    ],
)
def test_the_original_is_opened_at_the_very_words(quote: str, fragment: str) -> None:
    assert citations.original("https://a.example/x#top", quote) == f"https://a.example/x#:~:text={fragment}"


def test_without_an_address_there_is_no_link() -> None:
    assert citations.original(None, "the river rose") == ""


FACT = """
id: one
statement: It rose.
date: 2024-05-01
topics: [flood]
citations:
  - {source: report, quote: der Fluss stieg, translation: the river rose}
"""


def test_a_translation_of_an_agency_report_says_so_and_keeps_its_language() -> None:
    german = "language: de\nfile: a.txt\nderived_from: [{agency: AP, report: river, how: translation}]\n"
    made = desk(topic_flood="title: The flood\n", source_report=german, fact=FACT)
    (found,) = citations.citations(made, made.corpus.facts["one"])
    assert found.derivation == "translation of a report by AP"
    assert (found.quote.language, found.language) == ("de", "German")
    assert found.publisher.text.words == "Publisher not stated"
    assert found.translation is not None
    assert found.translation.words == "the river rose"
    assert found.standing_words == "Quote found, line 7"


def test_a_quote_from_right_to_left_names_its_direction() -> None:
    arabic = SOURCE.replace("en", "ar", 1)
    made = desk(topic_flood="title: The flood\n", source_report=arabic, fact=FACT)
    assert citations.citations(made, made.corpus.facts["one"])[0].quote.direction == "rtl"


def test_ids_of_citations_hold_what_no_slug_can() -> None:
    made = desk(topic_flood="title: The flood\n", source_report=SOURCE, fact=FACT)
    assert citations.citations(made, made.corpus.facts["one"])[0].id == "one--1"


def test_no_page_translates_a_quote_out_of_its_own_language() -> None:
    fact = (
        "- {id: rose, statement: {en: It rose., de: Er stieg.}, date: 2024-05-01, topics: [flood],\n"
        "   citations: [{source: bote, quote: Er stieg, translation: It rose}]}\n"
    )
    files = {"source_bote": "language: de\nfile: bote.txt\n", "topic_flood": "title: The flood\n", "fact": fact}
    for language, words in (("en", "It rose"), ("de", None)):
        made = desk(language, **files)
        (citation,) = citations.citations(made, made.corpus.facts["rose"])
        assert (citation.translation.words if citation.translation else None) == words

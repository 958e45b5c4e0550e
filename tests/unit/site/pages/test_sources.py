"""Sources stand by origin, and a source's page shows every quote that is used of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.pages.source import detail as source
from factbook.site.pages.source import list as sources
from tests.unit.site.pages.worlds import world

if TYPE_CHECKING:
    from factbook.site.context import Desk


def fact(id: str, *citations: tuple[str, str]) -> str:
    quoted = "".join(f"    - {{source: {name}, quote: {quote}}}\n" for name, quote in citations)
    return f"- id: {id}\n  statement: It is so.\n  date: 2024-11-04\n  topics: [war]\n  citations:\n{quoted}"


AGENCY = "language: en\nfile: a.txt\nagency: AP\nderived_from: [{agency: AP, report: kyiv, how: syndication}]\n"
TRANSLATION = "language: de\nfile: b.txt\nagency: AP\nderived_from: [{agency: AP, report: kyiv, how: translation}]\n"


def laid(*facts: str, **files: str) -> Desk:
    return world(fact="".join(facts), **files)


def test_texts_of_one_report_are_one_family() -> None:
    desk = laid(
        fact("a", ("copy", "grave concern"), ("other", "it is so")),
        source_copy=AGENCY,
        source_translation=TRANSLATION,
    )
    (used,) = sources.sources(desk, "").groups
    assert [(family.who, family.together, len(family.rows)) for family in used.families] == [
        ("AP", "2 texts, one origin", 2),
        ("other", "", 1),
    ]


def test_what_was_made_from_a_source_is_nested_below_it() -> None:
    desk = laid(
        fact("a", ("report", "it is so")),
        source_excerpt="language: en\nfile: c.txt\nderived_from: [{source: report, how: excerpt}]\n",
    )
    (used,) = sources.sources(desk, "").groups
    (row,) = used.families[0].rows
    assert (row.id, [copy.id for copy in row.copies]) == ("report", ["excerpt"])


def test_a_source_that_no_fact_cites_is_listed_apart() -> None:
    desk = laid(fact("a", ("report", "it is so")), source_unused="language: en\nfile: u.txt\n")
    assert [group.heading.id for group in sources.sources(desk, "").groups] == ["By-origin", "Unused"]


def test_a_quote_that_carries_two_facts_stands_once_with_both() -> None:
    desk = laid(fact("a", ("report", "it is so")), fact("b", ("report", "it is so"), ("report", "and so on")))
    page = source.page(desk, "report")
    assert page.quotes is not None
    assert {quoted.card.quote.words: [use.letter for use in quoted.uses] for quoted in page.quotes.quotes} == {
        "it is so": ["a", "b"],
        "and so on": ["a"],
    }
    assert page.card[-1].words == "2 quotes in 2 facts"


def test_what_is_not_known_is_said() -> None:
    desk = laid(fact("a", ("bare", "it is so")), source_bare="language: de\nfile: b.txt\n")
    card = {line.label: line.words for line in source.page(desk, "bare").card}
    assert card["Publisher"] == "Publisher not stated"
    assert card["Published"] == "date not stated"
    assert card["Address"] == "No public address known"
    assert card["Quotes checked"] == "Not checked: neither text nor fingerprint is held"


def test_a_translation_without_a_publisher_is_told_as_what_it_is() -> None:
    desk = laid(fact("a", ("translation", "es ist so")), source_translation=TRANSLATION)
    page = source.page(desk, "translation")
    assert page.what == "Translation of a report by AP; who published it is not stated."
    assert page.frame.title == "Translation of a report by AP"


def test_an_editorial_is_called_the_publisher_s_opinion() -> None:
    desk = laid(fact("a", ("view", "we must")), source_view="language: en\nfile: v.txt\ngenre: editorial\n")
    card = {line.label: line.words for line in source.page(desk, "view").card}
    assert card["Kind"] == "Editorial: the publisher’s opinion"


def test_the_lineage_shows_every_text_of_the_report_and_which_is_here() -> None:
    desk = laid(fact("a", ("copy", "so")), source_copy=AGENCY, source_translation=TRANSLATION)
    lineage = source.page(desk, "translation").lineage
    assert lineage is not None
    assert [(relative.how, relative.here) for relative in lineage.relatives] == [
        ("copy", False),
        ("translation", True),
    ]


def test_a_text_that_stands_alone_has_no_lineage() -> None:
    assert source.page(laid(fact("a", ("report", "so"))), "report").lineage is None


def test_a_source_without_use_has_a_page_that_says_so() -> None:
    page = source.page(laid(source_unused="language: en\nfile: u.txt\n"), "unused")
    assert page.quotes is None
    assert page.none == "No fact uses words of this source."

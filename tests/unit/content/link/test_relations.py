"""Relations: origins, and tables in both directions."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from factbook.content import link, load

if TYPE_CHECKING:
    from factbook.content.model import Corpus, Record


def record(path: str, text: str) -> tuple[Record, ...]:
    records, problems = load.parse(textwrap.dedent(text).encode(), path)
    assert not problems
    return records


def source(name: str, derived: str = "") -> tuple[Record, ...]:
    return record(f"content/sources/{name}.yml", f"id: {name}\nlanguage: en\nfile: {name}.txt\n{derived}")


def corpus(*records: tuple[Record, ...]) -> Corpus:
    return link.link([entry for group in records for entry in group], "en")[0]


def origin_members(found: Corpus) -> set[frozenset[str]]:
    return {frozenset(origin.sources) for origin in found.origins.values()}


AP = "derived_from: [{agency: AP, report: ap-1, how: "


def test_a_report_its_reprints_and_a_translation_are_one_origin() -> None:
    found = corpus(
        source("report"),
        source("reprint", "derived_from: [{source: report, how: syndication}]\n"),
        source("translation", "derived_from: [{source: reprint, how: translation}]\n"),
    )
    assert origin_members(found) == {frozenset({"report", "reprint", "translation"})}
    assert found.origins["report"].root == "report"
    assert found.origins["report"].sources == ("report", "reprint", "translation")


def test_two_reprints_of_a_named_report_that_nobody_holds_are_one_origin() -> None:
    found = corpus(source("one", AP + "syndication}]\n"), source("two", AP + "translation}]\n"))
    assert origin_members(found) == {frozenset({"one", "two"})}
    (origin,) = found.origins.values()
    assert (origin.agency, origin.root) == ("AP", None)


def test_two_reports_of_one_agency_are_two_origins() -> None:
    found = corpus(
        source("one", "derived_from: [{agency: AP, how: syndication}]\n"),
        source("two", "derived_from: [{agency: AP, how: syndication}]\n"),
    )
    assert origin_members(found) == {frozenset({"one"}), frozenset({"two"})}


def test_a_circle_of_sources_is_told_once_and_ends() -> None:
    records = [
        *source("one", "derived_from: [{source: two, how: excerpt}]\n"),
        *source("two", "derived_from: [{source: one, how: excerpt}]\n"),
    ]
    found, problems = link.link(records, "en")
    assert [problem.code for problem in problems] == ["derivation-circle"]
    assert len(found.origins) == 1


FACTS = """
- id: first
  statement: "[[kyiv]] counts 11,000."
  date: "2024-11-04"
  topics: [size]
  asserted_by: [kyiv]
  citations: [{source: report, quote: There are already 11000}]
- id: second
  statement: Washington counts up to 10,000.
  date: "2024-11-04"
  topics: [size]
  contradicts: [first]
  supersedes: [first]
  citations: [{source: report, quote: up to 10000}, {source: report, quote: again}]
"""


def test_relations_are_known_in_both_directions() -> None:
    found = corpus(
        source("report"),
        record("content/actors/kyiv.yml", "id: kyiv\nname: Kyiv\nkind: state\n"),
        record("content/topics/size.yml", "id: size\ntitle: Size\n"),
        record("content/facts/size.yml", FACTS),
    )
    assert found.facts_by_actor == {"kyiv": ("first",)}
    assert found.facts_by_topic == {"size": ("first", "second")}
    assert found.facts_by_source == {"report": ("first", "second")}
    assert found.contradictions == {"first": ("second",), "second": ("first",)}
    assert found.superseded_by == {"first": ("second",)}


def test_counts_of_a_report_in_its_own_voice() -> None:
    found = corpus(
        record("content/sources/r.yml", "id: r\nlanguage: en\npublisher: Gazette\nfile: r.txt\n"),
        record("content/topics/size.yml", "id: size\ntitle: Size\n"),
        record(
            "content/facts/f.yml",
            "id: f\nstatement: It rained.\ndate: '2024'\ntopics: [size]\n"
            "citations: [{source: r, quote: it rained}]\n",
        ),
    )
    counts = found.counts(found.facts["f"])
    assert (counts.sources, counts.origins, counts.asserters) == (1, 1, 1)
    assert found.asserters(found.facts["f"]) == ("Gazette",)
    assert not counts.corroborated

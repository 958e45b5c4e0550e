"""Two states of the content: what counts as changed, which pages it touches, what the evidence is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.authoring.diff import Comparison, compare
from factbook.authoring.diff.obligations import obligations
from factbook.content.link import link
from factbook.content.load import parse

if TYPE_CHECKING:
    from factbook.content.model import Corpus

FACT = """\
- id: a
  statement: {en: Twelve ships., de: Zwölf Schiffe.}
  date: 2024-05-02
  topics: [ships]
  actors: [{actor: master, role: counted}]
  via: [gazette]
  figure: {series: bay, low: 10, high: 12, modifier: about, as_of: 2024-05-02}
  citations:
    - {source: one, quote: twelve ships, translation: zwölf Schiffe}
    - {source: two, quote: a dozen ships}
  computed: [{value: 22, from: 10 + 12}]
  caveat: At noon.
"""


def corpus(facts: str = FACT, **others: str) -> Corpus:
    files = {
        "content/sources/one.yml": "id: one\nlanguage: en\npublisher: One\n",
        "content/sources/two.yml": "id: two\nlanguage: en\npublisher: Two\n",
        "content/actors/master.yml": "id: master\nname: Master\nkind: person\n",
        "content/actors/gazette.yml": "id: gazette\nname: Gazette\nkind: media\n",
        "content/topics/ships.yml": "id: ships\ntitle: Ships\n",
        "content/series/bay.yml": "id: bay\ntitle: Bay\n",
        "content/facts/a.yml": facts,
    } | {path.replace("__", "/") + ".yml": text for path, text in others.items()}
    records = [record for path, text in files.items() for record in parse(text.encode(), path)[0]]
    return link(records, "en")[0]


def changed(old: str, new: str) -> Comparison:
    assert old in FACT
    return compare(corpus(), corpus(FACT.replace(old, new)), "en")


def labels(one: Comparison) -> list[tuple[str, str, str]]:
    return [(each.label, each.before, each.after) for fact in one.altered for each in fact.alterations]


def test_each_field_is_told_in_words() -> None:
    assert labels(changed("Zwölf Schiffe.", "Elf Schiffe.")) == [("statement (de)", "Zwölf Schiffe.", "Elf Schiffe.")]
    assert labels(changed("low: 10, ", "low: 11, ")) == [
        (
            "figure",
            "series bay, low 10, high 12, modifier about, as of 2024-05-02",
            "series bay, low 11, high 12, modifier about, as of 2024-05-02",
        )
    ]
    assert labels(changed("a dozen ships", "dozen ships")) == [("quote from two", "a dozen ships", "dozen ships")]
    assert labels(changed("10 + 12", "12 + 10")) == [("computed", "value 22, from 10 + 12", "value 22, from 12 + 10")]
    assert labels(changed("At noon.", "At ten.")) == [("caveat", "At noon.", "At ten.")]
    assert labels(changed("via: [gazette]", "via: [master]")) == [("via", "gazette", "master")]


def test_a_citation_that_went_and_one_that_came() -> None:
    went = changed("    - {source: two, quote: a dozen ships}\n", "")
    assert labels(went) == [("quote from two", "a dozen ships", "")]
    came = compare(
        went_corpus := corpus(FACT.replace("    - {source: two, quote: a dozen ships}\n", "")), corpus(), "en"
    )
    assert labels(came) == [("quote from two", "", "a dozen ships")]
    assert went_corpus.facts["a"].citations


def test_a_translation_that_changed_is_a_change_of_the_quote() -> None:
    assert labels(changed("translation: zwölf Schiffe", "translation: zwölf Boote")) == [
        ("quote from one", "twelve ships = zwölf Schiffe", "twelve ships = zwölf Boote")
    ]


def test_the_order_of_citations_does_not_matter() -> None:
    first, second = (
        "    - {source: one, quote: twelve ships, translation: zwölf Schiffe}\n",
        "    - {source: two, quote: a dozen ships}\n",
    )
    assert changed(first + second, second + first).altered == ()


def test_every_page_that_shows_it_is_named() -> None:
    assert changed("Twelve ships", "12 ships").pages == (
        "actors/gazette/",
        "actors/master/",
        "facts/a.html",
        "numbers/bay/",
        "sources/one/",
        "sources/two/",
        "topics/ships/",
    )


def test_evidence_is_counted_on_both_sides() -> None:
    one = changed("    - {source: two, quote: a dozen ships}\n", "")
    assert (one.before.sources, one.before.origins, one.before.corroborated) == (2, 2, 1)
    assert (one.after.sources, one.after.origins, one.after.corroborated) == (1, 1, 0)


def test_other_records_are_named() -> None:
    after = corpus(
        content__topics__ships="id: ships\ntitle: Vessels\n", content__actors__new="id: new\nname: N\nkind: person\n"
    )
    assert [(one.kind, one.id, one.what) for one in compare(corpus(), after, "en").others] == [
        ("actor", "new", "added"),
        ("topic", "ships", "changed"),
    ]


def test_a_note_must_be_a_new_one() -> None:
    noted = FACT + "  revised: [{on: 2024-05-03, note: Once.}]\n"
    again = noted.replace("Twelve ships.", "Eleven ships.")
    one = compare(corpus(noted), corpus(again), "en")
    assert [demand.code for demand in obligations(one, {}, "main")] == ["change-without-note"]
    twice = again.replace("note: Once.}]", "note: Once.}, {on: 2024-05-04, note: Twice.}]")
    assert obligations(compare(corpus(noted), corpus(twice), "en"), {}, "main") == ()


def test_a_retraction_that_is_taken_back_needs_a_note() -> None:
    retracted = FACT + "  retracted: {on: 2024-05-03, note: Withdrawn.}\n"
    assert obligations(compare(corpus(), corpus(retracted), "en"), {}, "main") == ()
    back = compare(corpus(retracted), corpus(), "en")
    assert [demand.code for demand in obligations(back, {}, "main")] == ["change-without-note"]


def test_a_new_name_is_no_change_of_what_names_it() -> None:
    renamed = compare(
        corpus(),
        corpus(
            FACT.replace("one", "uno").replace("master", "chief"),
            content__sources__one="",
            content__sources__uno="id: uno\nlanguage: en\npublisher: One\nredirect_from: [one]\n",
            content__actors__master="",
            content__actors__chief="id: chief\nname: Master\nkind: person\nredirect_from: [master]\n",
        ),
        "en",
    )
    assert (renamed.altered, renamed.disappeared, renamed.added) == ((), (), ())
    assert [(other.kind, other.id, other.what) for other in renamed.others] == [
        ("source", "uno", "changed"),
        ("source", "one", "gone"),
        ("actor", "chief", "changed"),
        ("actor", "master", "gone"),
    ]


def test_an_answered_warning_is_shown() -> None:
    found = changed("  caveat: At noon.\n", "  caveat: At noon.\n  answered: [{code: x, about: y, reason: z}]\n")
    assert labels(found) == [("warnings answered", "", "warning x, about y, reason z")]
    assert not any(each.needs_note for fact in found.altered for each in fact.alterations)


def test_a_further_citation_is_no_correction() -> None:
    found = changed("    - {source: two,", "    - {source: two, quote: twelve of them}\n    - {source: two,")
    assert [each.needs_note for fact in found.altered for each in fact.alterations] == [False]

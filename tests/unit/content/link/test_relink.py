"""The corpus after an edit of facts: what `link` makes, or nothing where that cannot be known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.content import link, load
from factbook.content.link.relink import relink

if TYPE_CHECKING:
    from factbook.content.model import Record

FILES = {
    "content/sources/gazette.yml": "id: gazette\nlanguage: en\npublisher: Gazette\n",
    "content/sources/herald.yml": "id: herald\nlanguage: en\npublisher: Herald\n",
    "content/actors/zoe.yml": "id: zoe\nname: Zoe\nkind: person\n",
    "content/actors/bo.yml": "id: bo\nname: Bo\nkind: person\n",
    "content/topics/ships.yml": "id: ships\ntitle: Ships\n",
    "content/topics/piers.yml": "id: piers\ntitle: Piers\n",
    "content/series/bay.yml": "id: bay\ntitle: Bay\nunit: ships\n",
}
FACT = """\
id: twelve
statement: "[[zoe]] counted 12 ships."
date: 2024-05-02
topics: [ships]
asserted_by: [zoe]
figure: {series: bay, value: 12}
citations: [{source: gazette, quote: counted 12 ships}]
"""
OTHER = """\
id: pier
statement: A pier.
date: 2024-05-03
topics: [piers]
citations: [{source: herald, quote: a pier}]
"""
PLACES = {"content/facts/ships/twelve.yml": FACT, "content/facts/piers/pier.yml": OTHER}


def records(files: dict[str, str]) -> list[Record]:
    read = [load.parse(text.encode(), path) for path, text in files.items()]
    return [record for found, _ in read for record in found]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("counted 12 ships.", "saw 12 ships."),
        ("quote: counted 12 ships", "quote: 12 ships"),
        ("value: 12", "value: 13"),
        ("value: 12", "value: 12, modifier: up-to"),
        ("topics: [ships]", "topics: [ships]\ncaveat: At noon."),
        ("topics: [ships]", "topics: [ships]\nstance: denies"),
        ("topics: [ships]", "topics: [ships]\nadded: 2024-05-04"),
    ],
)
def test_an_edit_of_what_a_fact_says_gives_what_a_whole_run_gives(old: str, new: str) -> None:
    before, _ = link.link(records(FILES | PLACES), "en")
    edited = {"content/facts/ships/twelve.yml": FACT.replace(old, new)}
    assert edited["content/facts/ships/twelve.yml"] != FACT
    after = relink(before, records(edited))
    assert after is not None
    assert after == link.link(records(FILES | PLACES | edited), "en")[0]
    assert list(after.facts) == list(before.facts)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("2024-05-02", "2024-05-09", id="another place in the order"),
        pytest.param("[ships]", "[piers]", id="another topic"),
        pytest.param("[ships]", "[ships, piers]", id="one more topic"),
        pytest.param("asserted_by: [zoe]", "asserted_by: [bo]", id="another speaker"),
        pytest.param("topics: [ships]", "topics: [ships]\nactors: [bo]", id="one more actor"),
        pytest.param("topics: [ships]", "topics: [ships]\nvia: [bo]", id="through somebody"),
        pytest.param('"[[zoe]]', '"[[bo]]', id="another actor in the statement"),
        pytest.param("source: gazette", "source: herald", id="another source"),
        pytest.param("figure: {series: bay, value: 12}\n", "", id="no figure"),
        pytest.param("topics: [ships]", "topics: [ships]\ncontradicts: [pier]", id="a contradiction"),
        pytest.param("topics: [ships]", "topics: [ships]\nsupersedes: [pier]", id="a later fact"),
        pytest.param("topics: [ships]", "topics: [ships]\nredirect_from: [ten]", id="an older id"),
        pytest.param("topics: [ships]", "topics: [ships]\ndraft: true", id="a draft"),
        pytest.param("id: twelve", "id: dozen", id="another id"),
        pytest.param("[zoe]\n", "[nobody]\n", id="somebody who is not there"),
        pytest.param("date: 2024-05-02\n", "", id="a fact without a date"),
    ],
)
def test_an_edit_of_what_hangs_together_asks_for_a_whole_run(old: str, new: str) -> None:
    before, _ = link.link(records(FILES | PLACES), "en")
    changed = FACT.replace(old, new)
    assert changed != FACT
    assert relink(before, records({"content/facts/ships/twelve.yml": changed})) is None


def test_another_kind_and_one_fact_twice_ask_for_a_whole_run() -> None:
    before, _ = link.link(records(FILES | PLACES), "en")
    assert relink(before, records({"content/topics/ships.yml": "id: ships\ntitle: All ships\n"})) is None
    assert relink(before, records({"content/facts/a.yml": FACT, "content/facts/b.yml": FACT})) is None

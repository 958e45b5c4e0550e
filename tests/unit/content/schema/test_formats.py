"""Forms of single values: what is accepted, and what is said of the rest."""

from __future__ import annotations

import pytest

from factbook.content.schema import formats
from factbook.content.schema.collections import COLLECTIONS


@pytest.mark.parametrize("value", ["5", "5-49", "5-12, 15-49", "1,3-4,6", "7-7"])
def test_lines_are_parts_in_order(value: str) -> None:
    assert formats.lines(value) == ""


@pytest.mark.parametrize("value", ["", "0-4", "5-", "9-5", "5-12, 12-20", "15-49, 5-12", "5-12;15-49", "5-12,"])
def test_other_lines_are_refused(value: str) -> None:
    assert formats.lines(value)


@pytest.mark.parametrize(
    ("value", "right"), [("a/b", True), ("a", False), ("a/", False), ("A/b", False), ("a/b/c", False)]
)
def test_a_judgement_is_named_by_its_topic_and_its_id(value: str, right: bool) -> None:
    assert (formats.judgement(value) == "") is right


IDENTIFIERS = {
    "wikidata:Q42": "wikidata:Q43x wikidata:P31 wikidata:42 wikidata:Q0 wikidata:L42",
    "gnd:118540238": "gnd:118540237 gnd:118540238-1 gnd:Goethe",
    "gnd:30036718X": "gnd:300367181",
    "gnd:2001630-X": "gnd:2001630-1 gnd:2001631-X",
    "gnd:4047979-1": "gnd:4047979-2",
    "gnd:1055864695": "gnd:1055864659",
    "viaf:113230702": "viaf:0113230702 viaf:x",
    "viaf:503162664557855002426": "viaf:50316266455785500242600",
    "isni:0000000121032683": "isni:0000000121032684 isni:000000012103268",
    "orcid:0000-0002-1825-0097": "orcid:0000-0002-1825-0079 orcid:0000-0002-1825-097",
    "orcid:0000-0002-1694-233X": "orcid:0000-0002-1694-2330",
    "ror:05dxps055": "ror:05dxps056 ror:05dxpl055 ror:15dxps055",
    "lei:529900T8BM49AURSDO55": "lei:529900T8BM49AURSDO56 lei:529900T8BM49AURSDO5",
    "imo:9074729": "imo:9074728 imo:907472",
    "geonames:2950159": "geonames:02950159 geonames:Berlin",
    "bnf:cb11905267r": "https://www.wikidata.org/wiki/Q42 http://viaf.org/viaf/113230702 bnf: :x",
}
"""Names as their collections have them, and those that a slip makes of them; of a collection unknown here, any."""
MEANT = {
    "Q42": "wikidata:Q42",
    "wikidata:q42": "wikidata:Q42",
    "Wikidata:Q42": "wikidata:Q42",
    "https://www.wikidata.org/wiki/Q42": "wikidata:Q42",
    "https://d-nb.info/gnd/118540238": "gnd:118540238",
    "http://viaf.org/viaf/113230702/": "viaf:113230702",
    "isni:0000 0001 2103 2683": "isni:0000000121032683",
    "orcid:0000000218250097": "orcid:0000-0002-1825-0097",
    "https://orcid.org/0000-0002-1694-233x": "orcid:0000-0002-1694-233X",
    "ror:https://ror.org/05dxps055": "ror:05dxps055",
    "lei:529900t8bm49aursdo55": "lei:529900T8BM49AURSDO55",
    "imo:IMO 9074729": "imo:9074729",
    "gnd:118540239": "",
    "what": "",
}


@pytest.mark.parametrize("right", IDENTIFIERS)
def test_a_name_in_a_collection_has_its_form_and_its_check_digit(right: str) -> None:
    assert formats.identifier(right) == ""
    assert [wrong for wrong in IDENTIFIERS[right].split() if not formats.identifier(wrong)] == []


@pytest.mark.parametrize("written", MEANT)
def test_the_name_that_was_meant_is_offered(written: str) -> None:
    assert formats.identifier(written)
    assert formats.likely("identifier", written) == MEANT[written]


def test_every_collection_shows_a_name_of_its_form() -> None:
    for name, collection in COLLECTIONS.items():
        assert formats.identifier(f"{name}:{collection.example}") == ""

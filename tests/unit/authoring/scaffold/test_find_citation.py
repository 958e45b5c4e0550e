"""Places of words: the citation leads to exactly one of them, in scripts of every kind."""

from __future__ import annotations

import pytest

from factbook.authoring.scaffold.find_citation import Document, exact, nearest
from factbook.evidence.texts.find_quote import Found, find
from factbook.evidence.texts.search_index import Prepared
from factbook.evidence.texts.store import Text, as_text


def document(text: str) -> Document:
    found = as_text("x.txt", text.encode())
    assert isinstance(found, Text)
    return Document(None, found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("two ships left, two ships came, and two ships stayed", "two ships"),
        ("ships ships ships ships", "ships"),
        ("“Ships,” he said. “Ships,” she said.\n“Ships,” they said.", "Ships"),
        ("军舰离开港口。军舰进入港口。", "军舰"),
        ("قال الوزير إن السفن وصلت. قال الوزير إن السفن غادرت.", "السفن"),
        ("Кораблі прибули, кораблі відбули, кораблі", "кораблі"),
    ],
)
def test_each_place_has_a_citation_of_its_own(text: str, words: str) -> None:
    one = document(text)
    hits = exact(words, one)
    assert len(hits) > 1
    prepared = Prepared(one.text)
    starts = []
    for hit in hits:
        found = find(prepared, hit.citation["quote"], hit.citation.get("prefix"), hit.citation.get("suffix"))
        assert isinstance(found, Found)
        assert len(found.places) == 1
        starts.append(found.places[0].start)
    assert starts == sorted(set(starts))


def test_one_place_needs_nothing_around() -> None:
    (hit,) = exact("at night", document("They left\nat   night, he said."), most=25)
    assert (hit.citation, hit.words, hit.line) == ({"quote": "They left at night, he said"}, "at night", 2)


@pytest.mark.parametrize(
    ("text", "words", "quote"),
    [
        ("It rained. Two ships left the bay. It rained.", "ships", "Two ships left the bay"),
        (
            "On Friday, when nobody looked, two ships of the southern fleet left the bay at night with all "
            "their boats, and the harbour master, who had been told of it by the fishers, wrote it down in his book.",
            "ships",
            "two ships of the southern fleet left the bay at night with all their boats",
        ),
        (
            "The min-\nister of ships spoke to the sailors, he said.",
            "ships",
            "The minister of ships spoke to the sailors, he said",
        ),
        ("军舰离开港口。舰队司令说，两艘军舰已经返回港口。", "两艘", "舰队司令说，两艘军舰已经返回港口"),
    ],
)
def test_a_quote_is_the_sentence_or_the_clause(text: str, words: str, quote: str) -> None:
    (hit,) = exact(words, document(text), most=25)
    assert hit.citation == {"quote": quote}


def test_the_nearest_words_can_be_quoted_as_they_are() -> None:
    one = document("On Monday the minister said that 12 ships had left.\nOther things happened.")
    hit = nearest("minister said that 13 ships had left", one)
    assert hit is not None
    assert hit.likeness < 1
    assert exact(hit.citation["quote"], one)


def test_nothing_near_is_nothing() -> None:
    assert nearest("entirely unlike words", document("金正恩")) is None

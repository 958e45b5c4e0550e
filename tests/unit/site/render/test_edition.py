"""Rendering: pages hold what design.md promises of their markup, and nothing of the content can run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from factbook.site import page_types as pages
from factbook.site import render
from factbook.site.artifacts import SearchFilter
from tests.unit.site.pages.corpora import SOURCE, corpus, evidence, settings

if TYPE_CHECKING:
    from factbook.site.artifacts import Body, Edition

FILES = {
    "source_report": f"{SOURCE}url: https://gazette.example/river\npublished: 2024-05-02\ntitle: The river\n",
    "source_copy": "language: en\nfile: c.txt\nderived_from: [{source: report, how: syndication}]\n",
    "actor_mayor": "name: The mayor\nkind: person\nroles: [{title: Mayor, of: town, from: '2020'}]\n",
    "actor_town": "name: The town\nkind: state\ncountry: DE\n",
    "series_level": "title: Level of the river\nunit: cm\n",
    "topic_flood": "title: The flood\nsummary: The river rose.\nunknowns: [Who opened the gate.]\n"
    "judgements: [{text: It will rise again., likelihood: likely, confidence: low, based_on: [rose]}]\n",
    "topic_gate": "title: The gate\n",
    "fact": """
        - id: rose
          statement: "[[mayor]] said the river in [[town]] rose by 83 cm."
          date: 2024-05-01
          topics: [flood, gate]
          asserted_by: [mayor]
          figure: {series: level, value: 83, modifier: up-to}
          caveat: Measured once.
          citations:
            - {source: report, quote: the river rose}
            - {source: copy, quote: the river rose}
        - id: fell
          statement: "The river fell again."
          date: 2024-05-03
          topics: [flood]
          citations: [{source: report, quote: it fell}]
          retracted: {on: 2024-06-01, note: It did not.}
    """,
}


def edition(language: str = "en", **changed: str) -> Edition:
    found = corpus("en", **(FILES | changed))
    of = settings(("en",) if language == "en" else ("en", language))
    return render.edition(pages.views(found, evidence(found), of, language), of, language)


def page(path: str, made: Edition | None = None) -> Body:
    return next(body for body in (made or edition()).bodies if body.path == path)


def section(html: str, start: str) -> str:
    """From one heading to the next."""
    return html.partition(f'<h2 id="{start}">')[2].partition("<h2 ")[0]


def test_every_page_names_its_kind_and_id() -> None:
    assert '<article class="fb-page" data-page="topic" data-id="flood"' in page("topics/flood/").html
    assert '<article class="fb-page" data-page="home" data-id="home"' in page("").html


def test_a_fact_carries_statement_speaker_status_counts_and_a_way_to_change_it() -> None:
    html = page("topics/flood/").html
    fact = html.partition('id="rose"')[2].partition("</details>")[0]
    assert '<b><a href="../../actors/mayor/">The mayor</a></b> said' in fact
    assert 'data-status="ceiling"><b>Ceiling, not a count</b>' in fact
    assert "<summary>2 sources · 1 origin · 1 asserter</summary>" in fact
    assert "Measured once." in fact
    assert 'href="../../facts/rose/"' in fact
    assert "https://github.com/example/flood/edit/main/content/facts/all.yml#L" in fact


def test_a_citation_shows_the_quote_and_the_way_to_the_very_words() -> None:
    html = page("topics/flood/").html
    card = html.partition('id="rose--1"')[2].partition("</li>")[0]
    assert '<blockquote class="quote" lang="en">the river rose</blockquote>' in card
    assert 'href="https://gazette.example/river#:~:text=the%20river%20rose"' in card
    assert "Quote found, line 7" in card
    assert 'href="../../sources/report/"' in card


def test_copies_share_the_number_of_their_origin() -> None:
    html = page("topics/flood/").html
    assert re.findall(r'class="fb-cite" href="#rose--\d" aria-label="[^"]*">(1[ab])<', section(html, "Facts")) == [
        "1a",
        "1b",
    ]


def test_letters_lead_back_from_a_source_to_each_citation() -> None:
    html = page("topics/flood/").html
    entry = html.partition('id="source--report"')[2].partition("<ol>")[0]
    assert '<a href="#rose--1" aria-label="Citation a of source 1a">a</a>' in entry
    assert '<a href="#fell--1" aria-label="Citation b of source 1a">b</a>' in entry


def test_a_retracted_fact_stands_apart_at_home_and_its_address_says_so() -> None:
    made = edition()
    html = page("topics/flood/", made).html
    assert 'id="fell"' in section(html, "Retracted")
    assert "It did not." in section(html, "Retracted")
    address = next(asset for asset in made.assets if asset.path == "facts/fell/index.html").data.decode()
    assert "Retracted 1 Jun 2024: It did not." in address
    assert 'content="0; url=../../topics/flood/#fell"' in address
    assert '<link rel="canonical" href="https://flood.example/topics/flood/">' in address


def test_a_fact_stands_with_its_id_on_each_of_its_pages_and_once_on_each() -> None:
    for path in ("topics/flood/", "topics/gate/", "actors/mayor/", "actors/town/", ""):
        assert page(path).html.count(' id="rose"') == 1, path


def test_the_table_of_contents_and_the_anchors_are_those_of_the_page() -> None:
    for body in edition().bodies:
        ids = re.findall(r'\sid="([^"]+)"', body.html)
        assert sorted(ids) == sorted(body.anchors), body.path
        assert {entry.id for entry in body.toc} <= body.anchors, body.path


def test_hits_of_the_search_are_the_pages_and_each_fact_where_it_is_at_home() -> None:
    found = corpus("en", **FILES)
    made = render.edition(pages.plan(found, evidence(found), settings(), "en"), settings(), "en")
    assert [(hit.address, hit.title) for hit in page("topics/gate/", made).search] == [("topics/gate/", "The gate")]
    hits = [made.facts.hit(fact) for fact in made.facts.ids]
    assert [hit.address for hit in hits] == ["topics/flood/#rose", "topics/flood/#fell"]
    assert {"rose", "fell"} <= page("topics/flood/", made).anchors
    assert SearchFilter("actor", "mayor", "The mayor") in hits[0].filters
    assert SearchFilter("year", "2024", "2024") in hits[0].filters
    assert SearchFilter("status", "ceiling", "Ceiling, not a count") in hits[0].filters


HOSTILE = "</p><script>alert(1)</script>'\"{{ 7 * 7 }} &amp; <img src=x onerror=alert(1)>"
QUOTED = "'" + HOSTILE.replace("'", "''") + "'"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("actor_mayor", f"name: {QUOTED}\nkind: person\nsummary: {QUOTED}\naliases: [{QUOTED}]\n"),
        ("actor_town", f"name: {QUOTED}\nkind: state\nroles: [{{title: {QUOTED}}}]\n"),
        ("topic_flood", f"title: {QUOTED}\nsummary: {QUOTED}\nunknowns: [{QUOTED}]\n"),
        ("source_report", f"language: en\nfile: r.txt\ntitle: {QUOTED}\npublisher: {QUOTED}\n"),
        ("series_level", f"title: {QUOTED}\nunit: {QUOTED}\n"),
    ],
)
def test_nothing_of_the_content_runs(name: str, text: str) -> None:
    for body in edition(**{name: text}).bodies:
        assert "<script" not in body.html
        assert "<img" not in body.html
        assert "49 &amp;" not in body.html
        assert not re.search(r"<[^>]*\son\w+=", re.sub(r'"[^"]*"|\'[^\']*\'', '""', body.html))


def test_a_redirect_escapes_what_it_says() -> None:
    made = edition(fact=FILES["fact"].replace("The river fell again.", "The <b>river</b> & more"))
    address = next(asset for asset in made.assets if asset.path == "facts/fell/index.html").data.decode()
    assert "The &lt;b&gt;river&lt;/b&gt; &amp; more" in address


def test_a_further_language_says_what_is_not_translated() -> None:
    german = edition("de")
    html = page("topics/flood/", german).html
    assert german.prefix == "de/"
    assert '<span lang="en">The river rose.</span> <small class="fb-lang">(auf Englisch)</small>' in html
    assert "Obergrenze, keine Zählung" in html
    assert all(asset.path.startswith("de/") for asset in german.assets)


def test_two_renderings_are_the_same_bytes() -> None:
    one, other = edition(), edition()
    assert one.bodies == other.bodies
    assert [(asset.path, asset.data) for asset in one.assets] == [(a.path, a.data) for a in other.assets]


def test_nothing_is_styled_or_scripted_in_place() -> None:
    for body in edition().bodies:
        assert " style=" not in body.html
        assert "<style" not in body.html
        assert "javascript:" not in body.html

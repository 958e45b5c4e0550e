"""The linked data is read by RDF's own tools, without asking any other site."""

from __future__ import annotations

import json
import socket
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
import rdflib
from pyld import jsonld

from factbook.exports.edition_files import data_files
from factbook.exports.page_data import PageData
from factbook.site.page import Page
from factbook.site.urls import ROOT
from tests.exports.content import HOSTILE, corpus, evidence, settings

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = rdflib.Namespace("https://schema.org/")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
SITE = "https://flood.example/site/"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("a request to the network")

    monkeypatch.setattr(socket.socket, "connect", refused)


@pytest.fixture(scope="module")
def document() -> bytes:
    found = corpus()
    return b"".join(data_files(found, evidence(found), settings())["factbook.jsonld"]())


@pytest.fixture(scope="module")
def graph(document: bytes) -> rdflib.Graph:
    return rdflib.Graph().parse(data=document, format="json-ld")


def of(path: str) -> rdflib.URIRef:
    return rdflib.URIRef(SITE + path)


def test_kinds_of_things(graph: rdflib.Graph) -> None:
    kinds = {str(kind).rpartition("/")[2] for kind in graph.objects(None, rdflib.RDF.type)}
    assert {"Claim", "Person", "Organization", "Article", "OpinionNewsArticle"} <= kinds


def test_a_claim_and_its_sources(graph: rdflib.Graph) -> None:
    claim = of("facts/rise-40.html")
    assert set(graph.objects(claim, SCHEMA.citation)) == {of("sources/gazette/"), of("sources/bote/")}
    assert set(graph.objects(claim, SCHEMA.author)) == {of("actors/ada/"), of("actors/office/")}
    assert (claim, PROV.wasRevisionOf, of("facts/rise-50.html")) in graph
    assert str(graph.value(claim, SCHEMA.text)) == "Ada said it rose by 40 cm; -5 in places."


def test_lineage(graph: rdflib.Graph) -> None:
    assert (of("sources/bote/"), PROV.wasDerivedFrom, of("sources/gazette/")) in graph
    assert (of("sources/bote/"), SCHEMA.translationOfWork, of("sources/gazette/")) in graph
    wire = graph.value(of("sources/copy/"), PROV.wasDerivedFrom)
    assert str(wire) == f"{SITE}sources/#The+Wire:wire-1"


def test_a_quote_selects_its_words(graph: rdflib.Graph) -> None:
    annotation = of("facts/rise-40.html#quote-1")
    assert (annotation, OA.hasBody, of("facts/rise-40.html")) in graph
    targets = list(graph.objects(annotation, OA.hasTarget))
    assert {graph.value(target, OA.hasSource) for target in targets} == {of("sources/gazette/")}
    selectors = [graph.value(target, OA.hasSelector) for target in targets]
    assert {str(graph.value(selector, OA.exact)) for selector in selectors} == {"=rose", "by 40"}
    assert {str(value) for s in selectors for value in graph.objects(s, OA.prefix)} == {"-it"}
    assert {str(value) for s in selectors for value in graph.objects(s, OA.suffix)} == {"@cm"}


def test_a_retracted_fact_says_so(graph: rdflib.Graph) -> None:
    claim = of("facts/rise-50.html")
    assert str(graph.value(claim, SCHEMA.creativeWorkStatus)) == "retracted"
    assert str(graph.value(claim, PROV.invalidatedAtTime)) == "2024-06-06"


def test_another_processor_reads_the_same_number_of_statements(document: bytes, graph: rdflib.Graph) -> None:
    quads = jsonld.to_rdf(json.loads(document), {"documentLoader": None})["@default"]
    assert len(quads) == len(graph)


def test_no_name_is_left_without_a_meaning(graph: rdflib.Graph) -> None:
    known = (str(SCHEMA), str(PROV), str(OA), str(rdflib.RDF))
    assert not [str(name) for name in graph.predicates() if not str(name).startswith(known)]


class Scripts(HTMLParser):
    """Collects what browsers take for scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.data: list[str] = []
        self.run: list[str] = []
        self._kind: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self._kind = dict(attrs).get("type") or "code"

    def handle_endtag(self, tag: str) -> None:
        self._kind = None if tag == "script" else self._kind

    def handle_data(self, data: str) -> None:
        if self._kind is not None:
            (self.data if self._kind == "application/ld+json" else self.run).append(data)


def script_of(page: Page, **changes: str | None) -> str:
    found = corpus()
    return PageData(found, evidence(found), settings(**changes), "en").script(page)


def test_no_text_ends_the_script_that_holds_it() -> None:
    scripts = Scripts()
    scripts.feed(script_of(Page("topics/flood/", "topic", "flood", HOSTILE, HOSTILE, "", "topics")))
    assert not scripts.run
    (data,) = scripts.data
    page = json.loads(data)["@graph"][0]
    assert page["name"] == HOSTILE


@pytest.mark.parametrize(
    ("path", "type"),
    [
        ("topics/flood/index.html", SCHEMA.DefinedTerm),
        ("actors/ada-keller/index.html", SCHEMA.Person),
        ("facts/river-rose-40.html", SCHEMA.Claim),
        ("about/index.html", SCHEMA.WebPage),
    ],
)
def test_a_page_of_a_site_holds_the_data_of_its_own_thing(flood_site: Path, path: str, type: rdflib.URIRef) -> None:
    scripts = Scripts()
    scripts.feed((flood_site / path).read_text())
    (data,) = scripts.data
    graph = rdflib.Graph().parse(data=data, format="json-ld")
    assert list(graph.subjects(rdflib.RDF.type, SCHEMA.WebPage))
    assert list(graph.subjects(rdflib.RDF.type, type))


def test_without_a_public_address_the_way_to_the_root_is_relative() -> None:
    html = script_of(Page("facts/rise-40.html", "fact", "rise-40", "t", "d", "", ""), url=None)
    assert f'"@id":"{ROOT}facts/rise-40.html"' in html
    assert "\uffff" not in html

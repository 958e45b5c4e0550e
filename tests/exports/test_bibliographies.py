"""The bibliographies are accepted by the processors that people use."""

from __future__ import annotations

import json
import warnings
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string as parse_bibtex
from pybtex.database import parse_string

from factbook.exports.edition_files import data_files
from tests.exports.content import corpus, evidence, settings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="en-US">
 <info><title>t</title><id>t</id><updated>2024-01-01T00:00:00+00:00</updated></info>
 <citation><layout><text variable="title"/></layout></citation>
 <bibliography><layout>
  <names variable="author"><name/></names><text variable="title" prefix=". "/>
  <text variable="container-title" prefix=". "/>
  <date variable="issued" prefix=", "><date-part name="year"/><date-part name="month" form="numeric" prefix="-"/>
  </date><text variable="URL" prefix=" "/>
 </layout></bibliography>
</style>"""


def made(path: str) -> str:
    found = corpus()
    return b"".join(data_files(found, evidence(found), settings())[path]()).decode()


def test_bibtexparser_reads_every_entry() -> None:
    library = parse_bibtex(made("sources.bib"))
    assert not library.failed_blocks
    assert sorted(entry.key for entry in library.entries) == ["bote", "copy", "gazette"]


def test_pybtex_reads_the_same() -> None:
    entry = parse_string(made("sources.bib"), "bibtex").entries["gazette"]
    assert entry.fields["year"] == "2024"
    assert entry.fields["url"] == "https://gazette.example/river?a=1&b=_2"
    assert [str(person) for person in entry.persons["author"]] == ["{Ada Byron}", "{Müller, Jr. and Sons}"]
    assert r"\textbraceleft{}50 \%\textbraceright{} \& more\_or\_less" in entry.fields["title"]


@pytest.fixture(scope="module")
def printed() -> list[str]:
    """The bibliography as a citation processor prints it."""
    items: list[dict[str, Any]] = json.loads(made("sources.csl.json"))
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)  # it warns of every variable that it does not know
        source = CiteProcJSON(items)
    import io

    style = CitationStylesStyle(io.BytesIO(STYLE.encode()), validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(Citation([CitationItem(item["id"]) for item in items]))
    return [str(entry) for entry in bibliography.bibliography()]


def test_citeproc_prints_every_source(printed: list[str]) -> None:
    assert len(printed) == 3
    whole = next(entry for entry in printed if "river rises" in entry)
    assert "Ada Byron" in whole
    assert "Müller, Jr. and Sons" in whole
    assert "The Gazette, 2024-6 https://gazette.example/river" in whole
    assert any("[Translation of a report by The Gazette]" in entry for entry in printed)

"""The JSON files hold to their schemas, and say the three counts, origins, addresses and standings."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from factbook.content.schema import kind
from factbook.exports.edition_files import data_files
from factbook.exports.json_schemas import FILES
from tests.conftest import flood_with
from tests.exports.content import corpus, evidence, settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="module")
def data() -> Callable[[str], Any]:
    found = corpus()
    files = data_files(found, evidence(found), settings())
    return lambda path: json.loads(b"".join(files[path]()))


@pytest.mark.parametrize("name", FILES)
def test_each_file_holds_to_its_schema(data: Callable[[str], Any], name: str) -> None:
    whole = data(f"{name}.json")
    jsonschema.Draft202012Validator(data(whole["$schema"])).validate(whole)
    assert whole["count"] == len(whole[name]) > 0


@pytest.mark.parametrize("name", FILES)
def test_a_schema_refuses_what_the_vocabulary_refuses(data: Callable[[str], Any], name: str) -> None:
    whole = data(f"{name}.json")
    whole[name][0]["sumary"] = "A key that there is not."
    assert not jsonschema.Draft202012Validator(data(f"schema/{name}.json")).is_valid(whole)


@pytest.mark.parametrize("name", FILES)
def test_the_content_uses_every_key_of_the_vocabulary(data: Callable[[str], Any], name: str) -> None:
    """So that the tests of this folder leave none out."""
    used = {key for thing in data(f"{name}.json")[name] for key in thing}
    assert {field.name for field in kind(FILES[name]).fields} <= used | {
        "value",
        *(["draft"] if name == "briefing" else []),
    }


def test_what_follows_from_a_fact(data: Callable[[str], Any]) -> None:
    fact = next(fact for fact in data("facts.json")["facts"] if fact["id"] == "rise-40")
    assert fact["generated"] == {
        "address": "https://flood.example/site/facts/rise-40.html",
        "page": "https://flood.example/site/topics/flood/#rise-40",
        "file": "content/facts/flood/first.yml",
        "line": 1,
        "text": {"en": "Ada said it rose by 40 cm; -5 in places.", "de": "Ada sprach von 40 cm."},
        "date": {"first": "2024-06-01", "last": "2024-06-01", "precision": "day"},
        "counts": {"sources": 2, "origins": 1, "asserters": 2},
        "corroborated": False,
        "origins": ["gazette"],
        "asserters": ["ada", "office"],
        "contradictions": ["rise-50"],
        "superseded_by": [],
        "citations": [{"standing": "found", "line": 7}, {"standing": "unverifiable"}],
    }


def test_what_follows_from_a_source(data: Callable[[str], Any]) -> None:
    sources = {source["id"]: source["generated"] for source in data("sources.json")["sources"]}
    assert sources["bote"]["origin"] == "gazette"
    assert sources["gazette"]["same_origin"] == ["bote"]
    assert sources["copy"]["origin"] == "The Wire/wire-1"
    assert sources["gazette"]["facts"] == ["undated", "rise-40"]


def test_without_a_public_address_addresses_are_those_from_the_root() -> None:
    found = corpus()
    files = data_files(found, evidence(found), settings(url=None))
    fact = json.loads(b"".join(files["facts.json"]()))["facts"][0]
    assert fact["generated"]["address"].startswith("facts/")


def test_each_page_of_a_site_has_its_data_beside_it_where_that_is_wanted(tmp_path: Path) -> None:
    site = flood_with(tmp_path / "root", "outputs: [data, json]\n")
    validator = jsonschema.Draft202012Validator(json.loads((site / "data" / "schema" / "page.json").read_bytes()))
    pages = [
        path for path in site.rglob("*.json") if '"page":' in path.read_text()[:2000] and "data" not in path.parts
    ]
    assert len(pages) > 40
    for page in pages:
        validator.validate(json.loads(page.read_bytes()))
    topic = json.loads((site / "topics" / "flood" / "index.json").read_bytes())
    assert topic["page"]["address"] == "https://flood.example/briefing/topics/flood/"
    assert topic["topic"]["id"] == "flood"
    assert "river-rose-40" in topic["facts"]
    fact = json.loads((site / "de" / "facts" / "river-rose-40.json").read_bytes())
    assert (fact["page"]["language"], fact["fact"]["id"]) == ("de", "river-rose-40")
    assert not list(site.rglob("index.md"))
    assert not list(site.rglob("feed.xml"))
    assert not [page for page in site.rglob("*.html") if "feed.xml" in page.read_text()]


def test_pages_name_every_form_in_which_they_can_be_followed(tmp_path: Path) -> None:
    site = flood_with(tmp_path / "root", "outputs: [json-feed, calendar]\n")
    topic = site / "de" / "topics" / "flood"
    page = (topic / "index.html").read_text()
    links = re.findall(r'<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)">', page)
    assert [address for _, address in links] == ["feed.json", "../../feed.json", "events.ics", "../../events.ics"]
    assert all((topic / address).is_file() for _, address in links)
    assert '<a href="events.ics" type="text/calendar">Kalender ihrer Ereignisse</a>' in page
    assert "feed.xml" not in page

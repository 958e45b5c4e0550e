"""Feeds: read by a real feed parser; their ids stay, and their dates are the facts' own."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import feedparser
import jsonschema

from factbook.content.model.history import history
from factbook.exports.feeds import MOST, Feeds
from tests.exports.content import HOSTILE, corpus, settings

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from factbook.config.settings import Settings


_ADDRESS = {"type": "string", "pattern": "^https?://"}
_ITEM = {
    "type": "object",
    "required": ["id"],
    "anyOf": [{"required": ["content_text"]}, {"required": ["content_html"]}],
    "properties": {
        "id": {"type": "string", "minLength": 1},
        "url": _ADDRESS,
        "date_published": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"},
        "tags": {"type": "array", "items": {"type": "string"}},
    },
}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string"},
        "home_page_url": _ADDRESS,
        "feed_url": _ADDRESS,
        "authors": {"type": "array", "items": {"type": "object", "required": ["name"]}},
        "items": {"type": "array", "items": _ITEM},
    },
}
"""What the specification of JSON Feed 1.1 asks for."""


def made(language: str = "en", to: Settings | None = None) -> dict[str, Any]:
    """Every feed of an edition, parsed."""
    feeds = Feeds(corpus(), to or settings(), language)
    found = {asset.path: feedparser.parse(asset.data) for asset in feeds.files()}
    assert not [path for path, feed in found.items() if feed.bozo]
    return found


def test_which_feeds_there_are() -> None:
    assert set(made()) == {
        "feed.xml",
        "topics/flood/feed.xml",
        "topics/dams/feed.xml",
        "topics/water/feed.xml",
    }
    assert "de/topics/flood/feed.xml" in made("de")


def test_what_a_feed_tells() -> None:
    feed = made()["feed.xml"]
    assert feed.version == "atom10"
    assert feed.feed.title == "The flood"
    assert feed.feed.id == "https://flood.example/site/"
    assert feed.feed.updated == "2024-06-06T00:00:00Z"
    assert [(entry.id.rpartition("/facts/")[2], entry.updated, entry.tags[0].term) for entry in feed.entries] == [
        ("rise-50.html#retracted", "2024-06-06T00:00:00Z", "retracted"),
        ("rise-40.html#corrected-2", "2024-06-05T10:00:00+00:00", "corrected"),
        ("rise-40.html#corrected-1", "2024-06-04T00:00:00Z", "corrected"),
        ("rise-50.html#superseded-rise-40", "2024-06-03T00:00:00Z", "superseded"),
        ("rise-40.html#added", "2024-06-03T00:00:00Z", "added"),
    ]
    assert feed.entries[0].link == "https://flood.example/site/facts/rise-50.html"


def test_a_feed_in_another_language() -> None:
    feed = made("de")["de/feed.xml"]
    assert feed.entries[-1].title == "Hinzugefügt: Ada sprach von 40 cm."
    assert feed.entries[-1].link == "https://flood.example/site/de/facts/rise-40.html"


def test_old_and_new_words_of_a_correction() -> None:
    content = made()["feed.xml"].entries[2].content[0]
    assert content.type == "text/plain"
    assert content.value == "Was 30.\n\nBefore: It rose by 30 cm.\n\nNow: Ada said it rose by 40 cm; -5 in places."


def test_the_feed_of_a_topic_holds_what_changed_there() -> None:
    feed = made()["topics/dams/feed.xml"]
    assert {entry.id.rpartition("/facts/")[2].partition(".")[0] for entry in feed.entries} == {"rise-40"}


def test_the_feed_of_a_renamed_topic_stays_at_its_old_address() -> None:
    feeds = made()
    assert feeds["topics/water/feed.xml"].feed.id == feeds["topics/flood/feed.xml"].feed.id


def test_without_a_public_address_ids_still_stay() -> None:
    one, two = (made(to=settings(url=None)) for _ in range(2))
    ids = [entry.id for entry in one["feed.xml"].entries]
    assert all(id.startswith("urn:uuid:") for id in ids)
    assert ids == [entry.id for entry in two["feed.xml"].entries]
    assert len(set(ids)) == len(ids)


def test_the_same_entries_as_json() -> None:
    both = replace(settings(), outputs=frozenset({"feeds", "json-feed"}))
    made_here = {asset.path: asset.data for asset in Feeds(corpus(), both, "de").files()}
    assert len(made_here) == 8
    for path in (path for path in made_here if path.endswith(".json")):
        told, atom = json.loads(made_here[path]), feedparser.parse(made_here[path.replace(".json", ".xml")])
        jsonschema.Draft202012Validator(JSON_FEED).validate(told)
        assert told["home_page_url"] == atom.feed.id
        assert told["feed_url"] == f"{atom.feed.id}feed.json"
        assert [(item["id"], item["title"], item["url"]) for item in told["items"]] == [
            (entry.id, entry.title, entry.link) for entry in atom.entries
        ]


def test_a_json_feed_without_a_public_address_names_none() -> None:
    told = json.loads(
        next(Feeds(corpus(), replace(settings(None), outputs=frozenset({"json-feed"})), "en").files()).data
    )
    jsonschema.Draft202012Validator(JSON_FEED).validate(told)
    assert not {"home_page_url", "feed_url"} & set(told)
    assert all("url" not in item for item in told["items"])


def test_nothing_in_a_feed_is_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    found = corpus()
    monkeypatch.setattr("factbook.exports.feeds.plain", lambda *_: (HOSTILE, "en"))
    feed = feedparser.parse(next(Feeds(found, settings(), "en").files()).data)
    assert not feed.bozo
    assert feed.entries[0].content[0].value.endswith(HOSTILE)


def test_a_feed_has_an_end() -> None:
    assert MOST >= len(history(corpus())) > 0


def test_a_site_links_its_feed(flood_site: Path) -> None:
    page = (flood_site / "de" / "topics" / "flood" / "index.html").read_text()
    assert 'type="application/atom+xml"' in page
    assert 'href="../../feed.xml"' in page
    feed = feedparser.parse((flood_site / "de" / "feed.xml").read_bytes())
    assert not feed.bozo
    assert feed.entries

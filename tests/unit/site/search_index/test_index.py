"""The index: every word leads to every entry that has it, and nothing depends on how the bodies came."""

from __future__ import annotations

import base64
import json
import pickle
from datetime import date
from typing import Any

import pytest

from factbook.site import search_index as search
from factbook.site.artifacts import Body, Edition, SearchEntry, SearchFilter, SharedFacts
from factbook.site.search_index import postings

ANN = SearchFilter("actor", "ann", "Ann")


def body(path: str, kind: str, title: str, text: str) -> Body:
    entry = SearchEntry(path, title, text)
    return Body(path, kind, "", "", "", (), None, False, frozenset(), None, (entry,), None)


def fact(name: str, text: str, day: date, *filters: SearchFilter) -> SearchEntry:
    return SearchEntry(f"topics/flood/#{name}", text, f"quote of {name}", filters, "Ann, then", day)


FACTS = {
    "old": fact("old", "The river rose", date(2023, 1, 1), ANN),
    "new": fact("new", "The river fell by 12,000 litres", date(2024, 1, 1)),
}
TOPIC = body("topics/flood/", "topic", "The flood", "What happened")
SOURCE = body("sources/gazette/", "source", "River rises", "")
ACTOR = body("actors/ann/", "actor", "Ann", "A river pilot")


def index(*bodies: Body, prefix: str = "") -> search.Index:
    facts = SharedFacts(tuple(FACTS) if TOPIC in bodies else (), hit=FACTS.__getitem__)
    return search.Index(Edition("en", prefix, bodies, (), facts=facts))


def files(*bodies: Body, prefix: str = "") -> dict[str, Any]:
    return {asset.path: json.loads(asset.data) for asset in index(*bodies, prefix=prefix).files()}


def found(made: dict[str, Any], key: str) -> list[str]:
    """Addresses of the entries that the index names for a key."""
    manifest = made["search/manifest.json"]
    shard = made[f"search/words-{postings.shard_of(key, manifest['shards'])}.json"]
    numbers = unpacked(shard.get(key, []))
    return [made[f"search/entries-{n // manifest['piece']}.json"][n % manifest["piece"]][0] for n in numbers]


def unpacked(packed: list[int] | str) -> list[int]:
    if isinstance(packed, str):
        bits = base64.b64decode(packed)
        return [number for number in range(len(bits) * 8) if bits[number >> 3] >> (number & 7) & 1]
    return [sum(packed[: end + 1]) for end in range(len(packed))]


def test_hits_come_in_order_pages_then_the_latest_facts_then_sources() -> None:
    made = files(SOURCE, ACTOR, TOPIC)
    assert found(made, "river") == ["actors/ann/", "topics/flood/#new", "topics/flood/#old", "sources/gazette/"]


def test_quotes_notes_and_numbers_are_found() -> None:
    made = files(TOPIC)
    assert found(made, "quote") == ["topics/flood/#new", "topics/flood/#old"]
    assert found(made, "ann") == ["topics/flood/#new", "topics/flood/#old"]
    assert found(made, "12000") == ["topics/flood/#new"]


def test_titles_of_pages_are_known_apart_but_not_those_of_sources() -> None:
    made = files(TOPIC, ACTOR, SOURCE)
    assert found(made, "=ann") == ["actors/ann/"]
    assert found(made, "=river") == []


def test_filters_lead_to_facts_and_are_listed_with_their_counts() -> None:
    made = files(TOPIC)
    assert found(made, ":actor:ann") == ["topics/flood/#old"]
    assert made["search/manifest.json"]["filters"] == {"actor": [["ann", "Ann", 1]]}


def test_the_order_of_the_bodies_does_not_matter() -> None:
    assert files(TOPIC, ACTOR, SOURCE) == files(SOURCE, TOPIC, ACTOR)


def test_the_version_changes_with_the_entries_alone() -> None:
    one, same = files(TOPIC)["search/manifest.json"], files(TOPIC)["search/manifest.json"]
    other = files(TOPIC, ACTOR)["search/manifest.json"]
    assert one["version"] == same["version"] != other["version"]


def test_rows_that_another_process_has_made_give_the_same_index() -> None:
    shared, told = index(TOPIC, ACTOR).shared, index(TOPIC, ACTOR)
    for name in FACTS:
        told.shared.learn(name, pickle.loads(pickle.dumps(shared.make(name))))
    assert {asset.path: json.loads(asset.data) for asset in told.files()} == files(TOPIC, ACTOR)


def test_an_edition_has_its_own_files() -> None:
    assert "de/search/manifest.json" in files(TOPIC, prefix="de/")


def test_a_site_without_entries_has_an_index_too() -> None:
    assert files()["search/manifest.json"]["entries"] == 0


@pytest.mark.parametrize("numbers", [[0], [3, 900], list(range(0, 1000, 3)), list(range(1000)), [999]])
def test_packed_numbers_come_out_again(numbers: list[int]) -> None:
    assert unpacked(postings.packed(numbers, 1000)) == numbers


def test_a_word_in_every_entry_stays_small() -> None:
    assert len(json.dumps(postings.packed(list(range(48_000)), 48_000))) < 8_100


@pytest.mark.parametrize(("size", "count"), [(0, 4), (500, 16), (5_600, 128), (60_500, 1024), (10**6, 1024)])
def test_how_many_files_hold_the_words(size: int, count: int) -> None:
    assert postings.shards(size) == count


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        ("search/manifest.json", True),
        ("de/search/words-12.json", True),
        ("search/entries-0.json", True),
        ("search/index.json", False),
        ("topics/search/words-x.json", False),
    ],
)
def test_files_of_an_index_are_told_by_their_names(path: str, is_one: bool) -> None:
    assert search.is_part(path) is is_one


def test_every_file_of_the_index_is_one() -> None:
    assert all(search.is_part(path) for path in files(TOPIC, prefix="de/"))

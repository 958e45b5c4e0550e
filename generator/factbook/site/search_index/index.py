"""Search: the index of an edition, made when the first of its files is asked for."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from factbook.runtime.frozen import frozen
from factbook.runtime.spill_store import Told
from factbook.site.artifacts import Asset, Shared
from factbook.site.search_index import entries, postings
from factbook.site.search_index.entries import FACT, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.site.artifacts import Edition

FOLDER = "search/"
"""Beside the page of the search, in each edition."""

Shard = dict[str, list[int]]
Choice = tuple[str, str, str]
"""A filter's name, its value's words, and what of it stands in addresses."""


class _Hit(NamedTuple):
    """An entry at its place in the index."""

    place: tuple[int, int, str]
    name: str
    """Id of the fact, address of the page: no id has a slash in it, and only the home page's address has none."""


@frozen
class _Found:
    """What is known when all entries have been looked through, in order."""

    version: str
    """Stands for all that the index is made from: as long as it is the same, so is every file."""
    filters: dict[str, list[tuple[str, str, int]]]
    shards: tuple[Shard, ...]


class Index:
    """The index of an edition's facts and pages, the hand-written ones too."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._told = Told(*Row._fields)

    @property
    def shared(self) -> Shared:
        """The rows of the facts: to cut all their words takes longer than all else."""

        def make(fact: str) -> Row:
            return entries.row(FACT, self._edition.facts.hit(fact))

        return Shared(make, self._told.learn)

    def files(self) -> tuple[Asset, ...]:
        """All files; how many there are follows from what all pages tell. Nothing is made before one is asked for."""
        folder = self._edition.prefix + FOLDER
        return (
            Asset(f"{folder}manifest.json", self._manifest),
            *(
                Asset(f"{folder}words-{number}.json", partial(self._words, number))
                for number in range(postings.shards(self._size))
            ),
            *(
                Asset(f"{folder}entries-{number}.json", partial(self._entries, number))
                for number in range(entries.pieces(self._size))
            ),
        )

    def _manifest(self) -> bytes:
        """What the browser reads first: how the files are cut, and the filters with their values and counts."""
        return entries.dumped(
            {
                "version": self._found.version,
                "entries": self._size,
                "piece": entries.PIECE,
                "shards": postings.shards(self._size),
                "prefix": postings.PREFIX,
                "filters": self._found.filters,
            }
        ).encode()

    def _words(self, number: int) -> bytes:
        """The file with the words of that number."""
        shard = self._found.shards[number]
        return entries.dumped({key: postings.packed(shard[key], self._size) for key in sorted(shard)}).encode()

    def _entries(self, number: int) -> bytes:
        """The file with the texts of that number."""
        hits = self._hits[number * entries.PIECE : (number + 1) * entries.PIECE]
        return entries.piece(self._form("shown", hit) for hit in hits)

    @cached_property
    def _size(self) -> int:
        return len(self._edition.facts.ids) + sum(len(body.search) for body in self._edition.bodies)

    @cached_property
    def _hits(self) -> list[_Hit]:
        return sorted((*self._facts(), *self._pages()), key=lambda hit: hit.place)

    def _facts(self) -> Iterator[_Hit]:
        for fact in self._edition.facts.ids:
            day, address = self._told.form("day", fact), self._told.form("address", fact)
            if day is None or address is None:
                day, address = self._learned(fact, entries.row(FACT, self._edition.facts.hit(fact)))
            yield _Hit(entries.place(FACT, day, address), fact)

    def _pages(self) -> Iterator[_Hit]:
        for body in self._edition.bodies:
            for entry in body.search:
                place = entries.place(body.kind, *self._learned(entry.address, entries.row(body.kind, entry)))
                yield _Hit(place, entry.address)

    def _learned(self, name: str, row: Row) -> tuple[str, str]:
        self._told.learn(name, row)
        return row.day, row.address

    @cached_property
    def _found(self) -> _Found:
        digest, counts = hashlib.sha256(b"2"), Counter[Choice]()
        numbers: defaultdict[str, list[int]] = defaultdict(list)
        for number, hit in enumerate(self._hits):
            row = Row(*(self._form(form, hit) for form in Row._fields))
            digest.update(f"{row.shown}\x1f{row.filters}\x1e".encode())
            choices = {(name, said, value) for name, said, value in json.loads(row.filters)}
            counts.update(choices)
            keys = {*row.words.split(), *(filter_key(name, value) for name, _, value in choices)}
            keys.update(postings.TITLE + word for word in row.titles.split())
            for key in keys:
                numbers[key].append(number)
        return _Found(digest.hexdigest()[:16], _filters(counts), self._cut(numbers))

    def _form(self, form: str, hit: _Hit) -> str:
        text = self._told.form(form, hit.name)
        assert text is not None, hit
        return text

    def _cut(self, numbers: dict[str, list[int]]) -> tuple[Shard, ...]:
        count = postings.shards(self._size)
        found: tuple[Shard, ...] = tuple({} for _ in range(count))
        for key, those in numbers.items():
            found[postings.shard_of(key, count)][key] = those
        return found


def filter_key(name: str, value: str) -> str:
    """How a filter's value stands among the words."""
    return f"{postings.FILTER}{name}:{value}"


def _filters(counts: Counter[Choice]) -> dict[str, list[tuple[str, str, int]]]:
    """For each filter its values: what stands in the address, its words, and how many entries have it."""
    found: dict[str, list[tuple[str, str, int]]] = {}
    for name, said, value in sorted(counts, key=_by_words):
        found.setdefault(name, []).append((value, said, counts[name, said, value]))
    if "year" in found:
        found["year"].reverse()
    return found


def _by_words(choice: Choice) -> tuple[str, str, str]:
    name, said, value = choice
    return name, said.casefold(), value

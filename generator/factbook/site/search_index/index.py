"""Search: the index of an edition as small files, made when the first of them is asked for."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from factbook.site.artifacts import Asset
from factbook.site.search_index import postings
from factbook.site.search_index.entries import KINDS, Entry, entries
from factbook.site.search_index.languages import rules
from factbook.site.search_index.tokenize import LETTERS, stems
from factbook.site.untranslated import spans

if TYPE_CHECKING:
    from factbook.site.artifacts import Edition

FOLDER = "search/"
"""Beside the page of the search, in each edition."""
PIECE = 32
"""Entries in one file: some 4 KB compressed."""

Shard = dict[str, list[int]]


class Index:
    """The index of an edition's facts and pages, the hand-written ones too."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._language = rules(edition.language)

    def files(self) -> tuple[Asset, ...]:
        """All files. Nothing but their number is made before one is asked for."""
        folder, size = self._edition.prefix + FOLDER, self._size
        return (
            Asset(f"{folder}manifest.json", self._manifest),
            *(
                Asset(f"{folder}words-{number}.json", partial(self._words, number))
                for number in range(postings.shards(size))
            ),
            *(
                Asset(f"{folder}entries-{number}.json", partial(self._entries, number))
                for number in range(-(-size // PIECE))
            ),
        )

    def _manifest(self) -> bytes:
        """What the browser reads first: how the files are cut, and the rules of the language."""
        counts = Counter(entry.kind for entry in self._found)
        return _dumped(
            {
                "version": self._version,
                "entries": self._size,
                "piece": PIECE,
                "shards": postings.shards(self._size),
                "prefix": postings.PREFIX,
                "kinds": [[kind, counts[kind]] for kind in KINDS],
                "letters": LETTERS,
                "endings": self._language.endings,
                "least": self._language.least,
                "undoubled": self._language.undoubled,
                "silent": self._language.silent,
                "stop": sorted(self._language.stop_words),
                "counting": sorted(self._language.counting),
            }
        )

    def _words(self, number: int) -> bytes:
        """The file with the words of that number."""
        shard = self._shards[number]
        return _dumped({key: postings.packed(shard[key], self._size) for key in sorted(shard)})

    def _entries(self, number: int) -> bytes:
        """The file with the entries of that number."""
        shown = self._found[number * PIECE : (number + 1) * PIECE]
        return _dumped([[one.kind, one.html, one.answer] if one.answer else [one.kind, one.html] for one in shown])

    @cached_property
    def _size(self) -> int:
        """How many entries there are, without making any."""
        made = self._edition.made
        series = sum(1 for name in made.corpus.series if made.values(name))
        articles = sum(len(page.search) for page in self._edition.articles)
        others = (made.corpus.topics, made.corpus.actors, made.corpus.sources)
        return len(made.places) + series + articles + sum(map(len, others))

    @cached_property
    def _found(self) -> tuple[Entry, ...]:
        return tuple(replace(one, html=spans(one.html), answer=spans(one.answer)) for one in entries(self._edition))

    @cached_property
    def _version(self) -> str:
        """Stands for all that the index is made from: as long as it is the same, so is every file."""
        digest = hashlib.sha256(b"3")
        for one in self._found:
            digest.update(f"{one.html}\x1f{one.title}\x1f{one.text}\x1f{one.answer}\x1e".encode())
        return digest.hexdigest()[:16]

    @cached_property
    def _shards(self) -> tuple[Shard, ...]:
        numbers: defaultdict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(self._found):
            for key in self._keys(one):
                numbers[key].append(number)
        count = postings.shards(self._size)
        found: tuple[Shard, ...] = tuple({} for _ in range(count))
        for key, those in numbers.items():
            found[postings.shard_of(key, count)][key] = those
        return found

    def _keys(self, entry: Entry) -> set[str]:
        title = stems(entry.title, self._language)
        keys = {*title, *stems(entry.text, self._language), *(postings.TITLE + word for word in title)}
        return keys | {postings.FIGURE} if entry.figure else keys


def _dumped(value: object) -> bytes:
    """JSON on one line, the same on every machine."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

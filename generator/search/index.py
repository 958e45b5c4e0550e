"""Search: the index of an edition, made when the first of its files is asked for."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from generator.search import entries, postings
from generator.search.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.bodies import Body, SearchFilter
    from generator.search.entries import Hit

Shard = dict[str, list[int]]


class Index:
    """The files of the index. They are pure functions of the bodies' entries."""

    def __init__(self, bodies: Sequence[Body]) -> None:
        self._bodies = bodies
        self.size = sum(len(body.search) for body in bodies)

    def manifest(self) -> bytes:
        """What the browser reads first: how the files are cut, and the filters with their values and counts."""
        hits, _ = self._hits
        return entries.dumped(
            {
                "version": entries.version(hits),
                "entries": self.size,
                "piece": entries.PIECE,
                "shards": postings.shards(self.size),
                "prefix": postings.PREFIX,
                "filters": _filters(hits),
            }
        )

    def words(self, number: int) -> bytes:
        """The file with the words of that number."""
        shard = self._shards[number]
        return entries.dumped({key: postings.packed(shard[key], self.size) for key in sorted(shard)})

    def entries(self, number: int) -> bytes:
        """The file with the texts of that number."""
        return entries.piece(self._hits[0], number)

    @cached_property
    def _hits(self) -> tuple[tuple[Hit, ...], int]:
        return entries.in_order(self._bodies)

    @cached_property
    def _shards(self) -> tuple[Shard, ...]:
        count = postings.shards(self.size)
        found: tuple[Shard, ...] = tuple({} for _ in range(count))
        for key, numbers in _postings(*self._hits).items():
            found[postings.shard_of(key, count)][key] = numbers
        return found


def _postings(hits: Iterable[Hit], before_facts: int) -> Shard:
    """For each word, title's word and filter's value, the numbers of its entries, ascending."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, hit in enumerate(hits):
        entry = hit.entry
        keys = set(words(f"{entry.title} \n {entry.text} \n {entry.note}"))
        if number < before_facts:
            keys.update([postings.TITLE + word for word in words(entry.title)])
        keys.update(map(filter_key, entry.filters))
        for key in keys:
            found[key].append(number)
    return found


def filter_key(choice: SearchFilter) -> str:
    """How a filter's value stands among the words."""
    return f"{postings.FILTER}{choice.name}:{choice.value}"


def _filters(hits: Iterable[Hit]) -> dict[str, list[tuple[str, str, int]]]:
    """For each filter its values: what stands in the address, its words, and how many entries have it."""
    counts = Counter(choice for hit in hits for choice in {_said(choice) for choice in hit.entry.filters})
    found: dict[str, list[tuple[str, str, int]]] = {}
    for name, said, value in sorted(counts, key=_by_words):
        found.setdefault(name, []).append((value, said, counts[name, said, value]))
    if "year" in found:
        found["year"].reverse()
    return found


def _said(choice: SearchFilter) -> tuple[str, str, str]:
    return choice.name, choice.words, choice.value


def _by_words(choice: tuple[str, str, str]) -> tuple[str, str, str]:
    name, said, value = choice
    return name, said.casefold(), value

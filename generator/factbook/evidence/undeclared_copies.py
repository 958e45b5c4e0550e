"""Stage, a part of it: documents so like one another that one must come from the other.

In one language the wording tells (shared word shingles). A translation shares none of it, but its numbers
stay, in their order: that is what is compared across languages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from factbook.evidence.model import Likeness
from factbook.evidence.texts.near_duplicates import alike, candidates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factbook.content.model import Source
    from factbook.evidence.texts.search_index import Prepared

ENOUGH = 0.3
"""Part of the shorter document's wording that the other must hold to be spoken of."""

NUMBERS = 5
"""A document with fewer numbers of two or more digits is not compared across languages."""

NUMBERS_ENOUGH = 0.8
"""Part of the shorter document's numbers that must stand in the other in the same order."""

_LONGEST = 400
_NUMBER = re.compile(r"\d[\d.,'’\u00a0\u202f]*\d")


def likenesses(
    documents: Mapping[str, Prepared], texts: Mapping[str, str], sources: Mapping[str, Source]
) -> Iterator[Likeness]:
    """Pairs of documents, in order of their ids, that share much of their wording, or their numbers in order."""
    for one, other in candidates(documents):
        share, passage = alike(documents[one], documents[other])
        if share >= ENOUGH:
            yield Likeness(one, other, share, passage)
    yield from _translations(texts, sources)


def _translations(texts: Mapping[str, str], sources: Mapping[str, Source]) -> Iterator[Likeness]:
    if len({_language(sources[name]) for name in texts}) < 2:
        return
    numbers = {name: _numbers(text) for name, text in texts.items()}
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for name, found in numbers.items():
        for number in set(found) if len(found) >= NUMBERS else ():
            holders[number].append(name)
    pairs: defaultdict[tuple[str, str], int] = defaultdict(int)
    for names in holders.values():
        for pair in combinations(names, 2) if len(names) <= 30 else ():
            pairs[pair] += 1
    for (one, other), common in pairs.items():
        if common < NUMBERS - 1 or _language(sources[one]) == _language(sources[other]):
            continue
        shared = _in_order(numbers[one], numbers[other])
        share = len(shared) / min(len(numbers[one]), len(numbers[other]))
        if len(shared) >= NUMBERS and share >= NUMBERS_ENOUGH:
            yield Likeness(one, other, share, ", ".join(shared[:12]), translated=True)


def _numbers(text: str) -> list[str]:
    """The numbers of two or more digits, without their separators, which differ between languages."""
    return [re.sub(r"\D", "", found) for found in _NUMBER.findall(text)][:_LONGEST]


def _language(source: Source) -> str:
    return source.language.partition("-")[0]


def _in_order(one: list[str], other: list[str]) -> list[str]:
    """The longest row of numbers that stands in both, in order (longest common subsequence)."""
    lengths = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one) - 1, -1, -1):
        for j in range(len(other) - 1, -1, -1):
            same = one[i] == other[j]
            lengths[i][j] = lengths[i + 1][j + 1] + 1 if same else max(lengths[i + 1][j], lengths[i][j + 1])
    found, i, j = [], 0, 0
    while i < len(one) and j < len(other):
        if one[i] == other[j]:
            found.append(one[i])
            i, j = i + 1, j + 1
        elif lengths[i + 1][j] >= lengths[i][j + 1]:
            i += 1
        else:
            j += 1
    return found

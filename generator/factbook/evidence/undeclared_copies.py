"""Stage, a part of it: documents so like one another that one must come from the other.

In one language and script the wording tells (shared word shingles). A translation shares none of it, but its
numbers stay, in their order: that is what is compared otherwise. Where a text is not at hand, its context holds
hashes of some of its shingles and of its numbers.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from factbook.evidence.contexts.likeness import number_hashes, numbers, shingle_hashes
from factbook.evidence.model import SuspectedCopy
from factbook.evidence.texts.near_duplicates import alike, candidates
from factbook.evidence.texts.own_parts import holds
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factbook.content.model import Source
    from factbook.evidence.contexts.file_format import Context
    from factbook.evidence.texts.own_parts import Parts
    from factbook.evidence.texts.search_index import Prepared

ENOUGH = 0.3
"""Part of the shorter document's wording that the other must hold to be spoken of."""

NUMBERS = 5
"""A document with fewer numbers of two or more digits is not compared across languages."""

NUMBERS_ENOUGH = 0.8
"""Part of the shorter document's numbers that must stand in the other in the same order."""

SAME_LANGUAGE = 8
"""Numbers that two documents of one language must share, which are alike in no wording: in two scripts, say."""

FEWEST = 3
"""Sampled shingles that two documents must share to be spoken of."""

_LONGEST = 400


def suspected_copies(
    documents: Mapping[str, Prepared], texts: Mapping[str, str], sources: Mapping[str, Source]
) -> Iterator[SuspectedCopy]:
    """Pairs of documents, in order of their ids, that share much of their wording, or their numbers in order."""
    told: set[tuple[str, str]] = set()
    for one, other in candidates(documents):
        share, passage = alike(documents[one], documents[other])
        if share >= ENOUGH:
            told.add((one, other))
            yield SuspectedCopy(one, other, share, passage)
    found = {name: list(numbers(text))[:_LONGEST] for name, text in texts.items()}
    for pair in _by_numbers(found, sources):
        if (pair.one, pair.other) not in told:
            yield pair


@frozen
class Sample:
    """What is known of a document that is not at hand."""

    shingles: frozenset[str]
    numbers: tuple[str, ...]


def sample_of(context: Context, parts: Parts) -> Sample:
    """The sample of a source, which is these parts of the text."""

    def own(rows: Mapping[int, tuple[str, ...]]) -> Iterator[str]:
        return (item for line, row in rows.items() if holds(parts, line) for item in row)

    return Sample(frozenset(own(context.shingles)), tuple(own(context.numbers))[:_LONGEST])


def sampled_copies(
    samples: Mapping[str, Sample],
    documents: Mapping[str, Prepared],
    texts: Mapping[str, str],
    sources: Mapping[str, Source],
) -> Iterator[SuspectedCopy]:
    """Pairs of which one at least is not at hand, by what the contexts tell of it."""
    if not samples:
        return
    held = {name: _sampled(document, texts[name]) for name, document in documents.items()}
    known = {name: sample for name in sources if (sample := samples.get(name) or held.get(name))}
    told: set[tuple[str, str]] = set()
    for (one, other), common in _shared({name: sample.shingles for name, sample in known.items()}).items():
        share = common / min(len(known[one].shingles), len(known[other].shingles))
        if common >= FEWEST and share >= ENOUGH and (one in samples or other in samples):
            told.add((one, other))
            yield SuspectedCopy(one, other, share, "")
    for pair in _by_numbers({name: sample.numbers for name, sample in known.items()}, sources):
        if (pair.one, pair.other) not in told and (pair.one in samples or pair.other in samples):
            yield SuspectedCopy(pair.one, pair.other, pair.share, "", translated=True)


def _sampled(document: Prepared, text: str) -> Sample:
    words = document.row.decode("utf-8", "surrogatepass").split()
    return Sample(frozenset(found for _, found in shingle_hashes(words)), tuple(number_hashes(text))[:_LONGEST])


def _by_numbers(found: Mapping[str, Sequence[str]], sources: Mapping[str, Source]) -> Iterator[SuspectedCopy]:
    """Pairs with the same numbers in the same order."""
    long = {name: set(row) for name, row in found.items() if len(row) >= NUMBERS}
    for (one, other), common in _shared(long).items():
        least = SAME_LANGUAGE if _language(sources[one]) == _language(sources[other]) else NUMBERS
        if common < least - 1:
            continue
        shared = _in_order(found[one], found[other])
        share = len(shared) / min(len(found[one]), len(found[other]))
        if len(shared) >= least and share >= NUMBERS_ENOUGH:
            yield SuspectedCopy(one, other, share, ", ".join(shared[:12]), translated=True)


def _shared(items: Mapping[str, Iterable[str]]) -> dict[tuple[str, str], int]:
    """How many items each two documents share; what stands in more than thirty says nothing."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for name, row in items.items():
        for item in row:
            holders[item].append(name)
    pairs: defaultdict[tuple[str, str], int] = defaultdict(int)
    for names in holders.values():
        for pair in combinations(names, 2) if 1 < len(names) <= 30 else ():
            pairs[pair] += 1
    return pairs


def _language(source: Source) -> str:
    return source.language.partition("-")[0]


def _in_order(one: Sequence[str], other: Sequence[str]) -> list[str]:
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

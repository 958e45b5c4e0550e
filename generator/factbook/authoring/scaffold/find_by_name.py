"""Scaffold: the things of the content by what people call them, for those who know names and not ids."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factbook.content.model import variants

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factbook.content.model import Corpus, Words


def called(corpus: Corpus, of: str) -> Mapping[str, str]:
    """Ids of the things of a kind by their names as `folded` writes them, without names that two things share."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for identity, words in _names(corpus, of):
        for _, name in variants(words, ""):
            found[folded(name)].add(identity)
    return {name: ids.pop() for name, ids in found.items() if len(ids) == 1}


def folded(name: str) -> str:
    """A name in which neither case nor kinds of apostrophe and space count."""
    return " ".join(name.casefold().replace("’", "'").split())


def _names(corpus: Corpus, of: str) -> Iterator[tuple[str, Words | None]]:
    if of == "actor":
        for actor in corpus.actors.values():
            yield actor.id, actor.name
            yield from ((actor.id, alias.text) for alias in actor.aliases)
    elif of == "source":
        yield from ((source.id, source.title) for source in corpus.sources.values())
    elif of == "topic":
        yield from ((topic.id, topic.title) for topic in corpus.topics.values())
    else:
        yield from ((series.id, series.title) for series in corpus.series.values())

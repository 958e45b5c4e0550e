"""Linked data: the content as JSON-LD, in one file as a stream, and as pieces that pages are put together from."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING

from factbook.content.model import in_language
from factbook.exports.jsonld import things
from factbook.exports.jsonld.claim_reviews import claim
from factbook.exports.jsonld.context import edition_context
from factbook.exports.jsonld.names import CONTEXT
from factbook.exports.public_urls import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Fact
    from factbook.exports.jsonld.context import EditionContext
    from factbook.exports.jsonld.names import Node


def graph(corpus: Corpus, settings: Settings, fact: Callable[[Fact], str]) -> Iterator[bytes]:
    """`factbook.jsonld`: everything, one thing a line: actors, topics, series, sources, then the facts by date.

    Without a public address of the site, addresses are those from the folder `data`, where the file stands.
    `fact` writes a fact, as the function of that name does.
    """
    edition = edition_context(corpus, settings, settings.languages[0])
    nodes = chain(_licensed(settings), _nodes(edition))
    lines = chain(map(written, nodes), map(fact, corpus.facts.values()))
    yield f'{{"@context":{written(CONTEXT)},"@graph":['.encode()
    for number, line in enumerate(lines):
        yield f"{',' if number else ''}\n{line.replace(ROOT, '../')}".encode()
    yield b"\n]}\n"


def fact(corpus: Corpus, settings: Settings, language: str) -> Callable[[Fact], str]:
    """A function that writes a fact in the voice of an edition."""
    edition = edition_context(corpus, settings, language)
    return lambda given: written(claim(edition, given))


def _licensed(settings: Settings) -> Iterator[Node]:
    """The whole with its licence, where it has one."""
    if settings.licence:
        name = in_language(settings.name, settings.languages[0], settings.languages[0])[0]
        yield {"@id": settings.url or ROOT, "@type": "Dataset", "name": name, "license": settings.licence[1]}


def _nodes(edition: EditionContext) -> Iterator[Node]:
    corpus = edition.corpus
    yield from (things.actor(edition, actor) for actor in corpus.actors.values())
    yield from (things.topic(edition, topic) for topic in corpus.topics.values())
    yield from (things.series(edition, series) for series in corpus.series.values())
    yield from (things.source(edition, source) for source in corpus.sources.values())


written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode

"""Linked data: the content as JSON-LD, in one file as a stream, and as pieces that pages are put together from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.exports.addresses import public
from generator.exports.linked import things
from generator.exports.linked.claims import claim
from generator.exports.linked.names import CONTEXT
from generator.exports.linked.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.exports.linked.names import Node
    from generator.model import Corpus
    from generator.settings import Settings


def graph(corpus: Corpus, settings: Settings) -> Iterator[bytes]:
    """`factbook.jsonld`: everything, one thing a line.

    Without a public address of the site, addresses are those from the folder `data`, where the file stands.
    """
    first = settings.languages[0]
    voice = Voice(corpus, first, first, public(settings, otherwise="../"))
    yield f'{{"@context":{written(CONTEXT)},"@graph":['.encode()
    for number, node in enumerate(nodes(voice)):
        yield (",\n" if number else "\n").encode() + written(node).encode()
    yield b"\n]}\n"


def nodes(voice: Voice) -> Iterator[Node]:
    """Actors, topics, series, sources, then the facts by date."""
    corpus = voice.corpus
    yield from (things.actor(voice, actor) for actor in corpus.actors.values())
    yield from (things.topic(voice, topic) for topic in corpus.topics.values())
    yield from (things.series(voice, series) for series in corpus.series.values())
    yield from (things.source(voice, source) for source in corpus.sources.values())
    yield from (claim(voice, fact) for fact in corpus.facts.values())


written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode

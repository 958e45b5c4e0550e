"""Exports: the JSON files of all facts, actors, topics, sources and series, as streams of bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factbook.content.model import variants
from factbook.exports import json_values
from factbook.exports.json_schemas import FILES, VERSION
from factbook.exports.public_urls import public

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Fact
    from factbook.evidence.model import Evidence
    from factbook.exports.json_values import Values
    from factbook.exports.public_urls import Addresses


def document(
    name: str, corpus: Corpus, evidence: Evidence, settings: Settings, fact: Callable[[Fact], str]
) -> Iterator[bytes]:
    """The file `name`.json, one thing a line: `facts`, `actors`, `topics`, `sources`, `series` or `briefing`.

    `fact` writes a fact, as the function of that name does.
    """
    assert name in FILES, name
    if name == "facts":
        things = map(fact, corpus.facts.values())
    else:
        things = map(text, _things(name, corpus, evidence, public(settings)))
    size = _size(name, corpus)
    yield f'{{"$schema":"schema/{name}.json",{head(settings)},"count":{size},"{name}":['.encode()
    for number, thing in enumerate(things):
        yield f"{',' if number else ''}\n{thing}".encode()
    yield b"\n]}\n"


def fact(corpus: Corpus, evidence: Evidence, settings: Settings) -> Callable[[Fact], str]:
    """A function that writes a fact, whole."""
    first, addresses = settings.languages[0], public(settings)

    def written(given: Fact) -> str:
        return text(
            json_values.whole(given.record, json_values.fact_generated(corpus, evidence, given, first, addresses))
        )

    return written


def head(settings: Settings) -> str:
    """What every file says first: the version of its form, and which site it is of; without braces."""
    site = {
        "name": dict(variants(settings.name, settings.languages[0])),
        "languages": settings.languages,
        "url": settings.url,
        "licence": settings.licence[1] if settings.licence else None,
    }
    return f'"version":"{VERSION}","site":{text(site)}'


def dumped(value: object) -> bytes:
    """Compact JSON; letters of all scripts stand as they are."""
    return text(value).encode()


text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def _things(name: str, corpus: Corpus, evidence: Evidence, addresses: Addresses) -> Iterable[Values]:
    match name:
        case "sources":
            return json_values.sources(corpus, evidence, addresses)
        case "actors":
            return json_values.actors(corpus, addresses)
        case "topics":
            return json_values.topics(corpus, addresses)
        case "series":
            return json_values.series(corpus, addresses)
        case _:
            return json_values.briefing(corpus)


def _size(name: str, corpus: Corpus) -> int:
    if name == "briefing":
        return int(corpus.briefing.record is not None)
    return len(getattr(corpus, name))

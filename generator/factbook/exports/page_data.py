"""Exports: what goes with each page of an edition: a JSON file beside it, and linked data inside it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from factbook.exports import json_values
from factbook.exports.json_files import dumped, head
from factbook.exports.jsonld.page import Pages
from factbook.exports.public_urls import prefix_of, public
from factbook.exports.shared_facts import Facts
from factbook.site.artifacts import Asset
from factbook.site.urls import home, to_root

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Fact
    from factbook.evidence.model import Evidence
    from factbook.site.artifacts import Body

KINDS = {"actor": "actors", "topic": "topics", "source": "sources", "number": "numbers", "series": "numbers"}
"""Kinds of pages that are about one thing, and their folders."""


_HOMES = ("home", "topic", "actor")
"""Kinds of pages on which facts are at home."""


class Beside:
    """Knows which facts stand on which page. Made once for an edition."""

    def __init__(self, corpus: Corpus, evidence: Evidence, settings: Settings, language: str) -> None:
        self.facts = Facts(corpus, evidence, settings, language)
        self._corpus, self._evidence = corpus, evidence
        self._language, self._prefix = language, prefix_of(settings, language)
        self._pages = Pages(corpus, settings, language, self.facts.claim)
        self._addresses = public(settings)
        self._head = head(settings)

    def linked(self, body: Body, language: str = "") -> Body:
        """The page with its linked data; `language` where it is not the edition's."""
        id = _id(body)
        script = self._pages.script(body, id, self._facts(body), self._others(body, id), language)
        return replace(body, html=body.html + script)

    def json(self, body: Body, language: str = "") -> Asset:
        """The file `index.json` beside the page: its own thing and the facts at home there, whole; others by id."""
        return Asset(f"{self._prefix}{body.path}index.json", lambda: b"".join(self._json(body, language)))

    def both(self, body: Body, language: str) -> tuple[Body, tuple[Asset, ...]]:
        """The page with its linked data, and the file beside it."""
        return self.linked(body, language), (self.json(body, language),)

    def _json(self, body: Body, language: str) -> Iterator[bytes]:
        id = _id(body)
        root = to_root(self._prefix + body.path)
        yield f'{{"$schema":"{root}data/schema/page.json",{self._head},"page":'.encode()
        yield dumped(self._page(body, id) | ({"language": language} if language else {}))
        if thing := self._thing(body.kind, id):
            yield b',\n"' + thing[0].encode() + b'":' + dumped(thing[1])
        yield b',\n"facts":['
        for number, fact in enumerate(map(self.facts.json, self._facts(body))):
            yield f"{',' if number else ''}\n{fact}".encode()
        yield b'],\n"others":' + dumped(list(self._others(body, id))) + b"}\n"

    def _page(self, body: Body, id: str) -> dict[str, Any]:
        return {
            "kind": body.kind,
            "id": id,
            "title": body.title,
            "language": self._language,
            "address": self._addresses.file(self._prefix + body.path),
            "updated": body.updated.isoformat() if body.updated else None,
        }

    def _thing(self, kind: str, id: str) -> tuple[str, json_values.Values] | None:
        corpus, addresses = self._corpus, self._addresses
        match KINDS.get(kind):
            case "actors" if id in corpus.actors:
                actor = corpus.actors[id]
                return "actor", json_values.whole(actor.record, json_values.actor_generated(corpus, actor, addresses))
            case "topics" if id in corpus.topics:
                topic = corpus.topics[id]
                return "topic", json_values.whole(topic.record, json_values.topic_generated(corpus, topic, addresses))
            case "sources" if id in corpus.sources:
                source = corpus.sources[id]
                generated = json_values.source_generated(corpus, self._evidence, source, addresses)
                return "source", json_values.whole(source.record, generated)
            case "numbers" if id in corpus.series:
                one = corpus.series[id]
                return "series", json_values.whole(one.record, json_values.series_generated(corpus, one, addresses))
        return None

    def _facts(self, body: Body) -> Sequence[Fact]:
        """The facts at home on a page: those of its topic or actor; on the home page those that have neither."""
        return self._at_home.get(body.path, ()) if body.kind in _HOMES else ()

    @cached_property
    def _at_home(self) -> dict[str, list[Fact]]:
        """For each page that is some fact's home, its facts by date."""
        found: dict[str, list[Fact]] = {}
        for fact in self._corpus.facts.values():
            found.setdefault(home(self._corpus, fact), []).append(fact)
        return found

    def _others(self, body: Body, id: str) -> Iterator[str]:
        """Ids of the facts of the page's thing that are at home on another page."""
        corpus = self._corpus
        tables = {
            "actors": corpus.facts_by_actor,
            "topics": corpus.facts_by_topic,
            "sources": corpus.facts_by_source,
            "numbers": corpus.facts_by_series,
        }
        here = {fact.id for fact in self._facts(body)}
        table = tables.get(KINDS.get(body.kind, ""), {})
        return (name for name in table.get(id, ()) if name not in here)


def _id(body: Body) -> str:
    """Id of the thing that a page is about: the last part of its path; empty for a page that stands alone."""
    return body.path.strip("/").rpartition("/")[2] if body.kind in KINDS and body.path.count("/") > 1 else ""

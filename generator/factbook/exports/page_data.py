"""Exports: a page as data: linked data of its own thing inside it, and the same as a file of JSON beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factbook.exports import json_values as values
from factbook.exports.json_files import dumped, head
from factbook.exports.jsonld import things, written
from factbook.exports.jsonld.claim_reviews import claim
from factbook.exports.jsonld.context import edition_context
from factbook.exports.jsonld.names import CONTEXT, cleaned, reference
from factbook.exports.public_urls import ROOT, prefix_of, public
from factbook.site import urls

if TYPE_CHECKING:
    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.evidence.model import Evidence
    from factbook.exports.json_values import Values
    from factbook.exports.jsonld.names import Node
    from factbook.site.page import Page

_CONTEXT = written(CONTEXT)


class PageData:
    """The data of the pages of one edition."""

    def __init__(self, corpus: Corpus, evidence: Evidence, settings: Settings, language: str) -> None:
        self._corpus, self._evidence, self._first = corpus, evidence, settings.languages[0]
        self._edition = edition_context(corpus, settings, language)
        self._licence = settings.licence[1] if settings.licence else None
        self._language, self._prefix = language, prefix_of(settings, language)
        self._addresses, self._head = public(settings), head(settings)

    def script(self, page: Page) -> str:
        """A block of linked data for the end of a page: the page and the thing that it is about. Browsers run none
        of it, and no character of it can end it."""
        about = self._about(page)
        nodes = (self._web_page(page, about), *((about,) if about else ()))
        graph = ",".join(map(written, nodes)).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
        block = f'<script type="application/ld+json">{{"@context":{_CONTEXT},"@graph":[{graph}]}}</script>'
        return block.replace(ROOT, urls.ROOT)

    def twin(self, page: Page) -> tuple[str, bytes]:
        """Path and bytes of the file of JSON beside a page: its own thing, and the ids of the facts of that thing."""
        path = urls.file_of(page.path).removesuffix("html") + "json"
        root = urls.to_root(self._prefix + path)
        thing = self._thing(page)
        parts = [
            f'{{"$schema":"{root}data/schema/page.json",{self._head},"page":'.encode() + dumped(self._page(page)),
            *([b'"' + thing[0].encode() + b'":' + dumped(thing[1])] if thing else []),
            b'"facts":' + dumped(list(self._facts(page))),
        ]
        return path, b",\n".join(parts) + b"}\n"

    def _web_page(self, page: Page, about: Node | None) -> Node:
        return cleaned(
            {
                "@id": f"{self._edition.addresses.file(page.address)}#page",
                "@type": "WebPage",
                "name": page.title,
                "description": page.description,
                "inLanguage": self._language,
                "license": self._licence,
                "dateModified": page.updated.isoformat() if page.updated else None,
                "mainEntity": reference(about["@id"]) if about else None,
            }
        )

    def _about(self, page: Page) -> Node | None:
        corpus, edition, name = self._corpus, self._edition, page.id
        match page.kind:
            case "actor" if name in corpus.actors:
                return things.actor(edition, corpus.actors[name])
            case "topic" if name in corpus.topics:
                return things.topic(edition, corpus.topics[name])
            case "source" if name in corpus.sources:
                return things.source(edition, corpus.sources[name])
            case "series" if name in corpus.series:
                return things.series(edition, corpus.series[name])
            case "fact" if name in corpus.facts:
                return claim(edition, corpus.facts[name])
        return None

    def _page(self, page: Page) -> dict[str, Any]:
        return {
            "kind": page.kind,
            "id": page.id,
            "title": page.title,
            "language": self._language,
            "address": self._addresses.file(self._prefix + page.address),
            "updated": page.updated.isoformat() if page.updated else None,
        }

    def _thing(self, page: Page) -> tuple[str, Values] | None:
        corpus, addresses, name = self._corpus, self._addresses, page.id
        match page.kind:
            case "actor" if name in corpus.actors:
                actor = corpus.actors[name]
                return "actor", values.whole(actor.record, values.actor_generated(corpus, actor, addresses))
            case "topic" if name in corpus.topics:
                topic = corpus.topics[name]
                return "topic", values.whole(topic.record, values.topic_generated(corpus, topic, addresses))
            case "source" if name in corpus.sources:
                source = corpus.sources[name]
                generated = values.source_generated(corpus, self._evidence, source, addresses)
                return "source", values.whole(source.record, generated)
            case "series" if name in corpus.series:
                series = corpus.series[name]
                return "series", values.whole(series.record, values.series_generated(corpus, series, addresses))
            case "fact" if name in corpus.facts:
                fact = corpus.facts[name]
                made = values.fact_generated(corpus, self._evidence, fact, self._first, addresses)
                return "fact", values.whole(fact.record, made)
        return None

    def _facts(self, page: Page) -> tuple[str, ...]:
        tables = {
            "actor": self._corpus.facts_by_actor,
            "topic": self._corpus.facts_by_topic,
            "source": self._corpus.facts_by_source,
            "series": self._corpus.facts_by_series,
        }
        return tables.get(page.kind, {}).get(page.id, ())

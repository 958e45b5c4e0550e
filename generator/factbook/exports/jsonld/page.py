"""Linked data: what stands in one page: the page, the thing that it is about, and the facts at home there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.exports.jsonld import things, written
from factbook.exports.jsonld.context import voice_of
from factbook.exports.jsonld.names import CONTEXT, cleaned, reference
from factbook.exports.public_urls import ROOT
from factbook.site.urls import to_root

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Fact
    from factbook.exports.jsonld.names import Node
    from factbook.site.artifacts import Body

_SCRIPT = '<script type="application/ld+json">{{"@context":{context},"@graph":[{graph}]}}</script>\n'


class Pages:
    """Makes the data of each page of one edition; a source that many pages cite is written once."""

    def __init__(self, corpus: Corpus, settings: Settings, language: str, fact: Callable[[Fact], str]) -> None:
        """`fact` writes a fact, as `factbook.exports.edition_files.jsonld.fact` does."""
        self._voice, self._fact = voice_of(corpus, settings, language), fact
        self._context = written(CONTEXT)
        self._sources: dict[str, str] = {}

    def script(self, body: Body, id: str, facts: Iterable[Fact], others: Iterable[str], language: str = "") -> str:
        """A block of data for the end of a page; browsers run none of it.

        `id` is that of the thing which the page is about, `facts` are at home on it, `others` are the ids of
        further facts there; `language` is the page's where it is not the edition's.
        """
        graph = _unmarked(",".join(self._graph(body, id, tuple(facts), others, language or self._voice.language)))
        made = _SCRIPT.format(context=self._context, graph=graph)
        return made if ROOT not in made else made.replace(ROOT, to_root(body.path) or "./")

    def _graph(
        self, body: Body, id: str, facts: tuple[Fact, ...], others: Iterable[str], language: str
    ) -> Iterator[str]:
        voice = self._voice
        about = self._about(body.kind, id)
        yield written(self._page(body, about, others, language))
        if about:
            yield written(about)
        for fact in facts:
            yield self._fact(fact)
        cited = dict.fromkeys(citation.source for fact in facts for citation in fact.citations)
        for name in cited:
            if name in voice.corpus.sources and not (about and body.kind == "source" and name == id):
                yield self._source(name)

    def _page(self, body: Body, about: Node | None, others: Iterable[str], language: str) -> Node:
        addresses = self._voice.addresses
        return cleaned(
            {
                "@id": f"{addresses.file(body.path)}#page",
                "@type": "WebPage",
                "name": body.title,
                "description": body.description,
                "inLanguage": language,
                "dateModified": body.updated.isoformat() if body.updated else None,
                "mainEntity": reference(about["@id"]) if about else None,
                "mentions": [reference(addresses.of("fact", name)) for name in others],
            }
        )

    def _about(self, kind: str, id: str) -> Node | None:
        voice, corpus = self._voice, self._voice.corpus
        if kind == "actor" and id in corpus.actors:
            return things.actor(voice, corpus.actors[id])
        if kind == "topic" and id in corpus.topics:
            return things.topic(voice, corpus.topics[id])
        if kind == "source" and id in corpus.sources:
            return things.source(voice, corpus.sources[id])
        if id in corpus.series:
            return things.series(voice, corpus.series[id])
        return None

    def _source(self, name: str) -> str:
        if name not in self._sources:
            self._sources[name] = written(things.source(self._voice, self._voice.corpus.sources[name]))
        return self._sources[name]


def _unmarked(text: str) -> str:
    """JSON in which no character could end the script that holds it, or begin any markup."""
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")

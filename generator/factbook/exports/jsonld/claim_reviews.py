"""Linked data: facts as schema.org's Claims, and each quote as a Web Annotation that selects the very words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.exports.jsonld.names import Node, cleaned, reference
from factbook.exports.plain_text import plain

if TYPE_CHECKING:
    from factbook.content.model import Citation, Fact
    from factbook.exports.jsonld.context import EditionContext

_SKIP = "[…]"


def claim(edition: EditionContext, fact: Fact) -> Node:
    """A fact: its words, who stands behind it, what it is about, the sources and the quotes."""
    addresses, corpus = edition.addresses, edition.corpus
    text, language = plain(corpus, fact.statement, edition.language, edition.first)
    actors = dict.fromkeys((*fact.asserted_by, *fact.actors))
    sources = dict.fromkeys(citation.source for citation in fact.citations)
    cited = [reference(addresses.of("source", name)) for name in sources]
    about = [reference(addresses.of("actor", name)) for name in actors if name in corpus.actors]
    about += [reference(addresses.of("topic", name)) for name in fact.topics if name in corpus.topics]
    return cleaned(
        {
            "@id": addresses.of("fact", fact.id),
            "@type": ["Claim", "prov:Entity"],
            "text": text,
            "inLanguage": language,
            "temporal": fact.date.text,
            "author": [_speaker(edition, name) for name in corpus.asserters(fact)],
            "about": about,
            "appearance": cited,
            "citation": cited,
            "prov:wasDerivedFrom": cited,
            "prov:wasRevisionOf": [reference(addresses.of("fact", old)) for old in fact.supersedes],
            "mentions": _figure(edition, fact),
            "creativeWorkStatus": _status(edition, fact),
            "dateCreated": fact.added.day.isoformat() if fact.added else None,
            "dateModified": _modified(fact),
            "prov:invalidatedAtTime": _retracted(fact),
            "@reverse": {"oa:hasBody": [_annotation(edition, fact, n, c) for n, c in enumerate(fact.citations, 1)]},
        }
    )


def _annotation(edition: EditionContext, fact: Fact, number: int, citation: Citation) -> Node:
    """The quote, as words of its source with those before and after; the pieces of a quote with a gap, each."""
    pieces = [piece for piece in (" ".join(piece.split()) for piece in citation.quote.split(_SKIP)) if piece]
    last = len(pieces) - 1
    where = reference(edition.addresses.of("source", citation.source))
    targets = [
        {
            "@type": "oa:SpecificResource",
            "oa:hasSource": where,
            "oa:hasSelector": cleaned(
                {
                    "@type": "oa:TextQuoteSelector",
                    "oa:prefix": citation.prefix if place == 0 else None,
                    "oa:exact": piece,
                    "oa:suffix": citation.suffix if place == last else None,
                }
            ),
        }
        for place, piece in enumerate(pieces)
    ]
    return {
        "@id": f"{edition.addresses.of('fact', fact.id)}#quote-{number}",
        "@type": "oa:Annotation",
        "oa:motivatedBy": {"@id": "oa:identifying"},
        "oa:hasTarget": targets,
    }


def _speaker(edition: EditionContext, name: str) -> Node:
    """An actor, or the plain name of a publisher that has no page."""
    if name in edition.corpus.actors:
        return reference(edition.addresses.of("actor", name))
    return {"@type": "Organization", "name": name}


def _figure(edition: EditionContext, fact: Fact) -> Node | None:
    figure = fact.figure
    if figure is None:
        return None
    ends = {"value": figure.low} if figure.low == figure.high else {"minValue": figure.low, "maxValue": figure.high}
    return {
        "@type": "PropertyValue",
        "propertyID": edition.addresses.of("series", figure.series),
        "valueReference": figure.modifier,
        **ends,
    }


def _status(edition: EditionContext, fact: Fact) -> str:
    if fact.retracted is not None:
        return "retracted"
    return "superseded" if edition.corpus.superseded_by.get(fact.id) else fact.stance


def _modified(fact: Fact) -> str | None:
    days = [change.on.day for change in (*fact.revised, fact.retracted) if change]
    return max(days).isoformat() if days else None


def _retracted(fact: Fact) -> Node | None:
    if fact.retracted is None:
        return None
    return {"@type": "http://www.w3.org/2001/XMLSchema#date", "@value": fact.retracted.on.day.isoformat()}

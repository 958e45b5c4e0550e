"""Linked data: actors, topics, series and sources as schema.org's things."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote as percent

from factbook.exports.bibliography import title
from factbook.exports.jsonld.names import ACTOR_TYPES, SOURCE_TYPES, Node, cleaned, reference
from factbook.exports.plain_text import plain
from factbook.site.reports import anchor_of

if TYPE_CHECKING:
    from factbook.content.dates import Moment
    from factbook.content.model import Actor, Series, Source, Topic, Words
    from factbook.exports.jsonld.context import EditionContext


def actor(edition: EditionContext, given: Actor) -> Node:
    """A Person, a Country or an Organization."""
    names = dict.fromkeys(given.all_names)
    name = _text(edition, given.name)
    part_of = reference(edition.addresses.of("actor", given.part_of)) if given.part_of else None
    person = given.kind == "person"
    return cleaned(
        {
            "@id": edition.addresses.of("actor", given.id),
            "@type": ACTOR_TYPES.get(given.kind, "Thing"),
            "name": name,
            "alternateName": [other for other in names if other != name],
            "description": _text(edition, given.summary),
            "memberOf" if person else "parentOrganization": part_of,
            "jobTitle": [_text(edition, role.title) for role in given.roles] if person else None,
            "sameAs": [_elsewhere(other) for other in given.same_as],
        }
    )


def topic(edition: EditionContext, given: Topic) -> Node:
    """A topic: a term that claims are about."""
    return cleaned(
        {
            "@id": edition.addresses.of("topic", given.id),
            "@type": "DefinedTerm",
            "name": _text(edition, given.title),
            "description": _text(edition, given.summary),
        }
    )


def series(edition: EditionContext, given: Series) -> Node:
    """A number that several people put a value on."""
    return cleaned(
        {
            "@id": edition.addresses.of("series", given.id),
            "@type": "StatisticalVariable",
            "name": _text(edition, given.title),
            "description": _text(edition, given.scope),
        }
    )


def source(edition: EditionContext, given: Source) -> Node:
    """An Article, with what it was made from."""
    return cleaned(
        {
            "@id": edition.addresses.of("source", given.id),
            "@type": SOURCE_TYPES.get(given.genre, "Article"),
            "headline": title(given, edition.first),
            "publisher": _named(edition, given.publisher),
            "sourceOrganization": _named(edition, given.agency),
            "author": [{"@type": "Person", "name": name} for name in given.authors],
            "datePublished": _day(given.published),
            "inLanguage": given.language,
            "url": given.url,
            "archivedAt": given.archive_url,
            **_made_from(edition, given),
        }
    )


def _made_from(edition: EditionContext, given: Source) -> Node:
    """The lineage: PROV's derivation, and schema.org's words for copies and translations."""
    made = given.made_from
    if made is None:
        return {}
    origin = edition.corpus.origins[edition.corpus.origin_of[given.id]]
    if made.source:
        parent = reference(edition.addresses.of("source", made.source))
    else:
        parent = {
            "@id": edition.addresses.file(f"sources/#{anchor_of(origin.id)}"),
            "@type": "Article",
            "sourceOrganization": _named(edition, made.agency),
        }
    kind = "translationOfWork" if made.how == "translation" else "isBasedOn"
    return {"prov:wasDerivedFrom": parent, kind: reference(parent["@id"])}


def _named(edition: EditionContext, name: str | None) -> Node | None:
    """An actor where there is one of that name, else an organisation of which only the name is known."""
    if name is None:
        return None
    known = edition.corpus.actor_by_name.get(name)
    return reference(edition.addresses.of("actor", known)) if known else {"@type": "Organization", "name": name}


def _text(edition: EditionContext, words: Words | None) -> str:
    return "" if words is None else plain(edition.corpus, words, edition.language, edition.first)[0]


def _day(moment: Moment | None) -> str | None:
    return moment.date_text if moment else None


def _elsewhere(name: str) -> str:
    collection, _, key = name.partition(":")
    if collection == "wikidata":
        return f"http://www.wikidata.org/entity/{percent(key)}"
    return f"urn:{collection}:{percent(key)}"

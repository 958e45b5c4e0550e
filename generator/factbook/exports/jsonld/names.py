"""Linked data: the names that it is written with: schema.org, PROV for lineage, Web Annotation for quotes.

The context is written into each document rather than fetched: nothing that reads the data asks another site.
"""

from __future__ import annotations

from typing import Any

Node = dict[str, Any]

CONTEXT: Node = {
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "url": {"@type": "@id"},
    "sameAs": {"@type": "@id"},
    "archivedAt": {"@type": "@id"},
    "license": {"@type": "@id"},
    "datePublished": {"@type": "Date"},
    "dateCreated": {"@type": "Date"},
    "dateModified": {"@type": "Date"},
}
"""https://schema.org, https://www.w3.org/TR/prov-o/, https://www.w3.org/TR/annotation-model/"""

ACTOR_TYPES = {
    "person": "Person",
    "state": "Country",
    "organisation": "Organization",
    "company": "Corporation",
    "party": "Organization",
    "court": "GovernmentOrganization",
    "armed-force": "Organization",
    "media": ["Organization", "NewsMediaOrganization"],
    "group": "Organization",
    "place": "Place",
    "thing": "Thing",
}
SOURCE_TYPES: dict[str, str | list[str]] = {
    "article": ["Article", "NewsArticle"],
    "press-release": "Article",
    "report": ["Article", "Report"],
    "book": "Book",
    "law": "Legislation",
    "court-decision": "Legislation",
    "dataset": "Dataset",
    "transcript": "Article",
    "interview": ["Article", "NewsArticle"],
    "editorial": ["Article", "OpinionNewsArticle"],
    "video": "VideoObject",
    "audio": "AudioObject",
    "post": "SocialMediaPosting",
    "page": "WebPage",
}


def reference(address: str) -> Node:
    """A thing that is described elsewhere."""
    return {"@id": address}


def cleaned(node: Node) -> Node:
    """The node without what is empty; no value of a node is a number or a truth."""
    return {key: value for key, value in node.items() if value}

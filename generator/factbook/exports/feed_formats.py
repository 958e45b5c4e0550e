"""Exports: the forms of a feed: Atom (RFC 4287) and JSON Feed 1.1 (https://jsonfeed.org/version/1.1)."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from factbook.exports.json_files import dumped
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from typing import Any

_HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">\n'
    "<id>{id}</id>\n<title>{title}</title>\n<updated>{updated}</updated>\n<author><name>{author}</name></author>\n"
    '<link rel="self" type="application/atom+xml" href="{own}"/>\n'
    '<link rel="alternate" type="text/html" href="{page}"/>\n'
    "<generator>Factbook</generator>\n"
)
_RIGHTS = "<rights>{licence}</rights>\n"
_ENTRY = (
    '<entry>\n<id>{id}</id>\n<title>{title}</title>\n<link rel="alternate" type="text/html" href="{page}"/>\n'
    '<published>{on}</published>\n<updated>{on}</updated>\n<category term="{kind}"/>\n'
    '<content type="text">{content}</content>\n</entry>\n'
)
_NEVER = "1970-01-01T00:00:00Z"
"""Atom asks for a time; a site none of whose facts has one gets this."""


@frozen
class FeedEntry:
    """One change of one fact."""

    id: str
    title: str
    page: str
    """Address of the fact's page."""
    on: str
    """When it happened, as RFC 3339 has it."""
    kind: str
    """added | corrected | superseded | retracted"""
    content: str


@frozen
class Feed:
    """What changed, newest first."""

    language: str
    id: str
    title: str
    author: str
    licence: str
    """Name and address of that of the content; empty without one."""
    folder: str | None
    """Address of the page beside which it stands; None where the site's is not known."""
    entries: tuple[FeedEntry, ...]


def atom(feed: Feed, file: str) -> bytes:
    """As Atom, in a file of that name."""
    head = _filled(
        _HEAD,
        language=feed.language,
        id=feed.id,
        title=feed.title,
        updated=feed.entries[0].on if feed.entries else _NEVER,
        author=feed.author,
        own=f"{feed.folder or ''}{file}",
        page=feed.folder or "./",
    )
    entries = (
        _filled(_ENTRY, id=one.id, title=one.title, page=one.page, on=one.on, kind=one.kind, content=one.content)
        for one in feed.entries
    )
    rights = _filled(_RIGHTS, licence=feed.licence) if feed.licence else ""
    return (head + rights + "".join(entries) + "</feed>\n").encode()


def json_feed(feed: Feed, file: str) -> bytes:
    """As JSON Feed, in a file of that name. Addresses are whole in it, or left out."""
    known = feed.folder is not None
    head: dict[str, Any] = {"version": "https://jsonfeed.org/version/1.1", "title": feed.title}
    if known:
        head |= {"home_page_url": feed.folder, "feed_url": f"{feed.folder}{file}"}
    items = [
        {
            "id": one.id,
            **({"url": one.page} if known else {}),
            "title": one.title,
            "content_text": one.content,
            "date_published": one.on,
            "tags": [one.kind],
        }
        for one in feed.entries
    ]
    return dumped({**head, "language": feed.language, "authors": [{"name": feed.author}], "items": items}) + b"\n"


def _filled(template: str, **values: str) -> str:
    return template.format(**{name: escape(value) for name, value in values.items()})

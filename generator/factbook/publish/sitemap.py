"""Host: the map of the site for search engines, dated by the content and never by the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import escape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.config.settings import Settings
    from factbook.site.artifacts import Body, Edition

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(url: str, editions: Sequence[Edition]) -> bytes:
    """Every page of every edition, with the date from its own content and its address in other languages."""
    twins = _twins(url, editions)
    entries = (_entry(url + edition.prefix, body, twins) for edition in editions for body in edition.bodies)
    return (_HEAD + "".join(entries) + "</urlset>\n").encode("utf-8")


def robots(settings: Settings) -> bytes:
    """Everybody may read everything."""
    lines = ["User-agent: *", "Allow: /"]
    if settings.url:
        lines.append(f"Sitemap: {settings.url}sitemap.xml")
    return ("\n".join(lines) + "\n").encode("utf-8")


def _twins(url: str, editions: Sequence[Edition]) -> dict[str, str]:
    """For each path, the links to all languages in which it is there; nothing when there is only one."""
    links: dict[str, list[str]] = {}
    for edition in editions if len(editions) > 1 else ():
        for body in edition.bodies:
            address = escape(url + edition.prefix + quote(body.path))
            link = f'<xhtml:link rel="alternate" hreflang="{escape(edition.language)}" href="{address}"/>'
            links.setdefault(body.path, []).append(link)
    return {path: "".join(found) for path, found in links.items() if len(found) > 1}


def _entry(root: str, body: Body, twins: dict[str, str]) -> str:
    date = f"<lastmod>{body.updated.isoformat()}</lastmod>" if body.updated else ""
    return f"<url><loc>{escape(root + quote(body.path))}</loc>{date}{twins.get(body.path, '')}</url>\n"

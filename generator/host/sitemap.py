"""Host: the map of the site for search engines, dated by the content and never by the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import escape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.bodies import Body, Edition
    from generator.settings import Settings

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def sitemap(url: str, editions: Sequence[Edition]) -> bytes:
    """Every page of every edition, with the date from its own content where it has one."""
    entries = (_entry(url + edition.prefix, body) for edition in editions for body in edition.bodies)
    return (_HEAD + "".join(entries) + "</urlset>\n").encode("utf-8")


def robots(settings: Settings) -> bytes:
    """Everybody may read everything."""
    lines = ["User-agent: *", "Allow: /"]
    if settings.url:
        lines.append(f"Sitemap: {settings.url}sitemap.xml")
    return ("\n".join(lines) + "\n").encode("utf-8")


def _entry(root: str, body: Body) -> str:
    date = f"<lastmod>{body.updated.isoformat()}</lastmod>" if body.updated else ""
    return f"<url><loc>{escape(root + quote(body.path))}</loc>{date}</url>\n"

"""Publish: the lists of all pages, for search engines and for programs, dated by the content alone."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import escape

from factbook.exports.markdown.llms_txt import llms
from factbook.publish import host_headers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from factbook.config.settings import Settings
    from factbook.publish.page_list import PageList

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def lists(settings: Settings, listed: PageList) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the map of the site, each edition's `llms.txt` and the host's headers, as far as wanted."""
    if "llms" in settings.outputs:
        for prefix, language in listed.languages().items():
            yield f"{prefix}llms.txt", llms(listed.listed[prefix], settings, language).encode()
    if settings.url:
        yield "sitemap.xml", sitemap(settings.url, listed)
    if "headers" in settings.outputs:
        yield host_headers.NAME, host_headers.host_headers(listed)


def sitemap(url: str, listed: PageList) -> bytes:
    """Every page of every edition, with the date from its own content and its address in other languages."""
    twins = _twins(url, listed)
    pages = ((prefix, path, day) for prefix, found in listed.pages.items() for path, day in found)
    entries = (_entry(url + prefix, path, day, twins) for prefix, path, day in pages)
    return (_HEAD + "".join(entries) + "</urlset>\n").encode("utf-8")


def robots(settings: Settings) -> bytes:
    """Everybody may read everything."""
    lines = ["User-agent: *", "Allow: /"]
    if settings.url:
        lines.append(f"Sitemap: {settings.url}sitemap.xml")
    return ("\n".join(lines) + "\n").encode("utf-8")


def _twins(url: str, listed: PageList) -> dict[str, str]:
    """For each path, the links to all languages in which it is there; nothing when there is only one."""
    links: dict[str, list[str]] = {}
    languages = listed.languages()
    for prefix, language in languages.items() if len(languages) > 1 else ():
        for path, _ in listed.pages[prefix]:
            address = escape(url + prefix + quote(path))
            link = f'<xhtml:link rel="alternate" hreflang="{escape(language)}" href="{address}"/>'
            links.setdefault(path, []).append(link)
    return {path: "".join(found) for path, found in links.items() if len(found) > 1}


def _entry(root: str, path: str, day: date | None, twins: dict[str, str]) -> str:
    date = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
    return f"<url><loc>{escape(root + quote(path))}</loc>{date}{twins.get(path, '')}</url>\n"

"""Host: hand-written pages as Markdown again, for the files beside the pages and for the way out of this host."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from factbook.site.articles.links import target_of
from factbook.site.articles.load import in_edition, read_all
from factbook.site.articles.view import WrittenText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.site.articles.load import WrittenPage

_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)>?")
_HTML = re.compile(r"<(?!(?:https?://|mailto:)[^\s<>]+>)")
_OUTSIDE = frozenset(("http", "https", "mailto"))


def texts(settings: Settings, language: str) -> Iterator[WrittenText]:
    """The hand-written pages of an edition, in their order. What is wrong with them is told by the build."""
    pages, _ = read_all(settings)
    for page in in_edition(pages, language, settings.languages[0]):
        yield WrittenText(page.address, page.title, page.front.description or "", _text(page))


def _text(page: WrittenPage) -> str:
    body = _LINK.sub(lambda found: f"]({_followed(found[1], page.address)}", page.prose.source)
    body = _HTML.sub("&lt;", body).strip("\n") + "\n"
    return body if page.prose.title else f"# {page.title.replace('<', '‹').replace('>', '›')}\n\n{body}"


def _followed(href: str, page: str) -> str:
    """Where a link leads among the Markdown files, as `factbook.site.articles.links` follows it among the pages."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return "#"
    if parts.scheme or parts.netloc:
        return href if parts.scheme.lower() in _OUTSIDE else "#"
    anchor = f"#{parts.fragment}" if parts.fragment else ""
    if not parts.path:
        return anchor
    target = target_of(unquote(parts.path), page)
    file = f"{target}index.md" if not target or target.endswith("/") else target
    return posixpath.relpath(f"/{file}", f"/{page}") + anchor

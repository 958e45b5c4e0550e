"""Host: hand-written pages as Markdown again, for the files beside the pages and for the way out of this host."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from factbook.site.articles.links import target_of
from factbook.site.articles.load import in_edition, read_all
from factbook.site.articles.markdown_syntax import CITED
from factbook.site.articles.view import WrittenText
from factbook.site.markdown_escape import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.site.articles.load import WrittenPage
    from factbook.site.fragments import Fragments
    from factbook.site.texts import Texts

_MARKUP = re.compile(
    r"(?P<code>(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`))"
    r"|\]\(\s*<?(?P<href>[^)\s>]+)>?"
    r"|(?P<mark> *\[\^[^\[\]\s]{1,200}\])"
    r"|\[\[(?P<id>[^\[\]|]{1,200})(?:\\?\|(?P<words>[^\[\]]{1,400}))?\]\]"
)
"""What leads elsewhere among Markdown files; code on one line stays as it is."""
_HTML = re.compile(r"<(?!(?:https?://|mailto:)[^\s<>]+>)")
_OUTSIDE = frozenset(("http", "https", "mailto"))


def texts(settings: Settings, made: Fragments) -> Iterator[WrittenText]:
    """The hand-written pages of an edition, in their order. What is wrong with them is told by the build."""
    pages, _ = read_all(settings)
    prefix = "" if made.language == settings.languages[0] else f"{made.language}/"
    for page in in_edition(pages, made.language, settings.languages[0]):
        yield WrittenText(page.address, page.title, page.front.description or "", _text(page, made.texts, prefix))


def _text(page: WrittenPage, texts: Texts, prefix: str) -> str:
    marks = frozenset(f"[^{name}]" for kind, name, _ in page.prose.names if kind == CITED)

    def one(found: re.Match[str]) -> str:
        if found["href"]:
            return f"]({_followed(found['href'], page.address, prefix)}"
        if found["mark"]:
            return "" if found["mark"].strip() in marks else found[0]
        if found["id"]:
            return _named(found, page, texts)
        return found[0]

    body = _HTML.sub("&lt;", _MARKUP.sub(one, page.prose.source)).strip("\n") + "\n"
    return body if page.prose.title else f"# {page.title.replace('<', '‹').replace('>', '›')}\n\n{body}"


def _named(found: re.Match[str], page: WrittenPage, texts: Texts) -> str:
    """A name as a link to its Markdown file."""
    name = found["id"].strip()
    path, words = texts.path_of(name), escaped(found["words"] or texts.named(name, page.language))
    return f"[{words}]({posixpath.relpath(f'/{path}index.md', f'/{page.address}')})" if path else words


def _followed(href: str, page: str, prefix: str) -> str:
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
    if target.startswith("media/"):  # which stands once, for all editions
        return posixpath.relpath(f"/{target}", f"/{prefix}{page}")
    file = f"{target}index.md" if not target or target.endswith("/") else target
    return posixpath.relpath(f"/{file}", f"/{page}") + anchor

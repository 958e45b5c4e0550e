"""Host: follows the links of hand-written pages to pages, anchors and files of the site."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from factbook.content.schema.url_form import url
from factbook.diagnostics.suggest import did_you_mean
from factbook.runtime.frozen import frozen
from factbook.site.articles.markdown_to_html import Followed, Link

if TYPE_CHECKING:
    from collections.abc import Mapping

Anchors = Callable[[], frozenset[str]]
_OUTSIDE = ("http", "https", "mailto")


@frozen
class SiteMap:
    """What one edition has to link to."""

    pages: Mapping[str, Anchors]
    """What gives the anchors of each page, by its path in the edition: asked only of pages that a link goes into."""
    files: frozenset[str]
    """Paths of other files, from the site's root."""
    prefix: str
    """Path of the edition under the site's root."""
    size: Callable[[str], tuple[int, int] | None]
    """Width and height of the picture at a path, where there is one."""

    def follow(self, link: Link, page: str) -> Followed:
        """Where a link on `page` leads.

        `method.md` is another hand-written page; `/actors/` is an address from the edition's root (printed as
        a relative one, so that the site may stand anywhere); anything else is relative to the page's address.
        """
        try:
            parts = urlsplit(link.href)
        except ValueError:
            return Followed("", f"'{link.href}' is not an address")
        if parts.scheme or parts.netloc:
            return _outside(link, parts.scheme)
        if not parts.path:
            return self._anchor(link.href, page, parts.fragment, lambda: link.own_anchors)
        target = target_of(unquote(parts.path), page)
        if target in self.pages or f"{target}/" in self.pages:
            target = target if target in self.pages else f"{target}/"
            href = urlunsplit(("", "", self._relative(self.prefix + target, page), parts.query, parts.fragment))
            return self._anchor(href, target, parts.fragment, self.pages[target])
        if target in self.files:
            return Followed(self._relative(target, page), size=self.size(target) if link.is_picture else None)
        if f"{target.rstrip('/')}/index.html" in self.files:  # the address of a redirect
            return Followed(self._relative(target.rstrip("/") + "/", page))
        return self._nowhere(target, parts.path)

    def _anchor(self, href: str, page: str, anchor: str, anchors_of: Anchors) -> Followed:
        name = unquote(anchor)
        anchors = anchors_of() if name else frozenset()
        if not name or name in anchors:
            return Followed(href)
        close = tuple(f"Did you mean '#{other}'?" for other in did_you_mean(name, anchors))
        return Followed(href, f"The page '/{page}' has no place named '#{name}'", close)

    def _relative(self, target: str, page: str) -> str:
        here = posixpath.dirname(self.prefix + page) or "."
        return quote(posixpath.relpath(target or ".", here)) + ("/" if target.endswith("/") or not target else "")

    def _nowhere(self, target: str, typed: str) -> Followed:
        close = did_you_mean(target.strip("/"), {path.strip("/"): None for path in (*self.pages, *self.files)})
        names = (f"/{name}/" if f"{name}/" in self.pages else f"/{name}" for name in close)
        help_ = tuple(f"Did you mean '{name}'?" for name in names)
        return Followed("", f"The link '{typed}' leads to no page or file of this site", help_)


def _outside(link: Link, scheme: str) -> Followed:
    if link.is_picture:
        help_ = ("Link to the page that shows it instead.",)
        return Followed("", f"The picture '{link.href}' would be fetched from another site", help_)
    if scheme.lower() not in _OUTSIDE:
        what = f"begins with '{scheme}:'" if scheme else "does not say which protocol it means"
        return Followed("", f"The link '{link.href}' {what}", ("Links outside begin with https:, http: or mailto:.",))
    wrong = url(link.href) if scheme.lower() != "mailto" else ""
    return Followed("" if wrong else link.href, wrong or None)


def target_of(path: str, page: str) -> str:
    """Where a link's path on `page` leads, from the edition's root: a page's address, or a file's path."""
    if path.endswith(".md"):
        path = path.removesuffix(".md")
        source = "/" + posixpath.dirname(page.rstrip("/"))
        joined = posixpath.normpath(posixpath.join(source, path)).lstrip("/")
        return "" if joined == "index" else joined.removesuffix("/index") + "/"
    joined = posixpath.normpath(posixpath.join("/", page, path)).lstrip("/")
    return joined + "/" if joined and path.endswith("/") else joined

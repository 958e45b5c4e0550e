"""Host: a finished body as MkDocs sees it: a file that exists nowhere, and a page that needs no rendering."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from markupsafe import Markup, escape
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from factbook.site.artifacts import Body, TocEntry


_FOLLOWED = frozenset({"topic", "actor"})
"""Kinds of pages with a feed of their own."""


@frozen
class Leaf:
    """What the theme may print of a page, text escaped because the theme prints it raw.

    A page of MkDocs has these values too (`BodyPage`); alone they are enough to fill a shell.
    """

    url: str
    title: Markup
    content: str
    meta: dict[str, Any]
    """What the theme reads of a page's front matter."""
    toc: list[AnchorLink]
    canonical_url: str | None
    picture: str | None
    """Address of the picture that a link to the page shows where it is shared."""
    pictured: Markup
    """What that picture is of: this page, else the site."""
    edit_url: str | None
    """Address of the page's file in the repository."""
    update_date: str
    twins: tuple[str, ...]
    """Languages of the editions that have a page at the same path; none when there is one edition."""
    feed: str
    """Address of the page's own feed, from the page; empty for pages without one."""


class BodyPage(Page):
    """A page whose content is finished, so that Python-Markdown never runs on it."""

    picture: str | None
    pictured: Markup
    twins: tuple[str, ...]
    feed: str

    def __init__(self, body: Body, leaf: Leaf, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self.become(body, leaf)

    def become(self, body: Body, leaf: Leaf) -> None:
        """Stand for another body at the same place in the site."""
        self.body, self.leaf = body, leaf
        for name in ("title", "meta", "canonical_url", "picture", "pictured"):
            setattr(self, name, getattr(leaf, name))
        for name in ("edit_url", "update_date", "twins", "feed"):
            setattr(self, name, getattr(leaf, name))

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = self.leaf.content
        self.toc = TableOfContents(self.leaf.toc)


def leaf_maker(config: MkDocsConfig, twins: Callable[[Body], tuple[str, ...]]) -> Callable[[Body], Leaf]:
    """A function from a body to what the theme may print of it."""
    edit_base: str | None = config.extra.get("edit_base")
    root: str | None = config.site_url
    preview_of: Callable[[str], str | None] = config.extra.get("preview_of", lambda path: None)

    def leaf_of(body: Body) -> Leaf:
        url = quote(body.path)
        picture = preview_of(body.path)
        return Leaf(
            url=url,
            title=escape(body.title),
            content=body.html,
            meta=_meta(body),
            toc=anchor_links(body.toc),
            canonical_url=root + url if root else None,
            picture=root + quote(picture) if root and picture else None,
            pictured=escape(body.title if picture != preview_of("") else config.site_name),
            edit_url=str(escape(edit_base + body.edit_path)) if edit_base and body.edit_path else None,
            update_date=body.updated.isoformat() if body.updated else "",
            twins=twins(body),
            feed="feed.xml" if body.kind in _FOLLOWED else "",
        )

    return leaf_of


def page_of(body: Body, leaf: Leaf, config: MkDocsConfig) -> BodyPage:
    """The body as a page of MkDocs; its file (`page.file`) exists nowhere."""
    in_nav = InclusionLevel.INCLUDED if body.in_navigation else InclusionLevel.NOT_IN_NAV
    file = File(source_path(body), None, config.site_dir, config.use_directory_urls, inclusion=in_nav)
    return BodyPage(body, leaf, file, config)


def source_path(body: Body) -> str:
    """Where the page's Markdown would stand if it had any."""
    return f"{body.path}index.md"


def anchor_links(entries: tuple[TocEntry, ...]) -> list[AnchorLink]:
    """The table of contents in MkDocs' own type."""
    links = []
    for entry in entries:
        link = AnchorLink(str(escape(entry.title)), str(escape(entry.id)), entry.level)
        link.children = anchor_links(entry.children)
        links.append(link)
    return links


def _meta(body: Body) -> dict[str, Any]:
    meta: dict[str, Any] = {}
    if body.description:
        meta["description"] = escape(body.description)
    if body.hide:
        meta["hide"] = tuple(sorted(body.hide))
    return meta

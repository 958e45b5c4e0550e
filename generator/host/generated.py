"""Host: a finished body as MkDocs sees it: a generated file and a page that needs no rendering."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import escape
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from generator.bodies import Body, TocEntry


class BodyPage(Page):
    """A page whose content is finished, so that Python-Markdown never runs on it."""

    twins: tuple[str, ...]
    """Languages of the other editions that have a page at the same path."""

    def __init__(self, body: Body, file: File, config: MkDocsConfig, twins: tuple[str, ...]) -> None:
        self.body = body
        self.twins = twins
        super().__init__(None, file, config)
        self.title = escape(body.title)
        self.meta = meta_of(body)
        self.edit_url = edit_url(body, config.extra.get("edit_base"))
        self.update_date = body.updated.isoformat() if body.updated else ""

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = self.body.html
        self.toc = TableOfContents(anchor_links(self.body.toc))
        self.present_anchor_ids = set(self.body.anchors)


def page_of(body: Body, config: MkDocsConfig, twins: tuple[str, ...] = ()) -> BodyPage:
    """The body as a page of MkDocs, with its generated file (`page.file`)."""
    in_nav = InclusionLevel.INCLUDED if body.in_navigation else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, source_path(body), content="", inclusion=in_nav)
    return BodyPage(body, file, config, twins)


def source_path(body: Body) -> str:
    """Where the page's Markdown would stand if it had any."""
    return f"{body.path}index.md"


def meta_of(body: Body) -> dict[str, Any]:
    """What the theme reads of a page's front matter, escaped because the theme prints it raw.

    Material's search must not parse the page: its entries come with the body.
    """
    meta: dict[str, Any] = {"search": {"exclude": True}}
    if body.description:
        meta["description"] = escape(body.description)
    if body.hide:
        meta["hide"] = tuple(sorted(body.hide))
    return meta


def edit_url(body: Body, edit_base: str | None) -> str | None:
    """Address of the page's file in the repository."""
    return str(escape(edit_base + body.edit_path)) if edit_base and body.edit_path else None


def anchor_links(entries: tuple[TocEntry, ...]) -> list[AnchorLink]:
    """The table of contents in MkDocs' own type, titles escaped because the theme prints them raw."""
    links = []
    for entry in entries:
        link = AnchorLink(title=escape(entry.title), id=str(escape(entry.id)), level=entry.level)
        link.children = anchor_links(entry.children)
        links.append(link)
    return links



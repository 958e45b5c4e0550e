"""Theme: puts finished pages into the theme's page, which is rendered once per kind of page and split at our slots.

What the theme prints around a page depends on few things: the open tab, how deep the page lies, which of its links
there are. For each such kind the theme is rendered once with slots in place of the page's own strings; every page of
that kind is its strings between the same pieces. `ordinary` renders a page whole, as a test compares.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from markupsafe import Markup, escape
from mkdocs.commands.build import get_context

from factbook.runtime.frozen import frozen
from factbook.site.untranslated import spans
from factbook.site.urls import ROOT, to_root
from factbook.theme.mkdocs_log import undated

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as SectionPage

    from factbook.site.page import Page

_SLOT = re.compile("\1([a-z_]+)\1")
_STRINGS = (
    "kind",
    "id",
    "title",
    "description",
    "content",
    "address",
    "canonical_url",
    "picture",
    "pictured",
    "edit_url",
    "add_url",
)
"""The strings of a page that the theme prints, each finished HTML."""


@frozen
class ShellKind:
    """All that the theme's page depends on besides the strings of the page."""

    section: str
    depth: int
    home: bool
    described: bool
    pictured: bool
    editable: bool
    feed: bool
    markdown: bool
    twins: tuple[str, ...]
    """Languages in which there is a page at the same path."""


class Leaf:
    """A page as the theme's templates see it."""

    previous_page = next_page = parent = None
    ancestors = toc = ()

    def __init__(self, kind: ShellKind, url: str, strings: Mapping[str, str]) -> None:
        self.url, self.is_homepage, self.feed, self.markdown, self.twins = (
            url,
            kind.home,
            kind.feed,
            kind.markdown,
            kind.twins,
        )
        self.meta: dict[str, Any] = {"hide": ("navigation", "toc")}
        for name, value in strings.items():
            setattr(self, name, Markup(value))  # finished HTML: see `_strings`
        for name, there in (("description", kind.described), ("picture", kind.pictured), ("edit_url", kind.editable)):
            if not there:
                setattr(self, name, "")


class Shells:
    """The theme's pages of one edition."""

    def __init__(
        self,
        env: jinja2.Environment,
        config: MkDocsConfig,
        nav: Navigation,
        tabs: Mapping[str, SectionPage],
        twins: Callable[[str], tuple[str, ...]],
    ) -> None:
        """`tabs` are MkDocs' pages of the sections; `twins` gives the languages that have a page at a path."""
        self._env, self._config, self._nav, self._tabs, self._twins = env, config, nav, tabs, twins
        self._pieces: dict[ShellKind, list[str]] = {}

    def fill(self, page: Page, data: str = "") -> str:
        """The page, whole, with `data` behind its own HTML."""
        kind, strings = self._kind(page), self._strings(page, data)
        if kind not in self._pieces:
            slots = {name: f"\1{name}\1" for name in _STRINGS}
            self._pieces[kind] = _SLOT.split(self._rendered(kind, slots))
        pieces = self._pieces[kind].copy()
        pieces[1::2] = map(strings.__getitem__, pieces[1::2])
        return "".join(pieces)

    def ordinary(self, page: Page, data: str = "") -> str:
        """The same by rendering the theme for this page alone."""
        return self._rendered(self._kind(page), self._strings(page, data))

    def _rendered(self, kind: ShellKind, strings: Mapping[str, str]) -> str:
        leaf = Leaf(kind, "x/" * kind.depth, strings)
        tab = self._tabs.get(kind.section)
        with undated():
            context = dict(get_context(self._nav, (), self._config, leaf))  # type: ignore[arg-type]  # all that it reads
        context["open_section"] = tab
        if tab is not None:
            tab.active = True
        try:
            return spans(self._env.get_template("main.html").render(context))
        finally:
            if tab is not None:
                tab.active = False

    def _kind(self, page: Page) -> ShellKind:
        extra = self._config.extra
        return ShellKind(
            section=page.section,
            depth=page.path.count("/"),
            home=page.path == "",
            described=bool(page.description),
            pictured=self._picture(page) is not None,
            editable=bool(extra.get("edit_base") and page.edit_path),
            feed=page.feed,
            markdown=page.markdown,
            twins=self._twins(page.path),
        )

    def _strings(self, page: Page, data: str) -> dict[str, str]:
        root, extra = self._config.site_url, self._config.extra
        picture = self._picture(page)
        own = picture != extra["preview_of"]("")
        return {
            "kind": page.kind,
            "id": escape(page.id),
            "title": escape(page.title),
            "description": escape(page.description),
            "content": f"{page.html}{data}".replace(ROOT, to_root(page.path)),
            "address": page.address,
            "canonical_url": f"{root}{page.address}" if root else "",
            "picture": f"{root}{quote(picture)}" if root and picture else "",
            "pictured": escape(page.title) if own else self._config.site_name,
            "edit_url": escape(f"{extra.get('edit_base', '')}{page.edit_path or ''}"),
            "add_url": escape(extra["new_fact"](page.kind, page.id)) if "new_fact" in extra else "",
        }

    def _picture(self, page: Page) -> str | None:
        found: str | None = self._config.extra["preview_of"](page.picture_of or page.path)
        return found

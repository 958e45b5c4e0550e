"""Host: prints single pages: a body in, the bytes of its page out, by a filled shell or the ordinary render.

What a page becomes depends on its body alone, so pages may be printed in any order, in several processes,
or when a reader asks for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import get_context

from factbook.theme.mkdocs_page import BodyPage, leaf_maker, page_of
from factbook.theme.mkdocs_plugin import hang
from factbook.theme.shell_environment import WatchfulEnvironment
from factbook.theme.shell_templates import ItemShells, Shells

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig

    from factbook.site.artifacts import Body
    from factbook.theme.mkdocs_page import Leaf
    from factbook.theme.mkdocs_plugin import BodiesPlugin


class Press:
    """Prints the pages of one edition, after MkDocs has prepared its navigation and theme."""

    def __init__(self, config: MkDocsConfig, plugin: BodiesPlugin) -> None:
        self._config, self._plugin = config, plugin
        self._in_navigation = {page.url: page for page in plugin.nav.pages if isinstance(page, BodyPage)}
        self._shells: dict[tuple[str, str | None], Shells] = {}
        self._watchful: WatchfulEnvironment | None = None

    def page(self, body: Body) -> bytes:
        """The page of `body`, whole."""
        leaf = self._plugin.leaf_of(body)
        if body.in_navigation:
            text = self._ordinary(body, leaf)
        else:
            text = self._shells_of(body).render(
                leaf, lambda: self._ordinary(body, leaf), lambda: self._context(body, leaf)
            )
        return text.encode("utf-8", errors="xmlcharrefreplace")

    def take(self, twins: Callable[[Body], tuple[str, ...]]) -> None:
        """Go on with other bodies of the same edition, whose tree of navigation is the same."""
        self._plugin.leaf_of = leaf_maker(self._config, twins)

    @property
    def refusals(self) -> dict[str, str]:
        """Folders whose pages cannot be filled, with the reason."""
        return {folder: shells.refused for (folder, _), shells in self._shells.items() if shells.refused}

    def _shells_of(self, body: Body) -> Shells:
        """One set for each folder and section: links and the active tab are the same for all pages in it."""
        key = body.path.rstrip("/").rpartition("/")[0], body.section
        if key not in self._shells:
            self._watchful = self._watchful or WatchfulEnvironment(self._plugin.env)
            items = ItemShells(self._plugin.env, self._watchful)
            self._shells[key] = Shells(self._plugin.env, self._watchful, items)
        return self._shells[key]

    def _ordinary(self, body: Body, leaf: Leaf) -> str:
        context = self._context(body, leaf)
        page = context["page"]
        page.active = True
        try:
            return self._plugin.env.get_template("main.html").render(context)
        finally:
            page.active = False

    def _context(self, body: Body, leaf: Leaf) -> dict[str, Any]:
        config, nav = self._config, self._plugin.nav
        page = self._in_navigation.get(leaf.url)
        if page is None:
            page = page_of(body, leaf, config)
            hang(page, self._plugin.parents)
        page.become(body, leaf)
        page.read_source(config)
        page.render(config, self._plugin.files)
        context = get_context(nav, (), config, page)
        return dict(config.plugins.on_page_context(context, page=page, config=config, nav=nav))

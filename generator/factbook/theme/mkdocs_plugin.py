"""Host: the plugin through which bodies enter MkDocs and the theme's environment comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin

from factbook.theme import csp as policy
from factbook.theme.mkdocs_page import BodyPage, leaf_maker, page_of

if TYPE_CHECKING:
    from collections.abc import Callable

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from factbook.site.artifacts import Body
    from factbook.theme.mkdocs_page import Leaf


class NoOptions(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves a hook untyped
    """The plugin is made in memory and takes no configuration."""


class BodiesPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]  # as above
    """Gives MkDocs the pages of one edition, and remembers what is needed to render more of them."""

    env: jinja2.Environment
    nav: Navigation
    files: Files
    parents: dict[str, BodyPage]
    """The page that stands for each section in the tree."""
    leaf_of: Callable[[Body], Leaf]
    """What the theme may print of a body."""

    def __init__(
        self, bodies: tuple[Body, ...], *, twins: Callable[[Body], tuple[str, ...]], printed: bool = False
    ) -> None:
        """`bodies` go through MkDocs' own loops, up to its printing of pages unless they shall be `printed` too."""
        super().__init__()
        self._bodies = bodies
        self._twins = twins
        self._printed = printed

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        self.leaf_of = leaf_maker(config, self._twins)
        for body in self._bodies:
            files.append(page_of(body, self.leaf_of(body), config).file)
        return files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Pages outside the tree hang below the page that stands for their section there."""
        self.parents = section_pages(nav)
        for file in files.documentation_pages():
            page = file.page
            if isinstance(page, BodyPage) and not page.body.in_navigation:
                hang(page, self.parents)
        self.nav = nav
        return nav

    def on_page_context(self, context: Any, /, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        """The theme is not offered the list of all pages: it would hold only those that MkDocs has seen."""
        context["pages"] = ()
        return context

    def on_env(self, env: jinja2.Environment, /, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        env.globals["content_policy"] = policy.policy_of(env, config)
        self.env, self.files = env, files
        for file in () if self._printed else files.documentation_pages():
            files.remove(file)
        return env


def section_pages(nav: Navigation) -> dict[str, BodyPage]:
    """The page that stands for each section: the first of it in the tree."""
    found: dict[str, BodyPage] = {}
    for page in nav.pages:
        if isinstance(page, BodyPage) and page.body.section:
            found.setdefault(page.body.section, page)
    return found


def hang(page: BodyPage, parents: dict[str, BodyPage]) -> None:
    """Put a page below the one that stands for its section, so that the section's tab is the active one."""
    page.parent = parents.get(page.body.section or "")  # type: ignore[assignment]  # any item with `active` will do

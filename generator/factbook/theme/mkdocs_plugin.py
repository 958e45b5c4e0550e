"""Theme: the plugin through which the tabs enter MkDocs, and the theme's environment comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape
from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from factbook.theme import csp

if TYPE_CHECKING:
    from collections.abc import Sequence

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

Tab = tuple[str, str, str]
"""Section, path and name of a tab."""


class NoOptions(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves a hook untyped
    """The plugin is made in memory and takes no configuration."""


class SectionPage(Page):
    """The page of a tab, of which MkDocs needs only address and title."""

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""


class TabsPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]  # as above
    """Gives MkDocs the tree of navigation of one edition, and keeps what is needed to render pages in the theme."""

    env: jinja2.Environment
    nav: Navigation

    def __init__(self, tabs: Sequence[Tab]) -> None:
        super().__init__()
        self._tabs = tabs
        self.pages: dict[str, SectionPage] = {}
        """The page of each tab, by its section."""

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        for section, path, name in self._tabs:
            file = File(f"{path}index.md", None, config.site_dir, config.use_directory_urls)
            file.inclusion = InclusionLevel.INCLUDED
            self.pages[section] = SectionPage(str(escape(name)), file, config)
            files.append(file)
        return files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        self.nav = nav
        return nav

    def on_env(self, env: jinja2.Environment, /, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """MkDocs itself shall print nothing but 404.html."""
        env.globals["content_policy"] = csp.policy_of(env, config)
        self.env = env
        for file in list(files.documentation_pages()):
            files.remove(file)
        return env

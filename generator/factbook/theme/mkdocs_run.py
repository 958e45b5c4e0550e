"""Theme: one edition through MkDocs: its tree of navigation, its page for addresses without one, its shells."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import build as run_mkdocs

from factbook.runtime.frozen import frozen
from factbook.site.i18n import wording
from factbook.site.sections import sections
from factbook.site.untranslated import spans
from factbook.theme.assets_manifest import loaded_assets
from factbook.theme.light_pages import LightPages
from factbook.theme.mkdocs_config import configuration
from factbook.theme.mkdocs_log import quiet
from factbook.theme.mkdocs_plugin import TabsPlugin
from factbook.theme.shells import Shells

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factbook.config.settings import Settings
    from factbook.diagnostics.types import Diagnostic
    from factbook.site.artifacts import Edition
    from factbook.site.page import Page


@frozen
class PreparedEdition:
    """An edition that has been through MkDocs."""

    shells: Shells
    light: LightPages
    not_found: bytes
    """The page that a static host shows for an address that is not there."""
    complaints: tuple[Diagnostic, ...]

    def page(self, page: Page, data: str = "") -> bytes:
        """The file of a page; `data` is finished HTML that goes behind its own."""
        text = self.light.fill(page, data) if page.shell == "light" else self.shells.fill(page, data)
        return text.encode("utf-8", errors="xmlcharrefreplace")


def prepare(
    settings: Settings,
    edition: Edition,
    editions: Sequence[Edition],
    *,
    folder: Path,
    twins: Callable[[str], tuple[str, ...]],
    theme: dict[str, Any] | None = None,
) -> PreparedEdition:
    """Run MkDocs in `folder` for the tree of navigation and the theme.

    `twins` gives the languages that have a page at a path; `theme` sets options of the theme in place of our own.
    """
    (folder / "docs").mkdir(parents=True)
    tabs = sections(wording(edition.language, marking=True))
    plugin = TabsPlugin(tabs)
    with quiet() as complaints:
        config = configuration(
            settings,
            edition,
            editions=editions,
            nav=[f"{path}index.md" for _, path, _ in tabs],
            plugins={"tabs": plugin},
            folder=folder,
            assets=loaded_assets(),
            theme=theme,
        )
        run_mkdocs(config)
    shells = Shells(plugin.env, config, plugin.nav, plugin.pages, twins)
    plugin.env.get_template("404.html")  # raises where MkDocs passes over what the theme has not
    not_found = spans(Path(config.site_dir, "404.html").read_text(encoding="utf-8")).encode()
    return PreparedEdition(shells, LightPages(config, edition.prefix), not_found, tuple(complaints))

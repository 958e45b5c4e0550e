"""Host: one edition through MkDocs: its tree of navigation, its pages, its search index."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import build as run_mkdocs

from generator.host.configuration import configuration
from generator.host.files import Tree, loaded_assets
from generator.host.navigation import navigation
from generator.host.plugin import BodiesPlugin
from generator.host.press import Press
from generator.host.quiet import quiet
from generator.host.search import search_plugin, search_records

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.bodies import Body, Edition
    from generator.diagnostics import Diagnostic
    from generator.settings import Settings


def write_edition(
    settings: Settings,
    edition: Edition,
    editions: Sequence[Edition],
    *,
    folder: Path,
    tree: Tree,
    plain: bool = False,
    theme: dict[str, Any] | None = None,
) -> tuple[Press, tuple[Diagnostic, ...]]:
    """Write the pages of `edition` into `tree`; `plain` sends each through MkDocs' own loops.

    Otherwise MkDocs only sees the pages of the tree of navigation; the others are printed beside it.
    MkDocs works in `folder`. `theme` sets options of the theme in place of our own. Returns the press,
    which can print the pages again, and what MkDocs complains of.
    """
    beside = () if plain else tuple(body for body in edition.bodies if not body.in_navigation)
    within = tuple(body for body in edition.bodies if plain or body.in_navigation)
    plugin = BodiesPlugin(within, twins=_twins(edition, editions))
    search = search_plugin(search_records(edition.bodies))
    config = configuration(
        settings,
        edition,
        editions=editions,
        nav=navigation(edition.bodies),
        plugins={"bodies": plugin, "material/search": search},
        folder=folder,
        assets=loaded_assets(),
        theme=theme,
    )
    with quiet() as complaints:
        search.on_startup(command="build", dirty=False)
        run_mkdocs(config)
        _take_over(Path(config.site_dir), edition, tree)
        press = Press(config, plugin)
        for body in beside:
            tree.write(f"{edition.prefix}{body.path}index.html", press.page(body))
    return press, tuple(complaints)


def _take_over(folder: Path, edition: Edition, tree: Tree) -> None:
    """Move what MkDocs wrote into the site; only the first edition's 404.html is ever shown."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if not (edition.prefix and name == "404.html"):
            tree.write(edition.prefix + name, path.read_bytes())


def _twins(edition: Edition, editions: Sequence[Edition]) -> Callable[[Body], tuple[str, ...]]:
    """For a body, the languages in which there is a page at its path; none when there is one edition only."""
    if len(editions) == 1:
        return lambda body: ()
    paths = {other.language: {body.path for body in other.bodies} for other in editions}
    return lambda body: tuple(language for language, known in paths.items() if body.path in known)

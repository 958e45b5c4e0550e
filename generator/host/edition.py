"""Host: one edition through MkDocs: its tree of navigation, its pages, its search index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.commands.build import build as run_mkdocs

from generator.host.configuration import configuration
from generator.host.files import theme_asset_paths
from generator.host.navigation import tree
from generator.host.plugin import BodiesPlugin
from generator.host.quiet import quiet
from generator.host.search import search_plugin, search_records

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from generator.bodies import Body, Edition
    from generator.diagnostics import Diagnostic
    from generator.settings import Settings


def write_edition(
    settings: Settings, edition: Edition, editions: Sequence[Edition], folder: Path, *, plain: bool
) -> tuple[Diagnostic, ...]:
    """Write the pages of `edition` below `folder`/site; `plain` sends each through MkDocs' own loops.

    Returns what MkDocs complains of.
    """
    bodies = BodiesPlugin(edition.bodies, twins=_twins(edition, editions), shared_assets=bool(edition.prefix))
    search = search_plugin(search_records(edition.bodies))
    config = configuration(
        settings,
        edition,
        editions=editions,
        nav=tree(edition.bodies),
        plugins={"bodies": bodies, "material/search": search},
        folder=folder,
        assets=frozenset(theme_asset_paths()),
    )
    with quiet() as complaints:
        search.on_startup(command="build", dirty=False)
        run_mkdocs(config)
    return tuple(complaints)


def _twins(edition: Edition, editions: Sequence[Edition]) -> Callable[[Body], tuple[str, ...]]:
    """For a body, the languages in which there is a page at its path; none when there is one edition only."""
    if len(editions) == 1:
        return lambda body: ()
    paths = {other.language: {body.path for body in other.bodies} for other in editions}
    return lambda body: tuple(language for language, known in paths.items() if body.path in known)

"""Host: one edition through MkDocs: its tree of navigation and its pages."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import build as run_mkdocs

from factbook.runtime.frozen import frozen
from factbook.site.artifacts import Body
from factbook.theme.assets_manifest import loaded_assets
from factbook.theme.mkdocs_config import configuration
from factbook.theme.mkdocs_log import quiet
from factbook.theme.mkdocs_plugin import BodiesPlugin
from factbook.theme.navigation import navigation
from factbook.theme.page_shell import Press

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factbook.config.settings import Settings
    from factbook.diagnostics.types import Diagnostic
    from factbook.site.artifacts import Edition


@frozen
class Prepared:
    """An edition that has been through MkDocs."""

    press: Press
    """Prints any page."""
    folder: Path
    """What MkDocs wrote: 404.html."""
    complaints: tuple[Diagnostic, ...]


def prepare(
    settings: Settings,
    edition: Edition,
    editions: Sequence[Edition],
    *,
    folder: Path,
    plain: bool = False,
    theme: dict[str, Any] | None = None,
) -> Prepared:
    """Run MkDocs in `folder` for the tree of navigation and the theme; `plain` for all pages too.

    `theme` sets options of the theme in place of our own.
    """
    (folder / "docs").mkdir(parents=True)
    if plain:
        bodies = tuple(body.whole for body in edition.bodies)
    else:
        bodies = tuple(_outline(body) for body in edition.bodies if body.in_navigation)
    plugin = BodiesPlugin(bodies, twins=twins(edition, editions), printed=plain)
    config = configuration(
        settings,
        edition,
        editions=editions,
        nav=navigation(edition.bodies),
        plugins={"bodies": plugin},
        folder=folder,
        assets=loaded_assets(),
        theme=theme,
    )
    with quiet() as complaints:
        run_mkdocs(config)
    return Prepared(Press(config, plugin), Path(config.site_dir), tuple(complaints))


def files_of(
    edition: Edition, prepared: Prepared, *, plain: bool = False
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The pages of a prepared edition, by the press unless MkDocs has printed them."""
    for path in sorted(path for path in prepared.folder.rglob("*") if path.is_file()):
        name = path.relative_to(prepared.folder).as_posix()
        if not (edition.prefix and name == "404.html"):  # only the first edition's is ever shown
            yield edition.prefix + name, path.read_bytes
    if not plain:
        for body in edition.bodies:
            yield f"{edition.prefix}{body.path}index.html", partial(_printed, prepared.press, body)


def _outline(body: Body) -> Body:
    """All that the tree of navigation shows of a page: what is on it is made when it is printed."""
    place = body.path, body.kind, body.title, "", "", (), body.section, body.in_navigation
    return Body(*place, frozenset(), None, (), None)


def _printed(press: Press, body: Body) -> bytes:
    return press.page(body.whole)


def twins(edition: Edition, editions: Sequence[Edition]) -> Callable[[Body], tuple[str, ...]]:
    """For a body, the languages in which there is a page at its path; none when there is one edition only."""
    if len(editions) == 1:
        return lambda body: ()
    paths = {other.language: {body.path for body in other.bodies} for other in editions}
    return lambda body: tuple(language for language, known in paths.items() if body.path in known)

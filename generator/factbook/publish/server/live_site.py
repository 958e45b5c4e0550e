"""Host: the site while it is being written: nothing is printed before a reader asks for it."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic, has_errors
from factbook.publish.collisions import collisions
from factbook.publish.sitemap import robots, sitemap
from factbook.site import search_index
from factbook.site.articles import load
from factbook.site.artifacts import LaterEdition
from factbook.theme.assets_manifest import theme_assets
from factbook.theme.mkdocs_run import prepare, twins

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factbook.config.settings import Settings
    from factbook.site.artifacts import Asset, Body, Edition
    from factbook.theme.page_shell import Press

Skeleton = tuple[tuple[str, str, str | None], ...]
"""The tree of navigation: path, title and section of each page in it."""


class LiveSite:
    """The pages and files of the site that was shown last, each byte for byte as a build would write it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.RLock()
        self._presses: dict[str, tuple[Skeleton, Press]] = {}
        self._pages: dict[str, tuple[Press, Body]] = {}
        self._assets: dict[str, Asset] = {}
        self._others: dict[str, Callable[[], bytes]] = {}
        self._later: list[LaterEdition] = []
        """Editions that are shown but not laid out yet."""
        self._settled = False
        """Whether what was given last is what is shown."""
        self._theme: dict[str, Callable[[], bytes]] = {}
        self._editions: Sequence[Edition] = ()
        self._indexes: dict[str, dict[str, Asset]] = {}
        """Files of the search, by the folder that they stand in."""
        self._printed: dict[str, bytes] = {}
        self._addresses: list[str] = []
        """Of all pages and files, last seen without a clash."""
        self._not_found = b"404"

    def show(self, editions: Sequence[Edition]) -> tuple[Diagnostic, ...]:
        """Show these editions from now on; with an error among what is returned, still the former ones.

        Of editions with the same places as before nothing is laid out until more than a page is asked for.
        """
        later = [edition for edition in editions if isinstance(edition, LaterEdition)]
        if self._settled and len(later) == len(editions):
            with self._lock:
                self._later, self._printed = later, {}
            return ()
        return self._show_all(editions)

    def _show_all(self, editions: Sequence[Edition]) -> tuple[Diagnostic, ...]:
        complete, problems = load.with_pages(self._settings, editions)
        problems += self._collisions(complete)
        self._settled = not has_errors(problems)
        if self._settled:
            with self._lock:
                self._prepare(complete)
                self._lay_out(complete)
        return problems

    def page(self, path: str) -> bytes | None:
        """The file at this path from the site's root (`actors/` stands for its index.html); None: there is none."""
        name = f"{path}index.html" if path.endswith("/") or not path else path
        with self._lock:
            if name not in self._printed:
                made = self._make(name)
                if made is None:
                    return None
                self._printed[name] = made
            return self._printed[name]

    @property
    def not_found(self) -> bytes:
        """What readers get for an address that is not there."""
        return self._not_found

    def _make(self, name: str) -> bytes | None:
        if self._later:
            if (body := self._single(name)) is not None:
                return self._pages[name][0].page(body.whole)
            self._show_all(self._later)
        if name in self._pages:
            press, body = self._pages[name]
            return press.page(body.whole)
        if name in self._assets:
            return self._assets[name].data
        if name in self._others:
            return self._others[name]()
        found = self._search(name)
        return found[name].data if name in found else None

    def _single(self, name: str) -> Body | None:
        """The page of a file by itself; None when it is no page, or one that is written by hand."""
        if name not in self._pages:
            return None
        edition = max((e for e in self._later if name.startswith(e.prefix)), key=lambda e: len(e.prefix))
        return edition.page(name.removeprefix(edition.prefix).removesuffix("index.html"))

    def _search(self, name: str) -> dict[str, Asset]:
        """The files of the index in whose folder a file is asked for: only then they are laid out."""
        for edition in self._editions:
            folder = edition.prefix + search_index.FOLDER
            if name.startswith(folder) and folder not in self._indexes:
                self._indexes[folder] = {asset.path: asset for asset in search_index.Index(edition).files()}
            if name.startswith(folder):
                return self._indexes[folder]
        return {}

    def _collisions(self, editions: Sequence[Edition]) -> tuple[Diagnostic, ...]:
        """Looked for only when an address is new: most edits bring none."""
        addresses = [edition.prefix + body.path for edition in editions for body in edition.bodies]
        addresses += [asset.path for edition in editions for asset in (*edition.assets, *edition.lists)]
        found = collisions(editions) if addresses != self._addresses else ()
        self._addresses = [] if found else addresses
        return found

    def _prepare(self, editions: Sequence[Edition]) -> None:
        """MkDocs runs again only for an edition whose tree of navigation has changed."""
        for edition in editions:
            skeleton = tuple((body.path, body.title, body.section) for body in edition.bodies if body.in_navigation)
            known = self._presses.get(edition.prefix)
            if known is not None and known[0] == skeleton:
                known[1].take(twins(edition, editions))
                continue
            with ExitStack() as stack:
                folder = Path(stack.enter_context(TemporaryDirectory(prefix="factbook-")))
                prepared = prepare(self._settings, edition, editions, folder=folder)
                self._presses[edition.prefix] = skeleton, prepared.press
                if not edition.prefix:
                    self._not_found = (prepared.folder / "404.html").read_bytes()

    def _lay_out(self, editions: Sequence[Edition]) -> None:
        settings, self._printed, self._later = self._settings, {}, []
        self._editions, self._indexes = editions, {}
        self._pages, self._assets, self._others = {}, {}, {}
        for edition in editions:
            press = self._presses[edition.prefix][1]
            pages = {f"{edition.prefix}{body.path}index.html": (press, body) for body in edition.bodies}
            self._pages |= pages
            self._assets |= {asset.path: asset for asset in (*edition.assets, *edition.lists)}
        self._theme = self._theme or {path: partial(bytes, data) for path, data in theme_assets().items()}
        self._others |= self._theme
        self._others["404.html"] = lambda: self._not_found
        self._others["robots.txt"] = partial(robots, settings)
        if settings.url:
            self._others["sitemap.xml"] = partial(sitemap, settings.url, editions)

"""Publish: the site while it is being written: nothing is made before a reader asks for it."""

from __future__ import annotations

import threading
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic, has_errors
from factbook.publish.page_files import PageFiles
from factbook.publish.page_list import PageList
from factbook.publish.sitemap import lists, robots
from factbook.site import page_types
from factbook.site.articles import load as written
from factbook.site.search_index.index import Index
from factbook.site.urls import ROOT, to_root
from factbook.theme.assets_manifest import theme_assets
from factbook.theme.mkdocs_run import prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factbook.config.settings import Settings
    from factbook.site.artifacts import Asset, Edition
    from factbook.site.page import Page
    from factbook.theme.mkdocs_run import PreparedEdition


class LiveSite:
    """The pages and files of the site that was shown last, each byte for byte as a build would write it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.RLock()
        self._editions: Sequence[Edition] = ()
        self._prepared: dict[str, PreparedEdition] = {}
        """The theme of each edition, by its prefix: it depends on no content."""
        self._files: dict[str, Callable[[], bytes]] = {}
        """All files but the pages and what stands beside them."""
        self._made: dict[str, bytes | None] = {}

    def show(self, editions: Sequence[Edition]) -> tuple[Diagnostic, ...]:
        """Show these editions from now on; with an error among what is returned, still the former ones."""
        complete, problems = written.with_pages(self._settings, editions)
        if not has_errors(problems):
            with self._lock:
                self._editions, self._made = complete, {}
                self._prepare(complete)
                self._lay_out(complete)
        return problems

    def page(self, path: str) -> bytes | None:
        """The file at this path from the site's root (`actors/` stands for its index.html); None: there is none."""
        with self._lock:
            if path not in self._made:
                self._made[path] = self._file(path)
            return self._made[path]

    @property
    def not_found(self) -> bytes:
        """What readers get for an address that is not there; nothing as long as no site was shown."""
        first = self._prepared.get("")
        return first.not_found if first else b""

    def _file(self, path: str) -> bytes | None:
        if path in self._files:
            return self._files[path]()
        if path == "sitemap.xml" or path.endswith("llms.txt"):
            return dict(lists(self._settings, self._noted())).get(path)
        for edition in sorted(self._editions, key=lambda one: -len(one.prefix)):
            if path.startswith(edition.prefix):
                return self._of(edition, path.removeprefix(edition.prefix))
        return None

    def _noted(self) -> PageList:
        """Every page of the site, made to be listed: only for who asks for the lists."""
        listed = PageList(self._editions)
        for edition in self._editions:
            files = PageFiles(self._settings, edition, self._prepared[edition.prefix])
            for page in chain(edition.articles, page_types.pages(edition.made)):
                listed.note(edition, files.configured(page))
            facts = page_types.facts(edition.made, edition.made.corpus.facts)
            listed.add({edition.prefix: [(page.path, page.updated) for page in facts]})
        return listed

    def _of(self, edition: Edition, path: str) -> bytes | None:
        """A page of an edition, or what stands beside it."""
        folder, _, name = path.rpartition("/")
        folder = f"{folder}/" if folder else ""
        if name == "index.md":
            text = page_types.markdown_at(edition.made, path) if "markdown" in self._settings.outputs else None
            if text is not None:
                return text.replace(ROOT, to_root(path)).encode()
        light = name.endswith((".html", ".json")) and not name.startswith("index.")
        page = self._page(edition, f"{path.rpartition('.')[0]}.html" if light else folder)
        if page is None:
            return None
        wanted = edition.prefix + (path if name else f"{path}index.html")
        files = PageFiles(self._settings, edition, self._prepared[edition.prefix]).files(page)
        return next((data for file, data in files if file == wanted), None)

    def _page(self, edition: Edition, path: str) -> Page | None:
        own = next((page for page in edition.articles if page.path == path), None)
        return own or page_types.page_at(edition.made, path)

    def _prepare(self, editions: Sequence[Edition]) -> None:
        listed = PageList(editions)
        for edition in editions:
            if edition.prefix not in self._prepared:
                with TemporaryDirectory(prefix="factbook-") as folder:
                    self._prepared[edition.prefix] = prepare(
                        self._settings, edition, editions, folder=Path(folder), twins=listed.twins
                    )

    def _lay_out(self, editions: Sequence[Edition]) -> None:
        self._files = {path: partial(bytes, data) for path, data in theme_assets().items()}
        self._files["404.html"] = lambda: self.not_found
        self._files["robots.txt"] = partial(robots, self._settings)
        for edition in editions:
            assets = (*edition.assets, *Index(edition).files())
            self._files |= {asset.path: partial(_data, asset) for asset in assets}


def _data(asset: Asset) -> bytes:
    return asset.data

"""Publish: every file of the site has one owner; what would overwrite another is refused before a page is made."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import unquote

from factbook.diagnostics.types import Diagnostic, Span
from factbook.site import page_types
from factbook.site.urls import file_of
from factbook.theme.assets_manifest import theme_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factbook.site.artifacts import Edition

_NOWHERE = frozenset(("", ".", ".."))
_SEARCH = "search/"
"""The folder of the search's index, whose files are named after their contents."""


def collisions(editions: Sequence[Edition]) -> tuple[Diagnostic, ...]:
    """An error for each page or file whose address is taken, is the theme's, or leaves the site.

    Two addresses are the same when they differ only in case or in how Unicode is composed: some disks and some
    static hosts cannot tell them apart. Below the page of a thing no other page may stand: its further pages do.
    """
    owners = {_folded(path): "a file that comes with the theme" for path in theme_files()}
    folders = {
        _folded(edition.prefix + path): path
        for edition in editions
        for path in page_types.paths(edition.made)
        if path.endswith("/") and path.count("/") > 1
    }
    found = []
    for path, whose, written in _files(editions):
        folded = _folded(path)
        if not _is_inside(path):
            found.append(_taken(path, whose, written, "which is not an address inside the site"))
        elif folded in owners:
            found.append(_taken(path, whose, written, f"where {owners[folded]} already stands"))
        elif written is not None and (reason := _in_the_way(folded, owners, folders)):
            found.append(_taken(path, whose, written, reason))
        owners.setdefault(folded, whose)
    return tuple(found)


def _files(editions: Sequence[Edition]) -> Iterator[tuple[str, str, str | None]]:
    """Path of each file, what to call it, and where a page stands that is written by hand."""
    for edition in editions:
        for path in page_types.paths(edition.made):
            yield edition.prefix + file_of(path), f"the page '/{edition.prefix}{path}'", None
        for asset in edition.assets:
            yield asset.path, f"the file '{asset.path}'", None
    for edition in editions:
        for page in edition.articles:
            yield edition.prefix + file_of(page.path), f"the page '{page.title}'", unquote(page.edit_path or "")


def _in_the_way(folded: str, owners: Mapping[str, str], folders: Mapping[str, str]) -> str:
    """Why a hand-written page cannot stand at a path whose own name is free; empty where it can."""
    parts = folded.split("/")[:-1]
    for depth in range(1, len(parts) + 1):
        above = "/".join(parts[:depth])
        if above in owners:
            return f"where {owners[above]} leaves no room for a folder"
        if page := owners.get(f"{above}.html"):
            return f"where hosts that leave out '.html' show {page}"
        if f"{above}/" in folders and depth < len(parts):
            return f"below the page '/{folders[f'{above}/']}', whose further pages stand there"
    return "among the files of the search" if folded.startswith(_SEARCH) and len(parts) > 1 else ""


def _folded(path: str) -> str:
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _is_inside(path: str) -> bool:
    return _NOWHERE.isdisjoint(path.split("/")) and "\\" not in path and "\0" not in path


def _taken(path: str, whose: str, written: str | None, reason: str) -> Diagnostic:
    message = f"{whose[0].upper()}{whose[1:]} would be at '/{path.removesuffix('index.html')}', {reason}"
    return Diagnostic("address-taken", message, Span(written or path), help=("Give it another id or file name.",))

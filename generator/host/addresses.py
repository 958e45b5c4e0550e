"""Host: every file of the site has one owner: what would overwrite another file is refused."""

from __future__ import annotations

import unicodedata
from functools import partial
from typing import TYPE_CHECKING

from generator import search
from generator.diagnostics import Diagnostic, Span
from generator.host.files import theme_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from generator.bodies import Body, Edition


def collisions(editions: Sequence[Edition]) -> tuple[Diagnostic, ...]:
    """An error for each page or file whose address is taken, is the theme's, or leaves the site.

    The files of the search are made after all others, and their names are kept free for them.
    Two addresses are the same when they differ only in case or in how Unicode is composed: some disks
    and some static hosts cannot tell them apart.
    """
    owners: dict[str, Callable[[], str]] = {_folded(path): _theirs for path in theme_files()}
    found = []
    for path, what in _files(editions):
        folded = _folded(path)
        if not _is_inside(path):
            found.append(_taken(path, what(), "which is not an address inside the site"))
        elif owner := _owner(folded, owners):
            found.append(_taken(path, what(), f"where {owner()} already stands"))
        owners.setdefault(folded, what)
    return (*found, *_in_the_way(editions, owners))


def _files(editions: Sequence[Edition]) -> Iterator[tuple[str, Callable[[], str]]]:
    """The path of each file, and what to call it when it must be told; a page speaks for what stands beside it."""
    for edition in editions:
        pages = {f"{edition.prefix}{body.path}": body for body in edition.bodies}
        for body in edition.bodies:
            yield f"{edition.prefix}{body.path}index.html", partial(_page, body)
        for asset in (*edition.assets, *edition.lists):
            folder, _, name = asset.path.rpartition("index.")
            if not (folder in pages and name in ("md", "json")):
                yield asset.path, partial("the file '{}'".format, asset.path)


def _owner(folded: str, owners: Mapping[str, Callable[[], str]]) -> Callable[[], str] | None:
    return owners.get(folded) or (_searching if search.is_part(folded) else None)


def _page(body: Body) -> str:
    return f"the page '{body.title}'"


def _theirs() -> str:
    return "a file that comes with the theme"


def _searching() -> str:
    return "a file of the search"


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _is_inside(path: str) -> bool:
    parts = path.split("/")
    return not any(part in ("", ".", "..") for part in parts) and not set(path) & {"\\", "\0"}


def _in_the_way(editions: Sequence[Edition], owners: dict[str, Callable[[], str]]) -> Iterator[Diagnostic]:
    """A file cannot stand where others need a folder."""
    for path, what in _files(editions):
        folder = _folded(path).rpartition("/")[0]
        while folder:
            if owner := _owner(folder, owners):
                yield _taken(path, what(), f"where {owner()} leaves no room for a folder")
            folder = folder.rpartition("/")[0]


def _taken(path: str, what: str, reason: str) -> Diagnostic:
    message = f"{what[0].upper()}{what[1:]} would be at '/{path.removesuffix('index.html')}', {reason}"
    return Diagnostic("address-taken", message, Span(path), help=("Give it another id or file name.",))

"""Host: every file of the site has one owner: what would overwrite another file is refused."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic, Span
from factbook.site import search_index
from factbook.site.artifacts import Body
from factbook.theme.assets_manifest import theme_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factbook.site.artifacts import Edition

Owner = Body | str
"""A page, or what to call anything else."""
File = tuple[str, str, Owner]
"""A path, the same as it is compared, and whose it is."""

_NOWHERE = frozenset(("", ".", ".."))


def collisions(editions: Sequence[Edition]) -> tuple[Diagnostic, ...]:
    """An error for each page or file whose address is taken, is the theme's, or leaves the site.

    The files of the search are made after all others, and their names are kept free for them.
    Two addresses are the same when they differ only in case or in how Unicode is composed: some disks
    and some static hosts cannot tell them apart.
    """
    owners: dict[str, Owner] = {_folded(path): "a file that comes with the theme" for path in theme_files()}
    files = [(path, _folded(path), whose) for path, whose in _files(editions)]
    found = []
    for path, folded, whose in files:
        if not _is_inside(path):
            found.append(_taken(path, whose, "which is not an address inside the site"))
        elif owner := _owner(folded, owners):
            found.append(_taken(path, whose, f"where {_called(owner)} already stands"))
        owners.setdefault(folded, whose)
    return (*found, *_in_the_way(files, owners))


def _files(editions: Sequence[Edition]) -> Iterator[tuple[str, Owner]]:
    """The path of each file, and whose it is; a page speaks for what stands beside it."""
    for edition in editions:
        pages = {f"{edition.prefix}{body.path}" for body in edition.bodies}
        for body in edition.bodies:
            yield f"{edition.prefix}{body.path}index.html", body
        for asset in (*edition.assets, *edition.lists):
            folder, _, name = asset.path.rpartition("index.")
            if not (folder in pages and name in ("md", "json")):
                yield asset.path, f"the file '{asset.path}'"


def _owner(folded: str, owners: Mapping[str, Owner]) -> Owner | None:
    return owners.get(folded) or ("a file of the search" if search_index.is_part(folded) else None)


def _called(owner: Owner) -> str:
    """A page's title is asked for only here, where it must be told: it is not known before the page is made."""
    return owner if isinstance(owner, str) else f"the page '{owner.title}'"


def _folded(path: str) -> str:
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _is_inside(path: str) -> bool:
    return _NOWHERE.isdisjoint(path.split("/")) and "\\" not in path and "\0" not in path


def _in_the_way(files: Sequence[File], owners: Mapping[str, Owner]) -> Iterator[Diagnostic]:
    """A file cannot stand where others need a folder."""
    folders: set[str] = set()
    for _, folded, _ in files:
        folder = folded.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    taken = {folder: owner for folder in folders if (owner := _owner(folder, owners))}
    for path, folded, whose in files if taken else ():
        folder = folded.rpartition("/")[0]
        while folder:
            if folder in taken:
                reason = f"where {_called(taken[folder])} leaves no room for a folder"
                yield _taken(path, whose, reason)
            folder = folder.rpartition("/")[0]


def _taken(path: str, whose: Owner, reason: str) -> Diagnostic:
    what = _called(whose)
    message = f"{what[0].upper()}{what[1:]} would be at '/{path.removesuffix('index.html')}', {reason}"
    return Diagnostic("address-taken", message, Span(path), help=("Give it another id or file name.",))

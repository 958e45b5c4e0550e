"""Load: finds the content's files, and says of each what it holds by its place, or that its place is wrong."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from factbook.content.guess_kind import kind_of_file
from factbook.content.schema import KINDS, kind
from factbook.content.yaml import shown
from factbook.diagnostics.suggest import did_you_mean
from factbook.diagnostics.types import Diagnostic, Severity, Span
from factbook.runtime.site_path import first_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.content.model import Kind

_FOLDERS: dict[str, Kind] = {kind(name).folder: name for name in KINDS}  # type: ignore[misc]
_OTHERS = ("media", "pages", "snapshots")
_BRIEFING = "briefing.yml"
_OTHER_NAMES = {
    **dict.fromkeys(("fakten", "fakt", "claims"), ("facts",)),
    **dict.fromkeys(("quellen", "quelle", "articles"), ("sources",)),
    **dict.fromkeys(("akteure", "people", "persons", "personen"), ("actors",)),
    **dict.fromkeys(("themen", "thema", "subjects"), ("topics",)),
    **dict.fromkeys(("reihen", "numbers", "zahlen"), ("series",)),
    **dict.fromkeys(("texts", "texte", "files"), ("snapshots",)),
}
"""Other words for the folders of content."""
_LEFT_BY_PROGRAMS = re.compile(
    r".*(?:~|\.(?:orig|rej|bak|backup|old|save|tmp|temp|part|sw[a-p]))|#.*#|\.#.*|\._.*|icon\r"
    r"|thumbs\.db|ehthumbs\.db|desktop\.ini|\.ds_store|\.directory",
    re.DOTALL,
)
"""What editors, merges and file managers leave beside files, in lower case."""
_FOR_PEOPLE = re.compile(r"(?:readme|licen[cs]e|copying|notes|todo)(?:\.(?:md|txt|rst|markdown))?")
"""Files about a folder, in lower case."""


def content_files(root: Path) -> Iterator[tuple[str, Diagnostic | None]]:
    """Paths of the YAML files below `root`/content in order, each with what is wrong about its place."""
    for entry in sorted(os.scandir(root / "content"), key=lambda entry: entry.name):
        path = f"content/{entry.name}"
        if entry.name in _OTHERS:
            yield from _passed_over(path, root)
        elif entry.is_file(follow_symlinks=False) and _is_left_over(entry.name):
            yield path, _left_over(path)
        elif entry.name.startswith("."):
            yield from _hidden(path, entry.name)
        elif entry.name == _BRIEFING and entry.is_file(follow_symlinks=False):
            yield path, None
        elif entry.name not in _FOLDERS or not entry.is_dir(follow_symlinks=False):
            yield path, _misplaced(path, entry)
        else:
            yield from _folder(Path(entry.path), root, deep=entry.name == "facts")


def files_in_place(root: Path) -> Iterator[tuple[str, Kind]]:
    """Paths of those that have their right place, and what each holds."""
    if (root / "content").is_dir():
        for path, problem in content_files(root):
            of = kind_at(path)
            if problem is None and of is not None:
                yield path, of


def kind_at(path: str) -> Kind | None:
    """What a file holds, by its place: `content/actors/x.yml` is an actor; None where the content has no place."""
    parts = path.split("/")
    if parts[0] != "content" or not path.endswith(".yml"):
        return None
    if parts[1:] == [_BRIEFING]:
        return "briefing"
    of = _FOLDERS.get(parts[1])
    return of if len(parts) == 3 or (of == "fact" and len(parts) > 3) else None


def with_article(of: str) -> str:
    """`an actor`"""
    return f"{'an' if of == 'actor' else 'a'} {of}"


def _passed_over(folder: str, root: Path) -> Iterator[tuple[str, Diagnostic]]:
    """What is wrong with the names in a folder of pages or texts, whose files are read elsewhere."""
    for here, folders, names in os.walk(root / folder):
        place = Path(here).relative_to(root).as_posix()
        for name in sorted((*folders, *names)):
            yield from _hidden(f"{place}/{name}", name)
            if name in names and _LEFT_BY_PROGRAMS.fullmatch(name.lower()):
                yield f"{place}/{name}", _left_over(f"{place}/{name}")
            if name.endswith(".md"):
                yield from _unnameable(f"{place}/{name}")
            if name in folders and first_link(root, f"{place}/{name}"):
                yield f"{place}/{name}", _link(f"{place}/{name}")


def _is_left_over(name: str) -> bool:
    return any(pattern.fullmatch(name.lower()) for pattern in (_LEFT_BY_PROGRAMS, _FOR_PEOPLE))


def _left_over(path: str) -> Diagnostic:
    name = shown(path.rpartition("/")[2])
    advice = "Nothing has to be done. `git rm` it, or name it in .gitignore, if it came in by mistake."
    return Diagnostic(
        "file-passed-over", f"`{name}` is no content, and is passed over", Span(path), Severity.NOTE, help=(advice,)
    )


def _unnameable(path: str) -> Iterator[tuple[str, Diagnostic]]:
    """An error for a file whose name is no text: no address, no message and no other system could hold it."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        message = f"the name `{shown(path.rpartition('/')[2])}` is not UTF-8, and other systems could not read it"
        yield path, Diagnostic("file-name", message, Span(path), help=("Rename it, in letters from a to z.",))


def _hidden(path: str, name: str) -> Iterator[tuple[str, Diagnostic]]:
    """An error for a file from which git takes orders: it could hide a change from who reviews it."""
    if name.casefold().startswith(".git") and name != ".gitkeep":
        message = f"`{shown(name)}` steers git, and content is no place for that: it can hide changes from reviewers"
        yield path, Diagnostic("file-misplaced", message, Span(path), help=("Move it to the repository's root.",))


def _link(path: str) -> Diagnostic:
    return Diagnostic("file-misplaced", "this is not a plain file; links and devices are not read", Span(path))


def _folder(folder: Path, root: Path, *, deep: bool) -> Iterator[tuple[str, Diagnostic | None]]:
    above = folder.relative_to(root).as_posix()
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        path = f"{above}/{entry.name}"
        if entry.is_file(follow_symlinks=False) and _is_left_over(entry.name):
            yield path, _left_over(path)
        elif entry.name.startswith("."):
            yield from _hidden(path, entry.name)
        elif entry.is_dir(follow_symlinks=False):
            if deep:
                yield from _folder(Path(entry.path), root, deep=True)
            else:
                message = f"only content/facts has folders of its own; {folder.name} stand side by side"
                yield path, Diagnostic("file-misplaced", message, Span(path))
        elif not entry.is_file(follow_symlinks=False):
            yield path, _link(path)
        elif not entry.name.endswith(".yml"):
            yield path, _wrong_name(path, entry.name)
        elif unnameable := tuple(_unnameable(path)):
            yield from unnameable
        else:
            yield path, None


def _misplaced(path: str, entry: os.DirEntry[str]) -> Diagnostic:
    stem = entry.name.removesuffix(".yml").removesuffix(".yaml")
    folders = [*_FOLDERS, *_OTHERS]
    close = _OTHER_NAMES.get(stem.casefold(), ()) or did_you_mean(stem, folders)
    advice = f"Did you mean content/{close[0]}/?" if close else f"The folders are {', '.join(folders)}."
    what = "folder" if entry.is_dir(follow_symlinks=False) else "file"
    plain = entry.is_file(follow_symlinks=False) and entry.name.endswith((".yml", ".yaml"))
    if plain and (right := kind_of_file(Path(entry.path))):
        advice = f"It holds {with_article(right)}: move it to content/{kind(right).folder}/{stem}.yml."
    return Diagnostic(
        "file-misplaced",
        f"content has no place for a {what} called `{entry.name}`",
        Span(path),
        help=(advice,),
    )


def _wrong_name(path: str, name: str) -> Diagnostic:
    stem = name.rpartition(".")[0] or name
    message = f"`{name}` is not read: files of content end in .yml"
    return Diagnostic("file-name", message, Span(path), help=(f"Rename it to {stem}.yml.",))

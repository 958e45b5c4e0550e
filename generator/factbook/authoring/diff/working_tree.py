"""Comparison: what differs from the last commit, read from the changed files alone, for who is still writing.

`factbook diff` compares two whole states; this is asked for after every edit, so that its cost must be that of
the change and not of the content.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.authoring.diff.git import commit_of, file_at, unsaved_files
from factbook.content.schema import KINDS, kind
from factbook.runtime.frozen import frozen
from factbook.site.urls import FOLDERS, page_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from factbook.content.model import Record
    from factbook.diagnostics.types import Diagnostic

    Parse = Callable[[bytes, str], tuple[tuple[Record, ...], tuple[Diagnostic, ...]]]

MOST_FILES = 200
"""Changed files that are read; of more, the number is told."""


@frozen
class DraftChange:
    """One thing that is not as it was at the last commit."""

    what: str
    """added | changed | gone"""
    kind: str
    """fact, source, actor, topic, series, briefing; or `file` for everything else."""
    id: str
    """Of a `file`, its path."""
    keys: tuple[str, ...] = ()
    """Which keys are not what they were."""
    page: str = ""
    """Address from the site's root; empty when nothing stands there."""


@frozen
class Draft:
    """The difference from the last commit."""

    commit: str
    """Its full hash."""
    changes: tuple[DraftChange, ...]
    unread: int = 0
    """Changed files that were too many to read."""


def draft(root: Path, parse: Parse) -> Draft:
    """What in the site `root` differs from the last commit; `parse` reads one file of content.

    Raises `NoRevision` when there is no git, no repository or no commit.
    """
    commit = commit_of(root, "HEAD")
    files = unsaved_files(root, commit)
    changes = (change for name in files[:MOST_FILES] for change in _of_file(root, commit, name, parse))
    return Draft(commit, tuple(changes), max(0, len(files) - MOST_FILES))


def _of_file(root: Path, commit: str, name: str, parse: Parse) -> Iterator[DraftChange]:
    before, after = file_at(root, commit, name), _now(root / name)
    if not _holds_records(name):
        what = "added" if before is None else "gone" if after is None else "changed"
        yield DraftChange(what, "file", name)
        return
    old, new = _records(before, name, parse), _records(after, name, parse)
    for key, record in new.items():
        if key not in old:
            yield DraftChange("added", *key, page=_page(record))
        elif keys := _altered(old[key], record):
            yield DraftChange("changed", *key, keys, _page(record))
    yield from (DraftChange("gone", *key) for key in old if key not in new)


def _now(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() and not path.is_symlink() else None
    except OSError:
        return None


def _holds_records(name: str) -> bool:
    parts = name.split("/")
    folders = [kind(name).folder for name in KINDS]
    return name == "content/briefing.yml" or (len(parts) > 2 and parts[1] in folders and name.endswith(".yml"))


def _records(data: bytes | None, name: str, parse: Parse) -> dict[tuple[str, str], Record]:
    return {} if data is None else {(record.kind, record.id): record for record in parse(data, name)[0]}


def _altered(old: Record, new: Record) -> tuple[str, ...]:
    before, after = old.tree.value, new.tree.value
    if not isinstance(before, dict) or not isinstance(after, dict):
        return ()
    return tuple(key for key in (before | after) if before.get(key) != after.get(key))


def _page(record: Record) -> str:
    return page_path(record.kind, record.id) if record.kind in FOLDERS else ""

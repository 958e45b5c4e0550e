"""Scaffold: a new site with one example of each kind, from the files in the folder `example`."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

from factbook import __version__
from factbook.authoring.scaffold.fingerprints import record
from factbook.authoring.scaffold.requirements import requirement
from factbook.evidence.texts.store import CONTEXT_SUFFIX, FINGERPRINT_SUFFIX

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable
    from pathlib import Path

_HIDDEN = ("gitignore", "gitattributes", "github", "gitlab-ci.yml", "pre-commit-config.yaml", "vscode")
"""Names that begin with a dot in the new site; in a package they would be passed over."""
_FILLED = ("site_config.yml", "README.md", "factbook.txt", "dependencies.txt")
"""Files that say the site's name or the version."""


class NotEmpty(Exception):
    """The folder for the new site holds something."""


def write_site(target: Path, name: str) -> tuple[str, ...]:
    """Writes a new site called `name` into the folder `target`; gives the paths of its files.

    Raises `NotEmpty` when something other than a `.git` stands there, `OSError` when the system refuses.
    """
    if target.exists() and (not target.is_dir() or any(entry.name != ".git" for entry in target.iterdir())):
        raise NotEmpty(str(target))
    written: list[str] = []
    for path, entry in _files(files(__package__).joinpath("example"), ""):
        data = _filled(entry.read_bytes(), name) if entry.name in _FILLED else entry.read_bytes()
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(data)
        written.append(path)
    snapshots = target / "content" / "snapshots"
    for text in sorted(snapshots.glob("*.txt")):
        record(text, (snapshots,), ("en",))
        written += [f"content/snapshots/{text.name}{suffix}" for suffix in (FINGERPRINT_SUFFIX, CONTEXT_SUFFIX)]
    return tuple(sorted(written))


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        name = f".{entry.name}" if not path and entry.name in _HIDDEN else entry.name
        if entry.is_dir():
            yield from _files(entry, f"{path}{name}/")
        else:
            yield f"{path}{name}", entry


def _filled(data: bytes, name: str) -> bytes:
    """The file with the site's name, in YAML quoted so that any name is read back as it was typed."""
    text = data.decode("utf-8").replace("{version}", __version__).replace("{factbook}\n", requirement())
    text = text.replace("name: {name}", f"name: {json.dumps(name, ensure_ascii=False)}")
    return text.replace("# {name}", f"# {' '.join(name.split())}").encode("utf-8")

"""Stage: reads site_config.yml into `Settings`; nothing in it can run code or reach outside by itself."""

from __future__ import annotations

import errno
import os
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factbook.config.settings import OUTPUTS, Settings
from factbook.content import yaml
from factbook.content.schema import kind
from factbook.content.schema.validate import misfits
from factbook.diagnostics.types import Diagnostic, Span, has_errors

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "site_config.yml"
_MOST_PROBLEMS = 100


def read(root: Path, environment: Mapping[str, str] = os.environ) -> tuple[Settings | None, tuple[Diagnostic, ...]]:
    """The settings of the site in `root`; None when they cannot be used, with what is wrong.

    `FACTBOOK_SNAPSHOTS` in the environment names further folders of texts, `FACTBOOK_COMMIT` the commit
    that the footer shows.
    """
    try:
        data = _bytes(root / NAME)
    except OSError as error:
        return None, (_absent(root, error),)
    tree, problems = yaml.read(data, NAME)
    if tree is None or tree.value == "":
        return None, problems or (Diagnostic("config-missing", f"{NAME} is empty", Span(NAME)),)
    problems = (*problems, *islice(misfits(tree, kind("config")), _MOST_PROBLEMS))
    if has_errors(problems) or not isinstance(tree.value, dict):
        return None, problems
    return _settings(root, tree.value, environment), problems


def _bytes(path: Path) -> bytes:
    """What an ordinary file holds, links followed; raises OSError for a pipe or device, which could wait for ever."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is not an ordinary file")
    with path.open("rb") as file:
        return file.read(yaml.MAX_BYTES + 1)


def _absent(root: Path, error: OSError) -> Diagnostic:
    if root.is_dir() and not (root / NAME).exists():
        message = f"there is no {NAME} in this folder, so it is not a Factbook site"
        advice = "Name the site's folder with --site, or make a new site with `factbook init FOLDER`."
        return Diagnostic("config-missing", message, Span(NAME), help=(advice,))
    return Diagnostic("config-missing", f"{NAME} cannot be read: {error.strerror}", Span(NAME))


def _settings(root: Path, value: dict[str, Any], environment: Mapping[str, str]) -> Settings:
    url = value.get("url")
    repository = value.get("repository")
    return Settings(
        root=root,
        name=value["name"],
        description=value.get("description", ""),
        url=f"{url.rstrip('/')}/" if url else None,
        languages=tuple(value.get("languages") or (value.get("language", "en"),)),
        repository=repository.rstrip("/") if repository else None,
        branch=value.get("branch", "main"),
        snapshots=_folders(root, value.get("snapshots", ()), environment),
        quote_words=int(value.get("quote_words", kind("config").field("quote_words").default or 25)),
        copyright=value.get("copyright"),
        previews=value.get("previews", "topics"),
        quoted_share=int(value.get("quoted_share", 40)),
        scale=value.get("scale", "icd203"),
        outputs=frozenset(value.get("outputs", OUTPUTS)),
        commit=environment.get("FACTBOOK_COMMIT") or None,
    )


def _folders(root: Path, configured: list[str], environment: Mapping[str, str]) -> tuple[Path, ...]:
    further = [folder for folder in environment.get("FACTBOOK_SNAPSHOTS", "").split(os.pathsep) if folder]
    named = [root / folder for folder in configured] + [Path(folder) for folder in further]
    return (root / "content" / "snapshots", *named)

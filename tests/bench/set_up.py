"""Bench: what `make site` costs on a fresh machine, installing and building apart."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.bench import measure

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bench.measure import Cost


_CACHES = {"XDG_CACHE_HOME": "", "UV_CACHE_DIR": "uv", "PIP_CACHE_DIR": "pip"}


@dataclass(frozen=True, slots=True)
class SetUp:
    """The two halves of a first `make site`."""

    installing: Cost
    building: Cost


def first_site(repository: Path, commit: str, folder: Path) -> SetUp:
    """Clones a commit into `folder`, where nothing was installed, fetched or kept before."""
    clone, home = folder / "clone", folder / "home"
    home.mkdir(parents=True)
    subprocess.run(("git", "clone", "--quiet", str(repository), str(clone)), check=True)
    subprocess.run(("git", "-C", str(clone), "checkout", "--quiet", commit), check=True)
    cache = str(home / ".cache")
    fresh = {
        "HOME": str(home),
        "XDG_CACHE_HOME": cache,
        "UV_CACHE_DIR": f"{cache}/uv",
        "PIP_CACHE_DIR": f"{cache}/pip",
    }
    installing = measure.cost(("make", "setup"), clone, fresh)
    return SetUp(installing, measure.cost(("make", "site"), clone, fresh))

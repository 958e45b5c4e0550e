"""Sites to try hostile things on: copies of the small one and of the repository's own briefing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import FLOOD, REPOSITORY, copy_shipped

COMMAND = [sys.executable, "-m", "factbook"]


def copy_of_flood(folder: Path) -> Path:
    """The small site in a new folder, without anything that was built there."""
    shutil.copytree(FLOOD, folder, ignore=shutil.ignore_patterns("site", ".site*"))
    return folder


def copy_of_shipped(folder: Path) -> Path:
    """The repository's own content in a new folder."""
    folder.mkdir()
    copy_shipped(folder)
    return folder


def factbook(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command of `factbook` on the site in `root`, in a process of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ}
    return subprocess.run(
        [*COMMAND, *arguments, "--site", str(root)],
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
        cwd=REPOSITORY,
        timeout=60,
    )

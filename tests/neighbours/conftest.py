"""Where the programs of others are; a test that needs one which is not there is skipped, and says how to get it."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

BIN = REPOSITORY / ".cache" / "neighbours" / "venv" / "bin"


def run(name: str, *arguments: str, folder: Path) -> str:
    """What a program of others, or their Python with our package, prints."""
    if not (BIN / name).is_file():
        pytest.skip(f"{name} is not here: `make neighbours` fetches it (requirements/neighbours.txt)")
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "generator"), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [str(BIN / name), *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout

"""The documentation builds: its links lead somewhere, and its generated pages follow the vocabulary."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import yaml

from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path


def test_the_documentation_builds_without_a_warning(tmp_path: Path) -> None:
    command = ["build", "--strict", "--config-file", "docs/build/mkdocs.yml", "--site-dir", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", *command],
        cwd=REPOSITORY,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for name in ("configuration", "templates"):
        assert "quoted_share" in (tmp_path / f"reference/{name}/index.html").read_text(encoding="utf-8")
    assert "superseded_by" in (tmp_path / "reference/data/index.html").read_text(encoding="utf-8")


def test_the_published_documentation_is_built_with_the_locks() -> None:
    told = yaml.safe_load((REPOSITORY / ".readthedocs.yaml").read_text(encoding="utf-8"))
    assert (REPOSITORY / told["mkdocs"]["configuration"]).is_file()
    assert told["mkdocs"]["fail_on_warning"] is True
    assert "--require-hashes -r requirements/site.txt" in told["build"]["jobs"]["install"][0]

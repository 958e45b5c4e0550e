"""The weekly workflow keeps one issue: opened when something is gone, rewritten, and closed when all is there."""

from __future__ import annotations

import os
import stat
import subprocess
from pathlib import Path

import pytest
import yaml

REPOSITORY = Path(__file__).parents[2]
WORKFLOWS = (
    ".github/workflows/links.yml",
    "generator/factbook/authoring/scaffold/example/github/workflows/links.yml",
)
GH = """\
#!/bin/sh
echo "$@" >> asked
[ "$2" != list ] || echo "$OPEN"
[ ! -f body.md ] || cp body.md body.seen
"""


@pytest.mark.parametrize("workflow", WORKFLOWS)
@pytest.mark.parametrize(
    ("found", "open_issue", "asked"),
    [
        ("", "", []),
        ("warning: gone\n", "", ["issue create --title Pages of sources that have gone, moved or changed"]),
        ("warning: gone\n", "7", ["issue edit 7"]),
        ("", "7", ["issue close 7"]),
    ],
)
def test_one_issue(workflow: str, found: str, open_issue: str, asked: list[str], tmp_path: Path) -> None:
    steps = yaml.safe_load((REPOSITORY / workflow).read_text("utf-8"))["jobs"]["tell"]["steps"]
    (tmp_path / "list.txt").write_text(found)
    (tmp_path / "gh").write_text(GH)
    (tmp_path / "gh").chmod(stat.S_IRWXU)
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "OPEN": open_issue}
    subprocess.run(["bash", "-e", "-c", steps[-1]["run"]], cwd=tmp_path, env=environment, check=True)
    calls = (tmp_path / "asked").read_text().splitlines()
    assert calls[0].startswith("issue list --state open --author app/github-actions")
    assert [call[: len(start)] for call, start in zip(calls[1:], asked, strict=True)] == asked
    if found:
        assert (tmp_path / "body.seen").read_text().endswith("\n\n    warning: gone\n")


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_what_asks_others_may_not_write(workflow: str) -> None:
    jobs = yaml.safe_load((REPOSITORY / workflow).read_text("utf-8"))["jobs"]
    assert jobs["ask"]["permissions"] == {"contents": "read"}
    assert jobs["tell"]["permissions"] == {"issues": "write"}

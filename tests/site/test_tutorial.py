"""The tutorial is run as it is read: its files are written, its commands are run, their words are compared."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TUTORIAL = REPOSITORY / "docs" / "tutorial" / "first-fact.md"
BLOCK = re.compile(r'^```(?P<language>\w+)(?: title="(?P<title>[^"]+)")?\n(?P<text>.*?)^```$', re.M | re.S)


def test_the_tutorial_works_as_written(tmp_path: Path) -> None:
    for title, text in blocks(TUTORIAL.read_text(encoding="utf-8")):
        if title:
            (tmp_path / title).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / title).write_text(text, encoding="utf-8")
        else:
            run_session(text, tmp_path)
    page = (tmp_path / "site" / "facts" / "aare-rose-40.html").read_text(encoding="utf-8")
    assert "The river Aare rose by 40 centimetres on Saturday" in page


def blocks(page: str) -> Iterator[tuple[str | None, str]]:
    """Files (with their path) and console sessions (without), in the order of the page."""
    for block in BLOCK.finditer(page):
        if block["title"] or block["language"] == "console":
            yield block["title"], block["text"]


def run_session(text: str, folder: Path) -> None:
    """Runs `$ factbook …`; `! exit status N` and every other line say what must come of it."""
    command, *expected = text.strip().split("\n")
    words = shlex.split(command.removeprefix("$ "))
    assert words[0] == "factbook", command
    statuses = [line for line in expected if line.startswith("! exit status")]
    done = subprocess.run(
        [sys.executable, "-m", "factbook", *words[1:]],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=False,
    )
    said = re.sub(r"\s+", " ", done.stdout + done.stderr)
    assert done.returncode == (int(statuses[0].split()[-1]) if statuses else 0), said
    missing = [line for line in expected if not line.startswith("! ") and line not in said]
    assert not missing, f"{command} does not say {missing}, but:\n{done.stdout}{done.stderr}"

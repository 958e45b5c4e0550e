"""The reference pages on commands and formats show real output: every block is run in a new site.

A line `$ …` is a command; what follows is what it prints, standard output before standard error. A block with a
`title` is a file. `--goldens` writes what was printed into the pages.
"""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factbook.cli import cli

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = Path(__file__).parents[3] / "docs" / "reference"
_BLOCK = re.compile(r'^(`{3,4})(?:console|\w+ title="([^"]+)")\n(.*?)^\1\n', re.S | re.M)
"""A session, or a file with its name."""


@pytest.mark.parametrize("name", ["commands.md", "output-formats.md"])
def test_every_block_prints_what_the_page_shows(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    for variable in ("CI", "FACTBOOK_SNAPSHOTS", "FACTBOOK_COMMIT", "GITHUB_BASE_REF", "GITHUB_WORKSPACE", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.chdir(tmp_path)
    shown = (DOCS / name).read_text("utf-8")
    printed = _BLOCK.sub(lambda block: "".join(_run(block, monkeypatch)), shown)
    if pytestconfig.getoption("--goldens"):
        (DOCS / name).write_text(printed, encoding="utf-8")
    assert printed == shown, "look at the difference, then run this test with --goldens"


def _run(block: re.Match[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    fence, file, text = block.groups()
    if file:
        Path(file).write_text(text, encoding="utf-8")
        yield block[0]
        return
    yield f"{fence}console\n"
    for line in text.splitlines():
        if line.startswith("$ "):
            yield f"{line}\n{_today(_output(shlex.split(line[2:]), monkeypatch))}"
    yield f"{fence}\n"


def _output(words: list[str], monkeypatch: pytest.MonkeyPatch) -> str:
    if words[0] != "factbook":
        return subprocess.run(words, check=True, capture_output=True, text=True).stdout
    result = CliRunner().invoke(cli, words[1:], prog_name="factbook")
    if words[1] == "init" and result.exit_code == 0 and "--help" not in words:
        monkeypatch.chdir(words[2])
        _commit()
    return result.stdout + result.stderr


def _commit() -> None:
    identity = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false")
    for arguments in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-q", "-m", "A new site")):
        subprocess.run(("git", *identity, *arguments), check=True, capture_output=True)


def _today(text: str) -> str:
    """The day of the run, which `new` writes into a fact, as the page's own day."""
    return re.sub(r"(?<=added: )\d{4}-\d\d-\d\d", "2024-05-04", text)

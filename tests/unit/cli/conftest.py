"""A tiny site that passes, and a way to run commands on it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Protocol

import pytest
from click.testing import CliRunner

from factbook.authoring.scaffold.fingerprints import record
from factbook.cli import cli

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

FILES = {
    "site_config.yml": "name: Harbour watch\n",
    "content/sources/gazette.yml": """\
id: gazette
title: Ships in the harbour
publisher: The Gazette
published: 2024-05-03
language: en
file: gazette.txt
""",
    "content/actors/harbour-master.yml": "id: harbour-master\nname: Harbour master\nkind: person\n",
    "content/topics/ships.yml": "id: ships\ntitle: Ships in the harbour\n",
    "content/facts/ships.yml": """\
- id: twelve-ships
  statement: The [[harbour-master]] counted 12 ships on Thursday.
  date: 2024-05-02
  topics: [ships]
  asserted_by: [harbour-master]
  citations:
    - source: gazette
      quote: the harbour master counted 12 ships in the bay

- id: two-left
  statement: The Gazette reported that two ships had left the bay at night.
  date: 2024-05-02
  topics: [ships]
  citations:
    - source: gazette
      quote: two ships had left the bay at night
""",
    "content/snapshots/gazette.txt": """\
Ships in the harbour

On Thursday the harbour master counted 12 ships in the bay. Later he wrote
that two ships had left the bay at night.
""",
}


class Run(Protocol):
    def __call__(self, *arguments: str) -> Result: ...


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny site's folder, which is also where commands run."""
    for name in ("CI", "GITHUB_BASE_REF", "GITHUB_WORKSPACE", "FACTBOOK_SNAPSHOTS"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "site-here"
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    record(folder / "content/snapshots/gazette.txt", (folder / "content/snapshots",))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def run() -> Run:
    """Runs `factbook` in this process."""
    return lambda *arguments: CliRunner().invoke(cli, arguments, prog_name="factbook")


@pytest.fixture
def repository(site: Path) -> Path:
    """The tiny site, committed to git as `main`."""
    git(site, "init", "-q", "-b", "main")
    commit(site)
    return site


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(("git", *identity, *arguments), cwd=folder, check=True, capture_output=True)


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "State")


def replace(folder: Path, path: str, old: str, new: str) -> None:
    """Changes words in a file; the words must be there."""
    text = (folder / path).read_text("utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new), encoding="utf-8")

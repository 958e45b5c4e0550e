"""What a command is given is read to a limit, and nothing is waited for: pipes, devices, folders, large files."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.unit.cli.conftest import Run

LARGE = 64 * 1024 * 1024 + 2


def large(path: Path) -> None:
    """A file with holes: it takes no room on the disk."""
    with path.open("wb") as file:
        file.truncate(LARGE)


KINDS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a pipe": (os.mkfifo, "not an ordinary file"),
    "a device without an end": (lambda path: path.symlink_to("/dev/zero"), "not an ordinary file"),
    "a device without content": (lambda path: path.symlink_to("/dev/null"), "not an ordinary file"),
    "a folder": (lambda path: path.mkdir(), ""),
    "a large file": (large, "is larger than "),
    "nothing": (lambda path: None, ""),
}
COMMANDS = {
    "import a table": ("import", "given.csv"),
    "import JSON": ("import", "given.json"),
    "form": ("form", "given.md"),
    "form of an event": ("form", "--event", "given.json"),
    "snapshot": ("snapshot", "given.txt"),
    "fmt": ("fmt", "content/facts/given.yml"),
    "new fact": ("new", "fact", "--source", "gazette", "--quote", "the harbour master counted 12 ships in the bay",
                 "--statement", "The harbour master counted 12 ships.", "--topic", "ships",
                 "--into", "content/facts/given.yml"),
    "import into": ("import", "good.csv", "--into", "content/facts/given.yml"),
}  # fmt: skip


@pytest.mark.timeout(30)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_given_is_no_ordinary_file(site: Path, run: Run, command: str, kind: str) -> None:
    """A message of one line, and nothing is written."""
    from tests.unit.cli.test_import import GOOD, HEAD

    make, words = KINDS[kind]
    arguments = COMMANDS[command]
    (site / "good.csv").write_text(HEAD + GOOD)
    given = site / next(word for word in arguments if "given" in word)
    make(given)
    before = (site / "content/facts/ships.yml").read_bytes()
    said = run(*arguments)
    assert said.exception is None or isinstance(said.exception, SystemExit), said.exception
    if kind == "nothing" and command in ("new fact", "import into"):
        return
    assert said.exit_code in (1, 2), said.output
    if command not in ("snapshot", "fmt", "new fact", "import into"):
        assert words in said.output
    assert (site / "content/facts/ships.yml").read_bytes() == before
    assert not given.is_file() or kind == "a large file" or given.is_symlink()


def test_the_limit_of_a_table_is_that_of_the_content(site: Path, run: Run) -> None:
    (site / "claims.csv").write_bytes(b"id\n" + b"x" * (4 * 1024 * 1024))
    said = run("import", "claims.csv")
    assert said.exit_code == 2
    assert "claims.csv: it is larger than 4 MB; split it into several.\n" in said.stderr

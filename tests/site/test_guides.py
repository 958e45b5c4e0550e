"""The tutorial and every guide are run as they are read: files are written, commands run, their words compared.

A block of a guide is one of four things, as a reader sees too:

- a session (`console`): `$ command`, lines that it must print, and `! exit status N`;
- a file, whose path is the block's title;
- keys that are added to a file, with the title `added to PATH`: they replace those of the same name;
- what happens elsewhere: its first line is a comment that says why it is "Not tested here"; or another test runs it
  (`ELSEWHERE`).

The tutorial and the guide to a new site begin in an empty folder, all others in a new site of `factbook init`. At the
end of a guide nothing may be wrong with the site.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factbook.runtime.frozen import frozen
from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = REPOSITORY / "docs"
TUTORIAL = DOCS / "tutorial" / "first-fact.md"
GUIDES = (TUTORIAL, *sorted((DOCS / "how-to").glob("*.md")))
FROM_NOTHING = {TUTORIAL.name, "start-a-site.md"}
BLOCK = re.compile(
    r'^(?P<margin> *)```(?P<language>[\w-]*)(?: title="(?P<title>[^"]+)")?\n(?P<text>.*?)^(?P=margin)```$',
    re.M | re.S,
)
NOT_TESTED = re.compile(r"(#|//|<!--) Not tested here: \S")
ELSEWHERE = {
    "sql": "tests/exports/test_sqlite.py",
    "nginx": "tests/neighbours/test_servers.py",
    "caddy": "tests/neighbours/test_servers.py",
    "apache": "tests/neighbours/test_servers.py",
    "sh": "tests/house/test_recipes.py",
}
"""Languages whose blocks another test takes from the guides; shell, where it has a title."""
ADDED = "added to "


@frozen
class Block:
    """A fenced block of a guide."""

    language: str
    title: str
    text: str
    line: int

    @property
    def is_elsewhere(self) -> bool:
        return bool(NOT_TESTED.match(self.text)) or self.has_its_own_test

    @property
    def has_its_own_test(self) -> bool:
        return self.language in ELSEWHERE and bool(self.title or self.language != "sh")


def blocks(page: Path) -> Iterator[Block]:
    """In the order of the page."""
    text = page.read_text(encoding="utf-8")
    for found in BLOCK.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield Block(found["language"], found["title"] or "", textwrap.dedent(found["text"]), line)


@pytest.fixture(scope="module")
def new_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `factbook init` writes, committed to git."""
    folder = tmp_path_factory.mktemp("new") / "site"
    folder.mkdir()
    begun = run("factbook init . && git init -q -b main && git add -A && git commit -q -m Begin", folder)
    assert begun.returncode == 0, begun.stderr
    return folder


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_a_guide_works_as_written(guide: Path, new_site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    if guide.name in FROM_NOTHING:
        folder.mkdir()
    else:
        shutil.copytree(new_site, folder)
    for block in blocks(guide):
        if block.is_elsewhere:
            continue
        if block.language == "console":
            folder = run_session(block, folder)
        else:
            write(block, folder)
    assert run("factbook check", folder).returncode == 0


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_every_block_says_what_it_is(guide: Path) -> None:
    found = list(blocks(guide))
    assert len(found) * 2 == len(re.findall(r"^ *```", guide.read_text("utf-8"), re.M)), "a fence is not closed"
    loose = [block.line for block in found if not (block.language == "console" or block.title or block.is_elsewhere)]
    assert loose == [], f"{guide.name}: these blocks are neither run nor said to happen elsewhere"


def test_most_blocks_are_run() -> None:
    every = [block for page in GUIDES for block in blocks(page)]
    assert sum(block.is_elsewhere and not block.has_its_own_test for block in every) <= len(every) // 5
    assert all((REPOSITORY / test).is_file() for test in ELSEWHERE.values())


def test_the_tutorials_fact_is_on_its_page(tmp_path: Path) -> None:
    test_a_guide_works_as_written(TUTORIAL, tmp_path, tmp_path)
    page = (tmp_path / "site" / "site" / "facts" / "aare-rose-40.html").read_text(encoding="utf-8")
    assert "The river Aare rose by 40 centimetres on Saturday" in page


def write(block: Block, folder: Path) -> None:
    path = folder / block.title.removeprefix(ADDED)
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text("utf-8") if block.title.startswith(ADDED) else ""
    path.write_text(without(before, block.text) + block.text, encoding="utf-8")


def without(record: str, added: str) -> str:
    """A file of YAML without the keys that stand in `added`."""
    names = set(re.findall(r"^(\w+):", added, re.M))
    parts = re.split(r"^(?=\w)", record, flags=re.M)
    return "".join(part for part in parts if part.partition(":")[0] not in names)


def run_session(block: Block, folder: Path) -> Path:
    """Runs each `$ command`; what stands below it is what must come of it. Gives the folder in which it ends."""
    for session in re.split(r"^\$ ", block.text, flags=re.M)[1:]:
        command, *expected = session.strip().split("\n")
        if command.startswith("cd "):
            folder = folder / command.removeprefix("cd ")
            continue
        done = run(command, folder)
        status = [line.split()[-1] for line in expected if line.startswith("! exit status")]
        said = re.sub(r"\s+", " ", done.stdout + done.stderr)
        assert done.returncode == int(status[0] if status else 0), f"line {block.line}: {command}\n{said}"
        wanted = (" ".join(line.split()) for line in expected if not line.startswith("! "))
        missing = [words for words in wanted if words not in said]
        assert not missing, f"line {block.line}: {command} does not say {missing}, but:\n{done.stdout}{done.stderr}"
    return folder


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, env=surroundings(), capture_output=True, text=True, check=False
    )


def surroundings() -> dict[str, str]:
    """Those of somebody with git and Factbook, and nothing set up."""
    left = {name: value for name, value in os.environ.items() if not name.startswith(("FACTBOOK", "GIT", "CI"))}
    who = {
        f"GIT_{role}_{what}": f"{what}@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    path = f"{Path(sys.executable).parent}{os.pathsep}{left['PATH']}"
    return left | who | {"PATH": path, "COLUMNS": "200", "GIT_CONFIG_GLOBAL": os.devnull}

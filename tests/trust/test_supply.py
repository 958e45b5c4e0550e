"""Promise 9: what comes from others is locked, audited and listed, and a site can be made again from its commit."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factbook.authoring.scaffold.example_site import write_site
from tests.conftest import REPOSITORY, copy_shipped
from tests.site.test_builds import digests
from tests.trust.sites import factbook

if TYPE_CHECKING:
    from collections.abc import Callable

TOOLS = REPOSITORY / ".cache" / "trust" / "venv" / "bin"
SBOM = REPOSITORY / ".cache" / "trust" / "sbom.cdx.json"


def tool(name: str, record: Callable[[int, str, str, str], None]) -> str:
    """Where a tool of `make trust` stands; without it the row says so."""
    found = TOOLS / name
    if found.is_file():
        return str(found)
    if elsewhere := shutil.which(name):
        return elsewhere
    record(9, name, "not installed", "NOT RUN HERE")
    pytest.skip(f"NOT RUN: {name} is not installed; `make trust` fetches it")


def test_no_known_weakness(full: bool, record: Callable[[int, str, str, str], None]) -> None:
    """pip-audit over the locks. Without a way to the database of advisories nothing is known, and that is said."""
    command = tool("pip-audit", record)
    if not full:
        pytest.skip("asks the network; `make trust` runs it")
    locks = [argument for name in ("site", "test") for argument in ("-r", f"requirements/{name}.txt")]
    said = subprocess.run([command, "--disable-pip", "--no-deps", "--format", "json", *locks], cwd=REPOSITORY,
                          capture_output=True, text=True, check=False, timeout=300)  # fmt: skip
    packages = json.loads(said.stdout)["dependencies"] if said.stdout.startswith("{") else []
    asked = [package for package in packages if "vulns" in package]
    weak = [f"{package['name']} {package['version']}" for package in asked if package["vulns"]]
    assert not weak
    if not asked:
        record(9, "pip-audit over both locks", f"{len(packages)} packages",
               "NOT RUN HERE: no database of advisories can be reached; `audit.yml` asks once a week")  # fmt: skip
        pytest.skip("NOT RUN: the database of advisories cannot be reached")
    record(9, "pip-audit over both locks", f"{len(asked)} of {len(packages)} packages", "no known weakness")


def test_workflows(tmp_path: Path, record: Callable[[int, str, str, str], None]) -> None:
    """zizmor finds nothing in the workflows, ours and those that a new site gets."""
    command = tool("zizmor", record)
    write_site(tmp_path / "new", "Harbour watch")
    folders = (".github", str(tmp_path / "new" / ".github"))
    said = subprocess.run([command, "--offline", "--no-progress", *folders], cwd=REPOSITORY, capture_output=True,
                          text=True, check=False, timeout=120)  # fmt: skip
    assert said.returncode == 0, said.stdout
    count = sum(1 for folder in folders for _ in (REPOSITORY / folder / "workflows").glob("*.yml"))
    record(9, "zizmor on the workflows, offline", f"{count} workflows", "no finding")


def test_a_list_of_all_parts(record: Callable[[int, str, str, str], None]) -> None:
    """An SBOM in CycloneDX names every locked package with its version and hashes."""
    command = tool("cyclonedx-py", record)
    SBOM.parent.mkdir(parents=True, exist_ok=True)
    lock = REPOSITORY / "requirements" / "site.txt"
    subprocess.run([command, "requirements", str(lock), "--output-reproducible", "--of", "JSON", "-o", str(SBOM)], check=True,
                   capture_output=True, timeout=120)  # fmt: skip
    parts = json.loads(SBOM.read_bytes())["components"]
    locked = [
        line
        for line in lock.read_text(encoding="utf-8").splitlines()
        if "==" in line and not line.startswith((" ", "#"))
    ]
    assert len(parts) == len(locked)
    record(
        9,
        "SBOM (CycloneDX) of what a site is built with",
        f"{len(parts)} packages",
        "complete, in `.cache/trust/sbom.cdx.json`",
    )


def test_a_site_can_be_made_again_from_the_commit_in_its_footer(
    tmp_path: Path, record: Callable[[int, str, str, str], None]
) -> None:
    """The commit that a page names is enough: its files, built elsewhere and without git, are the same site."""
    git = subprocess.run(["git", "rev-parse", "HEAD"], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if git.returncode:
        pytest.skip("this is not a git working tree")
    clone, archive = tmp_path / "clone", tmp_path / "archive"
    subprocess.run(["git", "clone", "--quiet", "--shared", str(REPOSITORY), str(clone)], check=True)
    subprocess.run(["git", "checkout", "--quiet", git.stdout.strip()], cwd=clone, check=True)
    _build(clone, git.stdout.strip())
    named = re.search(r"/(?:commit|tree)/([0-9a-f]{40})", (clone / "site" / "index.html").read_text(encoding="utf-8"))
    assert named
    assert named[1] == git.stdout.strip()
    _unpack(named[1], archive)
    _build(archive, named[1])
    files = digests(clone / "site")
    assert files == digests(archive / "site")
    record(
        9,
        "the commit that a footer names, from `git archive`, against the site built in a clone",
        f"{len(files)} files",
        "identical",
    )


def _build(root: Path, commit: str) -> None:
    """With the generator of that commit."""
    command = [sys.executable, "-m", "factbook", "build", "--quiet", "--site", str(root)]
    environment = {
        "FACTBOOK_COMMIT": commit,
        "HOME": str(root.parent / f"home of {root.name}"),
        "PATH": "/usr/bin:/bin",
    }
    said = subprocess.run(
        command, cwd=root, capture_output=True, text=True, check=False, timeout=240, env=environment
    )
    assert said.returncode == 0, said.stdout + said.stderr


def _unpack(commit: str, folder: Path) -> None:
    folder.mkdir()
    with subprocess.Popen(["git", "archive", commit], cwd=REPOSITORY, stdout=subprocess.PIPE) as archive:
        subprocess.run(["tar", "-x", "-C", str(folder)], stdin=archive.stdout, check=True)


def test_the_footer_names_a_commit_only_when_it_is_told(tmp_path: Path) -> None:
    """Nothing is asked of git: a site is its content, and the commit comes with the call."""
    copy_shipped(tmp_path)
    assert factbook(tmp_path, "build", FACTBOOK_COMMIT="0123456789abcdef").returncode == 0
    assert "0123456" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")

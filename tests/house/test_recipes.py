"""What the how-to pages show is right as far as it can be tried here: files are parsed, and a branch is published."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from factbook.publish.host_headers import ALWAYS, OPEN, UNFRAMED
from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable

PAGES = sorted((REPOSITORY / "docs").rglob("*.md"))
BLOCK = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.M | re.S)
SERVERS = (REPOSITORY / "docs" / "how-to" / "publish-on-a-server.md").read_text("utf-8")


def shell(text: str) -> None:
    done = subprocess.run(["sh", "-n"], input=text, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def python(text: str) -> None:
    compile(text, "page", "exec")


PARSERS: dict[str, Callable[[str], object]] = {
    "yaml": lambda text: list(yaml.safe_load_all(text)),
    "toml": tomllib.loads,
    "json": json.loads,
    "sh": shell,
    "python": python,
}


@pytest.mark.parametrize("document", PAGES, ids=lambda document: document.stem)
def test_every_block_of_a_page_can_be_read(document: Path) -> None:
    for language, _, text in BLOCK.findall(document.read_text("utf-8")):
        if language in PARSERS:
            PARSERS[language](text)


@pytest.mark.parametrize(
    ("block", "form"),
    [
        ("nginx", r'add_header (\S+) (?:"([^"]+)"|\$\w+) always;'),
        ("caddy", r'header (?:@\w+ |/\S+ )?(\S+) "([^"]+)"'),
        ("apache", r'Header always set (\S+) "([^"]+)"'),
    ],
)
def test_each_server_is_given_the_headers_that_the_program_writes(block: str, form: str) -> None:
    text = next(text for language, _, text in BLOCK.findall(SERVERS) if language == block)
    found = dict(re.findall(form, text))
    advised = ALWAYS | UNFRAMED | OPEN
    assert found.keys() == advised.keys()
    assert all(value in ("", advised[name]) for name, value in found.items())
    assert all(value in text for value in advised.values())
    assert all(f"`{name}: {value}`" in SERVERS for name, value in advised.items())


def test_a_branch_is_published_as_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (REPOSITORY / "docs" / "how-to" / "publish.md").read_text("utf-8")
    steps = {title: text for language, title, text in BLOCK.findall(page) if language == "sh" and title}
    bin = Path(sys.executable).parent
    for name, value in (("NAME", "Somebody"), ("EMAIL", "somebody@example.org")):
        monkeypatch.setenv(f"GIT_AUTHOR_{name}", value)
        monkeypatch.setenv(f"GIT_COMMITTER_{name}", value)
    monkeypatch.setenv("PATH", f"{bin}:/usr/bin:/bin")

    def run(text: str, folder: Path) -> str:
        done = subprocess.run(
            ["sh", "-e"], input=text, cwd=folder, capture_output=True, text=True, check=False, timeout=200
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("git init -q --bare origin.git && factbook init harbour -q", tmp_path)
    site = tmp_path / "harbour"
    run("git init -q -b main && git add -A && git commit -q -m One && git remote add origin ../origin.git", site)
    run(steps["once"], site)
    run(steps["each time"], site)
    published = run("git -C ../origin.git ls-tree -r --name-only pages", site).splitlines()
    assert {"index.html", ".factbook-files", "data/facts.json"} <= set(published)
    assert "site_config.yml" not in published
    config = site / "site_config.yml"
    config.write_text(re.sub("^name: .*", "name: Another name", config.read_text("utf-8"), flags=re.M))
    run(steps["each time"], site)
    assert "Another name" in run("git -C ../origin.git show pages:index.html", site)

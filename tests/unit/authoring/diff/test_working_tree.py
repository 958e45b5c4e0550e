"""What differs from the last commit, as the preview's bar tells it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from factbook.authoring.diff.git import NoRevision
from factbook.authoring.diff.working_tree import DraftChange, draft
from factbook.content import load

if TYPE_CHECKING:
    from pathlib import Path

FACT = "- id: rise\n  statement: The river rose.\n- id: fall\n  statement: The river fell.\n"


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(("git", *identity, *arguments), cwd=folder, check=True, capture_output=True)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site in a folder of a repository, committed."""
    site = tmp_path / "repository" / "site"
    write(site, "content/facts/a.yml", FACT)
    write(site, "content/actors/ada.yml", "id: ada\nname: Ada\nkind: person\n")
    git(site.parent, "init", "-q")
    git(site.parent, "add", "-A")
    git(site.parent, "commit", "-q", "-m", "State")
    return site


def write(site: Path, name: str, text: str) -> None:
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_text(text, encoding="utf-8")


def test_nothing_has_changed(site: Path) -> None:
    told = draft(site, load.parse)
    assert len(told.commit) == 40
    assert told.changes == ()


def test_facts_are_told_by_their_ids_and_keys(site: Path) -> None:
    write(site, "content/facts/a.yml", FACT.replace("rose.", "rose fast.").replace("id: fall", "id: ebb"))
    assert draft(site, load.parse).changes == (
        DraftChange("changed", "fact", "rise", ("statement",), "facts/rise.html"),
        DraftChange("added", "fact", "ebb", page="facts/ebb.html"),
        DraftChange("gone", "fact", "fall"),
    )


def test_new_files_and_lost_ones(site: Path) -> None:
    (site / "content/actors/ada.yml").unlink()
    write(site, "content/topics/flood.yml", "id: flood\ntitle: Flood\n")
    write(site, "content/pages/ä b.md", "# About\n")
    write(site, "../elsewhere.yml", "id: x\n")
    assert draft(site, load.parse).changes == (
        DraftChange("gone", "actor", "ada"),
        DraftChange("added", "file", "content/pages/ä b.md"),
        DraftChange("added", "topic", "flood", page="topics/flood/"),
    )


def test_a_file_that_cannot_be_read_loses_its_facts_here_and_breaks_nothing(site: Path) -> None:
    write(site, "content/facts/a.yml", "- id: [\n")
    assert [change.what for change in draft(site, load.parse).changes] == ["gone", "gone"]


def test_without_a_repository_the_reason_is_given(tmp_path: Path) -> None:
    with pytest.raises(NoRevision, match="not in a git repository"):
        draft(tmp_path, load.parse)

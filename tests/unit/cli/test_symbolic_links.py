"""No step of a path leads out of the site: nothing behind a link is read, printed or written, by any command."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.unit.cli.test_import import GOOD, HEAD
from tests.unit.cli.test_issue_form import body

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run

SECRET = "counted 12 ships in the bay of secrets"
STEPS = (
    "site_config.yml",
    "content",
    "content/actors",
    "content/briefing.yml",
    "content/facts",
    "content/facts/deep",
    "content/facts/deep/er",
    "content/facts/deep/er/trap.yml",
    "content/facts/trap.yml",
    "content/media",
    "content/pages",
    "content/pages/deep",
    "content/pages/deep/er",
    "content/pages/deep/er/trap.md",
    "content/pages/trap.md",
    "content/series",
    "content/snapshots",
    "content/snapshots/gazette.txt",
    "content/snapshots/gazette.txt.fingerprint",
    "content/sources",
    "content/topics",
)
COMMANDS: dict[str, tuple[str, ...]] = {
    "check": ("check",),
    "build": ("build",),
    "fmt": ("fmt",),
    "find": ("find", "secrets"),
    "snapshot": ("snapshot", "gazette.txt"),
    "import": ("import", "claims.csv"),
    "import elsewhere": ("import", "claims.csv", "--into", "content/facts/deep/er/new.yml"),
    "form": ("form", "issue.md"),
    "export": ("export", "csv"),
}


def linked(site: Path, step: str, outside: Path) -> None:
    """Puts what the site has at a step elsewhere, with a secret in it, and a link to it there."""
    outside.mkdir()
    here = site / step
    here.parent.mkdir(parents=True, exist_ok=True)
    there = outside / here.name
    if here.exists():
        shutil.move(here, there)
    elif here.suffix:
        there.write_text(f"# {SECRET}\n")
    else:
        there.mkdir()
    if there.is_dir():
        (there / "secret.md").write_text(f"# {SECRET}\n")
        (there / "secret.yml").write_text(f"id:   secret\nstatement: {SECRET}\nname: {SECRET}\ntitle: {SECRET}\n")
        (there / "gazette.txt").write_text(f"The harbour master {SECRET}.\n")
    elif there.suffix == ".txt":
        there.write_text(f"The harbour master {SECRET}.\n")
    here.symlink_to(there)


def held(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("step", STEPS)
def test_what_stands_behind_a_link_is_neither_read_nor_written(
    site: Path, run: Run, tmp_path: Path, step: str
) -> None:
    (site / "claims.csv").write_text(HEAD + GOOD)
    (site / "issue.md").write_text(body())
    linked(site, step, tmp_path / "outside")
    before = held(tmp_path / "outside")
    for name, arguments in COMMANDS.items():
        said = run(*arguments)
        assert said.exception is None or isinstance(said.exception, SystemExit), (name, said.exception)
        assert "of secrets" not in said.output, name
        assert held(tmp_path / "outside") == before, name
        if name in ("check", "build"):
            assert said.exit_code in (1, 2), (name, said.output)
            assert step.removesuffix(".fingerprint").rpartition("/")[2] in said.output
    assert not (site / "site").exists()


@pytest.mark.parametrize("folder", ["texts", "texts/deep"])
def test_a_folder_of_texts_in_the_configuration_is_looked_at_step_by_step(
    site: Path, run: Run, tmp_path: Path, folder: str
) -> None:
    (site / "site_config.yml").write_text(f"name: Harbour watch\nsnapshots: [{folder}]\n")
    (site / folder).mkdir(parents=True)
    shutil.move(site / "content/snapshots/gazette.txt", site / folder)
    assert run("check").exit_code == 0
    shutil.move(site / "texts", tmp_path / "outside")
    (site / "texts").symlink_to(tmp_path / "outside")
    said = run("check")
    assert said.exit_code == 2
    assert "folder-outside" in said.output


def test_whoever_runs_a_command_names_any_folder(
    site: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "outside").mkdir()
    shutil.move(site / "content/snapshots/gazette.txt", tmp_path / "outside")
    (tmp_path / "link").symlink_to(tmp_path / "outside")
    monkeypatch.setenv("FACTBOOK_SNAPSHOTS", str(tmp_path / "link"))
    assert "2 found in the text" in run("check", "-v").stderr


@pytest.mark.parametrize("name", [".gitattributes", ".gitignore", ".gitmodules", ".git", ".GitAttributes"])
@pytest.mark.parametrize("folder", ["", "facts", "facts/deep", "actors", "pages", "pages/deep", "snapshots"])
def test_what_steers_git_has_no_place_in_content(site: Path, run: Run, folder: str, name: str) -> None:
    path = site / "content" / folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("* -diff\n")
    said = run("check", "--format", "concise")
    assert said.exit_code == 1
    assert f"{name}` steers git" in said.output


def test_a_folder_may_be_kept_in_git_though_it_is_empty(site: Path, run: Run) -> None:
    for folder in ("series", "pages"):
        (site / "content" / folder).mkdir(exist_ok=True)
        (site / "content" / folder / ".gitkeep").touch()
    assert run("check").exit_code == 0

"""export: one file or a folder, whole or not at all, and only of content that is in order."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run

FACT = "content/facts/ships.yml"


def test_json_goes_into_a_folder_with_its_schemas(site: Path, run: Run) -> None:
    assert run("export", "json", "data").exit_code == 0
    facts = json.loads((site / "data" / "facts.json").read_text())
    assert [fact["id"] for fact in facts["facts"]] == ["twelve-ships", "two-left"]
    assert (site / "data" / facts["$schema"]).is_file()
    assert not (site / "data" / "sources.csl.json").exists()


@pytest.mark.parametrize(
    ("format", "start"),
    [
        ("csv", b'\xef\xbb\xbf"id"'),
        ("jsonld", b'{"@context"'),
        ("bibtex", b"@misc{gazette,"),
        ("csl", b"[\n{"),
        ("sqlite", b"SQLite format 3\0"),
    ],
)
def test_a_single_file(site: Path, run: Run, format: str, start: bytes) -> None:
    assert run("export", format).stdout_bytes.startswith(start)
    assert run("export", format, "out", "--quiet").output == ""
    assert (site / "out").read_bytes().startswith(start)


def test_a_database_that_cannot_be_made_is_told(site: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factbook.exports.sqlite.TEXTS", ("CREATE VIRTUAL TABLE t USING nothing_of_the_kind(a)",))
    result = run("export", "sqlite", "out.db")
    assert result.exit_code == 2
    assert "no such module: nothing_of_the_kind" in result.stderr
    assert not (site / "out.db").exists()


def test_a_single_file_into_a_folder(site: Path, run: Run) -> None:
    assert run("export", "csv", "content").exit_code == 0
    assert (site / "content" / "facts.csv").is_file()


@pytest.mark.parametrize(
    ("format", "name"),
    [
        ("csv", "facts.csv"),
        ("jsonld", "factbook.jsonld"),
        ("bibtex", "sources.bib"),
        ("csl", "sources.csl.json"),
        ("sqlite", "factbook.db"),
        ("zip", "site.zip"),
        ("pdf", "briefing.pdf"),
    ],
)
def test_a_file_that_may_be_another_s_is_not_replaced_unnamed(site: Path, run: Run, format: str, name: str) -> None:
    (site / "mine").mkdir()
    (site / "mine" / name).write_text("mine")
    result = run("export", format, "mine")
    assert result.exit_code == 2
    assert (
        f"mine/{name} is there already. To replace it, name it: factbook export {format} mine/{name}" in result.stderr
    )
    assert (site / "mine" / name).read_text() == "mine"


def test_markdown_goes_into_a_new_folder_or_replaces_an_earlier_export(site: Path, run: Run) -> None:
    assert run("export", "markdown", "tree").exit_code == 0
    assert (site / "tree" / "docs" / "topics" / "ships" / "index.md").is_file()
    rename(site, "topics", "ships", "boats")
    assert run("export", "markdown", "tree").exit_code == 0
    assert not (site / "tree" / "docs" / "topics" / "ships").exists()
    assert (site / "tree" / "docs" / "topics" / "boats" / "index.md").is_file()


def rename(site: Path, folder: str, old: str, new: str) -> None:
    """Gives a thing another id, in its own file and in the facts."""
    (site / "content" / folder / f"{old}.yml").rename(site / "content" / folder / f"{new}.yml")
    for path in (site / "content" / folder / f"{new}.yml", site / "content/facts/ships.yml"):
        path.write_text(path.read_text().replace(f"id: {old}", f"id: {new}").replace(f"[{old}]", f"[{new}]"))


def test_a_folder_with_somebodys_files_is_left_alone(site: Path, run: Run) -> None:
    (site / "mine").mkdir()
    (site / "mine" / "mkdocs.yml").write_text("site_name: Mine\n")
    result = run("export", "markdown", "mine")
    assert result.exit_code == 2
    assert result.stderr == "mine holds files that no export has written: name an empty or a new folder.\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("json",), "Name the folder for the files: factbook export json DIR."),
        (("zip",), "Name the file: factbook export zip FILE.zip."),
        (("markdown", "site_config.yml"), "site_config.yml is not a folder."),
    ],
)
def test_what_is_wrong_with_a_target(site: Path, run: Run, arguments: tuple[str, ...], words: str) -> None:
    result = run("export", *arguments)
    assert (result.exit_code, result.stderr) == (2, f"{words}\n")


def test_content_with_an_error_is_not_exported(site: Path, run: Run) -> None:
    (site / FACT).write_text((site / FACT).read_text().replace("12 ships in the bay", "13 ships in the bay"))
    result = run("export", "csv", "out.csv")
    assert result.exit_code == 1
    assert "error[quote-not-found]" in result.stdout
    assert not (site / "out.csv").exists()


def test_a_file_that_cannot_be_written_leaves_nothing_behind(site: Path, run: Run) -> None:
    result = run("export", "csv", "nowhere/out.csv")
    assert result.exit_code == 2
    assert "No such file or directory" in result.stderr
    assert sorted(path.name for path in site.iterdir()) == ["content", "site_config.yml"]


@pytest.mark.parametrize("format", ["json", "markdown"])
def test_a_folder_that_no_export_has_written_is_not_touched(site: Path, run: Run, format: str) -> None:
    (site / "work").mkdir()
    (site / "work" / "facts.json").write_text("mine")
    said = run("export", format, "work")
    assert said.exit_code == 2
    assert "name an empty or a new folder" in said.stderr
    assert [path.name for path in (site / "work").iterdir()] == ["facts.json"]


@pytest.mark.parametrize("format", ["json", "markdown"])
def test_a_second_export_leaves_what_others_keep_there(site: Path, run: Run, format: str) -> None:
    assert run("export", format, "work").exit_code == 0
    first = {path: path.read_bytes() for path in (site / "work").rglob("*") if path.is_file()}
    others = {site / "work" / path: b"mine" for path in ("docs/notes.md", "thesis.txt", ".git/HEAD", "actors.txt")}
    for path, data in others.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    assert run("export", format, "work").exit_code == 0
    assert {path: path.read_bytes() for path in (site / "work").rglob("*") if path.is_file()} == first | others
    assert not [path.name for path in site.iterdir() if path.name.startswith(".work")]
    (site / "work/.factbook-files").write_text("")
    blocked = run("export", format, "work")
    assert (blocked.exit_code, "stands where a file is to be written" in blocked.stderr) == (2, True), blocked.output

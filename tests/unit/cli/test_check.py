"""check: what it prints, and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.unit.cli.conftest import commit, git, replace

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run

FACTS = "content/facts/ships.yml"


def test_a_site_in_order_ends_with_0(site: Path, run: Run) -> None:
    result = run("check")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == "no problems; 2 facts with 2 citations checked\n"


def test_one_changed_word_is_shown_with_its_row_and_the_closest_words(site: Path, run: Run) -> None:
    replace(site, FACTS, "counted 12 ships in the bay", "counted 12 boats in the bay")
    result = run("check")
    assert result.exit_code == 1
    assert "error[quote-not-found]" in result.stdout
    assert f" --> {FACTS}:8:14\n" in result.stdout
    assert "8 |       quote: the harbour master counted 12 boats in the bay\n" in result.stdout
    assert "counted 12 ships in the bay" in result.stdout
    assert result.stderr == "1 error in 1 file; 2 facts with 2 citations checked\n"


def test_formats_for_programs(site: Path, run: Run) -> None:
    replace(site, FACTS, "12 ships on", "13 ships on")
    found = json.loads(run("check", "--format", "json").stdout)
    assert [(one["code"], one["path"], one["line"], one["column"]) for one in found] == [
        ("number-without-words", FACTS, 2, 45)
    ]
    assert run("check", "--format", "concise").stdout.startswith(f"{FACTS}:2:45: error[number-without-words] ")
    assert run("check", "--format", "github").stdout.startswith(f"::error file={FACTS},line=2,col=45,")


def test_warnings_fail_only_when_strict(site: Path, run: Run) -> None:
    (site / "content/topics/empty.yml").write_text("id: empty\ntitle: Nothing yet\n")
    assert run("check").exit_code == 0
    result = run("check", "--strict")
    assert result.exit_code == 1
    assert "warning[topic-unused]" in result.stdout


def test_quiet_says_only_what_is_wrong(site: Path, run: Run) -> None:
    assert run("check", "-q").output == ""
    replace(site, FACTS, "12 ships in", "15 ships in")
    result = run("check", "-q")
    assert result.stdout
    assert result.stderr == ""


def test_files_are_named_as_seen_from_the_current_folder(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace(site, FACTS, "master counted 12", "master saw 12")
    monkeypatch.chdir(site.parent)
    result = run("check", "--site", "site-here", "--format", "concise")
    assert result.stdout.startswith(f"site-here/{FACTS}:8:14: ")


def test_github_names_files_from_the_repository_and_shows_the_change_s_own_first(
    repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(repository, "update-ref", "refs/remotes/origin/main", "HEAD")
    git(repository, "checkout", "-q", "-b", "change")
    (repository / "content/topics/late.yml").write_text("id: late\ntitle: Written late\n")
    replace(repository, "content/topics/ships.yml", "id: ships", "id: ships\nsummary: All 40 ships.")
    commit(repository)
    (repository / "content/actors/ghost.yml").write_text("id: ghost\nname: Ghost\nkind: person\n")
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(repository.parent))
    rows = run("check", "--format", "github").stdout.splitlines()
    assert [row.split("file=site-here/content/")[1].split(",")[0] for row in rows] == [
        "topics/late.yml",
        "topics/ships.yml",
        "actors/ghost.yml",
    ]


@pytest.mark.parametrize("command", ["check", "build", "find x", "fmt", "snapshot --all", "diff HEAD", "new actor"])
def test_what_is_no_site_ends_with_2_and_a_sentence(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*command.split())
    assert result.exit_code == 2
    assert "there is no site_config.yml in this folder" in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("folder", "words"), [("nowhere", "`nowhere` does not exist"), ("file", "`file` is a file, not a folder")]
)
def test_a_wrong_folder_ends_with_2(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, folder: str, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    result = run("check", "--site", folder)
    assert result.exit_code == 2
    assert words in result.output


def test_a_wrong_configuration_ends_with_2_also_in_json(site: Path, run: Run) -> None:
    (site / "site_config.yml").write_text("name: x\ncolor_scheme: red\n")
    result = run("check", "--format", "json")
    assert result.exit_code == 2
    assert json.loads(result.stdout)[0]["code"] == "key-unknown"


def test_check_loads_no_heavy_library(site: Path) -> None:
    program = (
        "import sys\nsys.argv = ['factbook', 'check']\nfrom factbook.cli import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert end.code == 0\n"
        "print([name for name in ('mkdocs', 'rich', 'jinja2', 'material', 'edtf') if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_verbose_says_what_is_done_and_where_quotes_were_found(site: Path, run: Run) -> None:
    assert run("check", "-v").stderr.splitlines() == [
        "Reading the content",
        "Looking up the quotes",
        "Checking",
        "Citations: 2 found in the text",
        "no problems; 2 facts with 2 citations checked",
    ]
    (site / "content/snapshots/gazette.txt").unlink()
    assert "Citations: 2 confirmed by the fingerprint\n" in run("check", "-v").stderr


def test_a_link_in_the_content_shows_nothing_of_where_it_leads(site: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "secret.yml").write_text("password: hunter2\n")
    (site / "content/actors/secret.yml").symlink_to(tmp_path / "secret.yml")
    result = run("check")
    assert result.exit_code == 1
    assert "content/actors/secret.yml" in result.stdout
    assert "hunter2" not in result.output


def test_one_colon_gives_one_message(site: Path, run: Run) -> None:
    replace(site, "content/facts/ships.yml", "The Gazette reported that", "The Gazette reported: that")
    result = run("check", "--format", "concise")
    assert result.exit_code == 1
    assert result.stdout.count("\n") == 1
    assert result.stdout.startswith("content/facts/ships.yml:11:34: error[yaml-syntax]")
    assert result.stderr.startswith("1 error in 1 file")

"""fmt: files are rewritten only when they must be, and never when they cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run

ACTOR = "content/actors/harbour-master.yml"


def test_only_files_out_of_form_are_rewritten(site: Path, run: Run) -> None:
    assert run("fmt").stdout == ""
    (site / ACTOR).write_text("# the master\nname:   Harbour master\nkind: person\nid: harbour-master\n")
    assert run("fmt", "--check").exit_code == 1
    assert (site / ACTOR).read_text().startswith("# the master\nname:   ")
    result = run("fmt")
    assert (result.exit_code, result.stdout) == (0, f"rewritten: {ACTOR}\n")
    assert (site / ACTOR).read_text() == "id: harbour-master\n# the master\nname: Harbour master\nkind: person\n"
    assert run("fmt", "--check").exit_code == 0


def test_a_file_that_is_no_yaml_is_shown_and_left(site: Path, run: Run) -> None:
    (site / ACTOR).write_text("name: [x\n")
    result = run("fmt", ACTOR)
    assert result.exit_code == 1
    assert "error[yaml-syntax]" in result.stdout
    assert (site / ACTOR).read_text() == "name: [x\n"


def test_only_files_of_the_content_are_taken(site: Path, run: Run) -> None:
    result = run("fmt", "site_config.yml")
    assert result.exit_code == 2
    assert result.stderr == "site_config.yml is not a file of this site's content that could be put into form.\n"


def test_links_are_not_followed(site: Path, run: Run, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text("name: x\nid: y\n")
    (site / "content/actors/y.yml").symlink_to(outside)
    run("fmt")
    assert outside.read_text() == "name: x\nid: y\n"

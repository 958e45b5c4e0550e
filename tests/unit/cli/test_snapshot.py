"""snapshot: fingerprints are recorded, and held against their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.cli.conftest import replace

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.unit.cli.conftest import Run

TEXT = "content/snapshots/gazette.txt"


def test_snapshot_records_a_text_once(site: Path, run: Run) -> None:
    (site / f"{TEXT}.fingerprint").unlink()
    result = run("snapshot", "gazette.txt")
    assert result.exit_code == 0
    assert result.stdout == "gazette.txt: written content/snapshots/gazette.txt.fingerprint and .context\n"
    assert run("snapshot", TEXT).stdout == "gazette.txt: unchanged\n"
    replace(site, TEXT, "12 ships", "13 ships")
    assert run("snapshot", "--all").stdout.startswith("gazette.txt: replaced ")


def test_snapshot_takes_texts_from_further_folders(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "texts").mkdir()
    (site / f"{TEXT}.fingerprint").unlink()
    (site / TEXT).rename(tmp_path / "texts" / "gazette.txt")
    monkeypatch.setenv("FACTBOOK_SNAPSHOTS", str(tmp_path / "texts"))
    assert run("snapshot", "--all").exit_code == 0
    assert (site / "content/snapshots/gazette.txt.fingerprint").is_file()
    assert run("check").exit_code == 0
    monkeypatch.delenv("FACTBOOK_SNAPSHOTS")
    assert run("check").exit_code == 0


def test_verify_finds_one_changed_character(site: Path, run: Run) -> None:
    (site / f"{TEXT}.fingerprint").unlink()
    assert run("snapshot", "--verify").stdout == "gazette.txt: no fingerprint\n"
    run("snapshot", "--all")
    assert run("snapshot", "--verify").stdout == "gazette.txt: matches\n"
    replace(site, TEXT, "Later", "later")
    result = run("snapshot", "--verify")
    assert result.exit_code == 1
    assert result.stdout.startswith("gazette.txt: differs (the text is not the one")


def test_snapshot_of_nothing_says_what_to_name(site: Path, run: Run) -> None:
    assert run("snapshot").exit_code == 2
    result = run("snapshot", "nothing.txt")
    assert result.exit_code == 1
    assert result.stdout == "nothing.txt: unusable (no snapshots folder has a text of that name)\n"

"""find and snapshot: words in the texts, and fingerprints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content import yaml
from tests.unit.cli.conftest import replace

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.unit.cli.conftest import Run

TEXT = "content/snapshots/gazette.txt"


def test_find_prints_a_citation_that_can_be_copied(site: Path, run: Run) -> None:
    result = run("find", "Counted", "12", "ships")
    assert result.exit_code == 1  # the text says it in small letters
    result = run("find", "counted", "12", "ships")
    assert result.exit_code == 0
    assert result.stdout == (
        "gazette  gazette.txt:3\n"
        "  On Thursday the harbour master »counted 12 ships« in the bay\n"
        "  - source: gazette\n"
        "    quote: On Thursday the harbour master counted 12 ships in the bay\n\n"
    )
    assert result.stderr == "1 place in 1 document\n"


def test_find_tells_several_places_apart(site: Path, run: Run) -> None:
    result = run("find", "ships")
    assert result.stderr == "2 places in 1 document\n"
    assert "quote: On Thursday the harbour master counted 12 ships in the bay\n" in result.stdout
    assert "quote: Later he wrote that two ships had left the bay at night\n" in result.stdout


def test_find_goes_across_line_breaks_and_skips_words(site: Path, run: Run) -> None:
    result = run("find", "he wrote that […] at night")
    assert result.exit_code == 0
    assert "quote: he wrote that […] at night\n" in result.stdout


def test_find_shows_the_closest_words_when_there_are_none(site: Path, run: Run) -> None:
    result = run("find", "three ships had left the bay")
    assert result.exit_code == 1
    assert "like it" in result.stdout
    assert "ships had left the bay" in result.stdout
    assert result.stderr == "The words stand in none of 1 text; the closest words are shown.\n"


def test_find_offers_near_names_for_a_source(site: Path, run: Run) -> None:
    result = run("find", "--source", "gazete", "ships")
    assert result.exit_code == 2
    assert result.stderr == "There is no source gazete. Did you mean gazette?\n"


def test_find_shows_texts_that_no_source_names(site: Path, run: Run) -> None:
    (site / "content/snapshots/other.txt").write_text("A whale in the bay.\n")
    result = run("find", "whale")
    assert "(no source)  other.txt:1\n" in result.stdout
    assert "factbook new source --file other.txt" in result.stderr


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


def test_a_found_citation_passes(site: Path, run: Run) -> None:
    printed = run("find", "in the bay").stdout
    citations = [block for block in printed.split("\n\n") if block]
    assert len(citations) == 1
    tree, problems = yaml.read("\n".join(citations[0].splitlines()[2:]).encode(), "x.yml")
    assert not problems
    assert tree is not None

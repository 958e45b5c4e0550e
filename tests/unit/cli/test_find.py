"""find: words in the texts, and citations that can be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content import yaml

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run


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


def test_a_found_citation_passes(site: Path, run: Run) -> None:
    printed = run("find", "in the bay").stdout
    citations = [block for block in printed.split("\n\n") if block]
    assert len(citations) == 1
    tree, problems = yaml.read("\n".join(citations[0].splitlines()[2:]).encode(), "x.yml")
    assert not problems
    assert tree is not None

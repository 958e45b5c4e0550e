"""What people see: colours, bars and widths at a terminal, and nothing of these in a pipe; -q and -v."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from factbook.diagnostics.sanitize import width
from tests.unit.cli.conftest import replace
from tests.unit.cli.terminal import at_a_terminal, into_a_pipe, plain

if TYPE_CHECKING:
    from pathlib import Path

RED = "\x1b[1;31m"


@pytest.fixture
def wrong(site: Path) -> Path:
    """The tiny site with one error."""
    replace(site, "content/facts/ships.yml", "counted 12 ships on", "counted 13 ships on")
    return site


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
    ids=str,
)
def test_colours_at_a_terminal(wrong: Path, environment: dict[str, str], coloured: bool) -> None:
    status, seen = at_a_terminal(
        ["check", "-q"], wrong, environment=environment
    )  # on a busy machine there is a bar otherwise
    assert status == 1
    assert "error[number-without-words]" in plain(seen)
    assert (RED in seen) is coloured
    assert ("\x1b" in seen) is coloured


@pytest.mark.parametrize(("environment", "coloured"), [({}, False), ({"FORCE_COLOR": "1"}, True)], ids=str)
def test_colours_in_a_pipe(wrong: Path, environment: dict[str, str], coloured: bool) -> None:
    done = into_a_pipe(["check"], wrong, environment=environment)
    assert (RED in done.stdout) is coloured
    assert "\x1b" not in done.stderr


@pytest.mark.parametrize("format", ["concise", "github", "json"])
def test_what_programs_read_has_no_colour_in_a_pipe(wrong: Path, format: str) -> None:
    assert "\x1b" not in into_a_pipe(["check", "--format", format], wrong).stdout


def test_a_narrow_terminal_gets_narrow_excerpts(wrong: Path) -> None:
    _, seen = at_a_terminal(["check"], wrong, columns=40)
    rows = [row for row in plain(seen).split("\n") if re.match(r" *\d+ \| ", row)]
    assert rows
    assert max(sum(map(width, row)) for row in rows) <= 40


def test_a_narrow_terminal_gets_narrow_help(site: Path) -> None:
    _, seen = at_a_terminal(["--help"], site, columns=40)
    examples = ("  factbook ", "    factbook ")  # a command is never cut
    assert [row for row in seen.split("\n") if len(row) > 40 and not row.startswith(examples)] == []


def test_quiet_says_only_what_is_wrong(site: Path, wrong: Path) -> None:
    done = into_a_pipe(["check", "-q"], wrong)
    assert "error[number-without-words]" in done.stdout
    assert done.stderr == ""
    replace(site, "content/facts/ships.yml", "counted 13 ships on", "counted 12 ships on")
    done = into_a_pipe(["build", "-q"], site)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_verbose_says_what_each_step_does(site: Path) -> None:
    said = into_a_pipe(["build", "-v"], site).stderr
    steps = ("Reading the content", "Looking up the quotes", "Checking", "Making the pages", "Writing the pages")
    assert [said.splitlines().count(step) for step in steps] == [1] * 5
    assert "Citations: 2 found in the text" in said


def test_explain_is_drawn_at_a_terminal_and_plain_in_a_pipe(site: Path) -> None:
    assert "\x1b[1;4m" in at_a_terminal(["explain", "quote-not-found"], site)[1]
    assert into_a_pipe(["explain", "quote-not-found"], site).stdout.startswith("# ")


def test_a_fact_from_an_article_with_every_answer_wrong_at_first(site: Path) -> None:
    asked = [
        ("Source (", "gazete"),
        ("Did you mean gazette?\nSource (", "gazette"),
        ("Quote (", "two boats had left the bay"),
        ("The closest words are in line 4: two ships had left the bay\nQuote (", "two ships had left the bay"),
        ("Enter repeats the quote): ", "The [[harbour-master]] wrote that two ships had left."),
        ("Enter for ../2024-05-03): ", "2 May 2024"),
        ("Write 2024-05-02.\nDate (", "2024-05-02"),
        ("Enter for ships): ", "ship"),
        ("Did you mean ships?\nTopic (", ""),
        ("Asserted by (", "harbour-master"),
    ]
    status, seen = at_a_terminal(["new", "fact"], site, columns=200, typed=typed(asked))
    assert status == 0, seen
    path = "content/facts/ships/two-ships-had-left-the-bay.yml"
    assert seen.rstrip().endswith(path)
    written = (site / path).read_text("utf-8")
    assert "\ndate: 2024-05-02\ntopics: [ships]\nasserted_by: [harbour-master]\n" in written


def test_a_source_at_a_terminal_is_offered_the_text_that_waits(site: Path) -> None:
    (site / "content/snapshots/mole.txt").write_text("The bridge closes.\n", encoding="utf-8")
    asked = [
        ("Enter for mole.txt): ", ""),
        ("Title (", "The bridge closes"),
        ("Publisher (", "The Mole"),
        ("Published (", "12 June 2025"),
        ("Write 2025-06-12.\nPublished (", "2025-06-12"),
        ("Language (", "English"),
        ("Write en.\nLanguage (", ""),
        ("Url (", ""),
        ("Enter for the-mole-the-bridge-closes): ", "mole-bridge"),
    ]
    at_a_terminal(["new", "source"], site, columns=200, typed=typed(asked))
    written = (site / "content/sources/mole-bridge.yml").read_text("utf-8")
    assert written.endswith("published: 2025-06-12\nlanguage: en\nfile: mole.txt\n")


def typed(asked: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The words as a terminal shows them, which ends rows with two characters."""
    return [(words.replace("\n", "\r\n"), answer) for words, answer in asked]

"""What people see: colours, bars and widths at a terminal, and nothing of these in a pipe; -q and -v."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.report.visible import width
from tests.unit.commands.conftest import replace
from tests.unit.commands.terminal import at_a_terminal, into_a_pipe, plain

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
    status, seen = at_a_terminal(["check"], wrong, environment=environment)
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
    assert [said.count(step) for step in steps] == [1] * 5
    assert "Citations: 2 found in the text" in said


def test_quick_work_shows_no_bar(site: Path) -> None:
    _, seen = at_a_terminal(["check"], site)
    assert seen == "no problems; 2 facts with 2 citations checked\n"


def test_explain_is_drawn_at_a_terminal_and_plain_in_a_pipe(site: Path) -> None:
    assert "\x1b[1;4m" in at_a_terminal(["explain", "quote-not-found"], site)[1]
    assert into_a_pipe(["explain", "quote-not-found"], site).stdout.startswith("# ")

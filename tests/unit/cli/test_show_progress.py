"""Progress: a bar with pages counted at a terminal, a plain line now and then elsewhere, nothing when quiet."""

from __future__ import annotations

import sys
import textwrap
import threading
from typing import TYPE_CHECKING

import pytest

from factbook.cli.progress_bar import Bar
from factbook.cli.show_progress import PLAIN_EVERY, progress
from factbook.diagnostics.report import Output
from tests.unit.cli.terminal import at_a_terminal, plain

if TYPE_CHECKING:
    from pathlib import Path

WORK = """
    import itertools, os
    from factbook.cli.show_progress import progress
    from factbook.diagnostics.report import Output

    ticks = itertools.count(0, 1)
    with progress(Output(), clock=lambda: next(ticks)) as tell:
        tell("Reading the content")
        for page in range(1, 1201, 300):
            tell("Writing the pages", page, 1200)
"""


def test_a_terminal_shows_a_bar_with_the_pages_counted(tmp_path: Path) -> None:
    seen = worked(tmp_path)
    assert "Reading the content" in seen
    assert "Writing the pages" in seen
    assert "301 of 1,200" in seen


def test_a_narrow_terminal_still_shows_the_count(tmp_path: Path) -> None:
    rows = worked(tmp_path, columns=40).replace("\r", "\n").split("\n")
    assert max(map(len, rows)) <= 40
    assert any("Writing the pages" in row and row.rstrip().endswith("1 of 1,200") for row in rows)


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"NO_COLOR": "1"}], ids=str)
def test_a_bar_has_no_colour_where_none_is_wanted(environment: dict[str, str], tmp_path: Path) -> None:
    status, seen = at_a_terminal([write(tmp_path)], tmp_path, program=[sys.executable], environment=environment)
    assert status == 0
    assert "\x1b[3" not in seen
    assert ("\x1b" in seen) is ("TERM" not in environment), "a terminal without moves gets plain lines"


def test_a_bar_starts_no_thread() -> None:
    """`runtime.parallel` forks only from a single thread: a bar that had one would cost half of the machine."""
    before = threading.active_count()
    bar = Bar()
    bar.update("Writing the pages", 1, 2)
    assert threading.active_count() == before
    bar.close()


def test_quick_work_shows_no_bar(tmp_path: Path) -> None:
    """By a clock that stands still: on a busy machine no work is quick."""
    (tmp_path / "work.py").write_text(textwrap.dedent(WORK).replace("next(ticks)", "0"), encoding="utf-8")
    assert at_a_terminal(["work.py"], tmp_path, program=[sys.executable]) == (0, "")


def test_a_log_gets_a_line_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    now = [0.0]
    with progress(Output(), clock=lambda: now[0]) as tell:
        tell("Reading the content")
        now[0] = PLAIN_EVERY - 1
        tell("Writing the pages", 10, 1200)
        now[0] = PLAIN_EVERY + 1
        tell("Writing the pages", 900, 1200)
        tell("Writing the pages", 901, 1200)
    assert capsys.readouterr().err == "Writing the pages: 900 of 1,200\n"


def test_quiet_work_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    now = [0.0]
    with progress(Output(quiet=True), clock=lambda: now[0]) as tell:
        now[0] = 10 * PLAIN_EVERY
        tell("Writing the pages", 1, 2)
    assert capsys.readouterr().err == ""


def worked(folder: Path, columns: int = 80) -> str:
    status, seen = at_a_terminal([write(folder)], folder, columns=columns, program=[sys.executable])
    assert status == 0, seen
    return plain(seen)


def write(folder: Path) -> str:
    (folder / "work.py").write_text(textwrap.dedent(WORK), encoding="utf-8")
    return "work.py"

"""The page of results: it says what is reached and what is not, in words, and keeps what stands above its mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench import report
from tests.bench.goals import Results, Row
from tests.bench.measure import Cost, Extent
from tests.bench.peers import EARLIER, HUGO, OURS

if TYPE_CHECKING:
    from pathlib import Path

EXTENT = Extent(files=10, size=2_000_000, html=1_000_000, largest=120_000, elements=900)


def row(program: str, task: str, seconds: float) -> Row:
    return Row(program, task, Cost(seconds, seconds, 50_000_000), EXTENT if task == "cold" else None)


def written(page: Path, *rows: Row) -> str:
    report.write([Results("medium", "memory", 1, rows, {"Checking": 0.5}, {}, 1.0)], {}, page)
    return page.read_text()


def test_a_goal_that_is_missed_is_said_in_a_sentence(tmp_path: Path) -> None:
    text = written(tmp_path / "page.md", row(OURS, "cold", 6), row(HUGO, "cold", 3))
    assert (
        "- Medium, cold, wall, against Hugo with our kinds of files: 2.00 times its time, "
        "where 1.00 times its time was to be reached.\n"
    ) in text


def test_a_goal_that_is_reached_stands_in_the_table_alone(tmp_path: Path) -> None:
    text = written(tmp_path / "page.md", row(OURS, "cold", 2), row(HUGO, "cold", 4))
    assert "| Medium, cold, wall, against Hugo with our kinds of files | 1.00 times its time | 0.67" in text
    assert "Nothing: every must is reached." in text


def test_what_was_not_measured_has_no_goal(tmp_path: Path) -> None:
    assert "CPU of the first" not in written(tmp_path / "page.md", row(EARLIER, "cold", 2))


def test_what_stands_above_the_mark_stays_and_what_is_below_goes(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# By hand\n\n{report.MARK}\n\nold tables\n")
    text = written(page, row(OURS, "cold", 2))
    assert text.startswith("# By hand\n")
    assert "old tables" not in text
    assert "| Factbook | 2.00 | 2.00 | 1.00 | 50 | 10 | 2.0 | 1.0 | 120 | 900 |" in text

"""The example and the program in docs/reference/fingerprint.md are right."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from factbook.evidence.contexts.file_format import Context, write
from factbook.evidence.fingerprints.make_fingerprint import make
from factbook.evidence.texts import character_tables
from tests.unit.evidence.texts.made import text

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "fingerprint.md").read_text("utf-8")


def block(kind: str, number: int = 0) -> str:
    """The content of a block of code of the page."""
    return list(re.finditer(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL))[number][1]


def test_the_example_is_the_fingerprint_of_its_text() -> None:
    assert make(text(block("text"), "river.txt")) == block("text", 1)


@pytest.mark.parametrize(
    ("quote", "printed"), [("Up to 12,000 people", "[4]"), ("Up to 15,000 people", "[]"), ("non - local", "[18]")]
)
def test_the_program_of_the_page_confirms_quotes(tmp_path: Path, quote: str, printed: str) -> None:
    (tmp_path / "confirm.py").write_text(block("python"))
    (tmp_path / "river.txt.fingerprint").write_text(block("text", 1))
    command = [sys.executable, str(tmp_path / "confirm.py"), str(tmp_path / "river.txt.fingerprint"), *quote.split()]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == printed


@pytest.mark.parametrize(
    "table", ["APOSTROPHES", "QUOTATIONS", "DASHES", "DIGIT_SEPARATORS", "HAN_NUMERALS", "PERCENT"]
)
def test_the_page_names_every_character_of_the_tables(table: str) -> None:
    unnamed = [
        mark for mark in getattr(character_tables, table) if mark not in PAGE and f"U+{ord(mark):04X}" not in PAGE
    ]
    assert unnamed == []


def rows(start: str) -> list[str]:
    """The names in the first column of the table below a line of the page."""
    table = PAGE[PAGE.index(start) :].split("|---|---|\n", 1)[1].split("\n\n", 1)[0]
    return re.findall(r"^\| `(\w[\w-]*:)` \|", table, re.M)


def test_every_line_of_a_fingerprint_is_explained() -> None:
    assert rows("## The lines") == re.findall(r"^[a-z][a-z0-9-]*:", block("text", 1), re.M)


def test_every_table_of_a_context_is_explained() -> None:
    written = write(Context("river.txt", "0" * 64, ("en",), "mark", {1: ("not",)}, {1: ("2024",)}, {}, {}))
    heads = re.findall(r"^([a-z]+:) \d+$", written, re.M)
    assert rows("## The context beside it") == heads
    assert "`factbook-context: 1`" in PAGE

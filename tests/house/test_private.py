"""Nothing is committed that is not ours to publish or that only one machine understands."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.house.code import REPOSITORY

SHINGLE = 30
"""Consecutive words of a source text that make a copy rather than a quote."""
LARGEST = 4_000_000

MACHINE = re.compile(
    r"(?<![\w.])/(?:work|farm|root|home|Users)/[\w.]|(?<![\w.])/tmp/[\w.]|/opt/(?:pypi|wheels)"
    r"|--(?:extra-)?index-url|--find-links[ =]|PIP_INDEX_URL *="
)


def tracked() -> list[Path]:
    """Every file that git tracks and that is here, none of them enormous."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("this is not a git working tree")
    paths = [REPOSITORY / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file() and path.stat().st_size < LARGEST]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def shingles(text: str) -> set[int]:
    run = words(text)
    return {hash(tuple(run[at : at + SHINGLE])) for at in range(len(run) - SHINGLE + 1)}


def test_a_copied_passage_is_recognised() -> None:
    passage = " ".join(f"word{number}" for number in range(40))
    assert shingles(passage) & shingles(f"Before it, {passage.upper()}!")
    assert not shingles(passage) & shingles(" ".join(passage.split()[:29]))


def test_no_source_text_is_committed() -> None:
    folder = os.environ.get("FACTBOOK_SNAPSHOTS")
    if not folder:
        pytest.skip("FACTBOOK_SNAPSHOTS names no folder with the source texts")
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in Path(folder).glob("*.txt")]
    assert texts, f"no texts in {folder}"
    private = set[int]().union(*map(shingles, texts))
    copies = [path for path in tracked() if private & shingles(path.read_text("utf-8", "replace"))]
    assert not copies, f"files that hold {SHINGLE} or more consecutive words of a source: {copies}"


def test_no_path_of_a_machine_and_no_registry_is_committed() -> None:
    found = [
        f"{path.relative_to(REPOSITORY)}:{number}: {line.strip()[:80]}"
        for path in tracked()
        if path.suffix not in {".png", ".woff2", ".mo"} and path != Path(__file__).resolve()
        for number, line in enumerate(path.read_text("utf-8", "replace").split("\n"), 1)
        if MACHINE.search(line) and "$(COMPILE)" not in line and "--no-emit" not in line
    ]
    assert not found, "\n".join(found)

"""What a new user may rely on: one changed word or digit makes `factbook check` fail, and it says where."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import REPOSITORY, copy_shipped
from tests.site.test_builds import copy_of_flood

if TYPE_CHECKING:
    from pathlib import Path

FACTS = "content/facts/bridges.yml"
QUOTE = "told reporters that up to 12 bridges had been closed by noon"
FINGERPRINT = "content/snapshots/gazette.txt.fingerprint"


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    return copy_of_flood(tmp_path / "flood")


def test_one_word_with_the_text_at_hand(flood: Path) -> None:
    """File, line and column of the quote, and the closest passage with its line."""
    replace(flood / FACTS, QUOTE, QUOTE.replace("closed", "opened"))
    status, said = check(flood)
    assert status == 1
    assert re.search(r"content/facts/bridges\.yml:8:\d+: error\[quote-not-found\]", said)
    assert "closed by noon" in check(flood, "full")[1]


def test_one_word_without_the_text(flood: Path) -> None:
    """File, line and column, and the plain statement that the quote does not match the fingerprint."""
    without_texts(flood)
    assert check(flood)[0] == 0
    replace(flood / FACTS, QUOTE, QUOTE.replace("closed", "opened"))
    status, said = check(flood)
    assert status == 1
    assert re.search(r"content/facts/bridges\.yml:8:\d+: error\[quote-refuted\] .*fingerprint of", said)


@pytest.mark.parametrize("texts", [True, False])
def test_one_digit_of_the_sha256(flood: Path, texts: bool) -> None:
    """File, line and column of the fingerprint, whether or not the text is there to compare with."""
    if not texts:
        without_texts(flood)
    content = (flood / FINGERPRINT).read_text(encoding="utf-8")
    found = re.search(r"[0-9a-f]{64}", content)
    assert found
    first = found[0][0]
    replace(flood / FINGERPRINT, found[0], ("1" if first == "0" else "0") + found[0][1:])
    status, said = check(flood)
    assert status == 1
    assert re.search(r"content/snapshots/gazette\.txt\.fingerprint:\d+:\d+: error\[", said)


def test_one_digit_in_the_shipped_briefing(tmp_path: Path) -> None:
    """A number in a quote of the repository's own content, checked as in a fresh clone."""
    copy_shipped(tmp_path)
    facts = next(path for path in sorted(tmp_path.rglob("content/facts/**/*.yml")) if "quote: " in path.read_text())
    lines = facts.read_text(encoding="utf-8").split("\n")
    number = next(n for n, line in enumerate(lines) if re.match(r"\s+quote: \w.* \w+ \w+ \w+ \w+$", line))
    lines[number] = lines[number].rsplit(" ", 1)[0] + " elephants"
    facts.write_text("\n".join(lines), encoding="utf-8")
    status, said = check(tmp_path)
    assert status == 1
    assert f"{facts.relative_to(tmp_path).as_posix()}:{number + 1}:" in said


def check(root: Path, format: str = "concise") -> tuple[int, str]:
    """Exit status and words of `factbook check` on the site in `root`."""
    done = subprocess.run(
        [sys.executable, "-m", "factbook", "check", "--site", str(root), "--format", format],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout


def replace(path: Path, old: str, new: str) -> None:
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new), encoding="utf-8")


def without_texts(root: Path) -> None:
    """As in a fresh clone."""
    for text in (root / "content" / "snapshots").glob("*.txt"):
        text.unlink()

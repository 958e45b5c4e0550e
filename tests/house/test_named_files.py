"""Each file of the code that the documentation names is there, and so is each that a unit test is named after."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.house.code import GENERATOR, REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

PAGES = (REPOSITORY / "CONTRIBUTING.md", *sorted((REPOSITORY / "docs").rglob("*.md")))
NAMED = re.compile(r"`((?:generator|tests)/[\w./-]+|[\w/]+\.(?:py|js|css))`")
UNIT = REPOSITORY / "tests" / "unit"
ACROSS = {
    "cli/test_plugins.py",
    "cli/test_reference.py",
    "cli/test_sizes.py",
    "cli/test_symbolic_links.py",
    "cli/test_terminal.py",
    "evidence/checks/test_every_printed_word.py",
    "evidence/checks/test_meaning.py",
    "evidence/numerals/test_notations.py",
    "site/test_anchors.py",
}
"""What holds for all of a folder, and is no one module's."""


@pytest.fixture(scope="module")
def endings() -> frozenset[str]:
    """Every file and folder of the generator and the tests, by each end of its path."""
    tops = (GENERATOR, REPOSITORY / "tests")
    parts = [path.relative_to(REPOSITORY).parts for top in tops for path in (top, *top.rglob("*"))]
    return frozenset("/".join(path[at:]) for path in parts for at in range(len(path)))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_names_is_there(page: Path, endings: frozenset[str]) -> None:
    text = page.read_text(encoding="utf-8")
    if "(no longer holds)" not in text.partition("\n")[0]:
        assert [name for name in NAMED.findall(text) if name.rstrip("/") not in endings] == []


def test_each_unit_test_is_named_after_what_it_tests() -> None:
    """`test_X.py` and `test_X_some_aspect.py` test the module or folder X of the room."""
    found = {path.relative_to(UNIT).as_posix() for path in UNIT.rglob("test_*.py")}
    assert {path for path in found if not _has_module(UNIT / path)} == ACROSS


def _has_module(test: Path) -> bool:
    folder = GENERATOR / test.parent.relative_to(UNIT)
    words = test.stem.removeprefix("test_").split("_")
    names = ["_".join(words[:number]) for number in range(1, len(words) + 1)]
    if names[-1] == folder.name:
        return True
    return any((folder / end).exists() for name in names for end in (name, f"{name}.py", f"{name}_.py"))

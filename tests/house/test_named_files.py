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

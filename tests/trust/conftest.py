"""How much is tried (a sample in `make test`, everything in `make trust`), and the ledger of what was tried."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.trust.table import LEDGER, Row

if TYPE_CHECKING:
    from collections.abc import Callable

FULL = os.environ.get("FACTBOOK_TRUST") == "full"
"""Set by `make trust`."""

LONGEST = 1800
"""Seconds that one trial may take when everything is tried; two hundred kills need more than an ordinary test."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Gives the trials of this folder their time."""
    for item in items if FULL else ():
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.timeout(LONGEST))


@pytest.fixture(scope="session")
def full() -> bool:
    """Whether everything is tried, and not a sample."""
    return FULL


@pytest.fixture(scope="session")
def record() -> Callable[[int, str, str, str], None]:
    """Notes one row of the table in docs/explanation/security.md: number of the promise, what, how much, outcome."""

    def note(promise: int, what: str, tried: str, outcome: str) -> None:
        if FULL:
            LEDGER.parent.mkdir(parents=True, exist_ok=True)
            with LEDGER.open("a", encoding="utf-8") as ledger:
                ledger.write(json.dumps(Row(promise, what, tried, outcome)._asdict()) + "\n")

    return note


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of the small site, to spoil."""
    from tests.trust.sites import copy_of_flood

    return copy_of_flood(tmp_path / "site")

"""Options and fixtures that every storey of the tests shares."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--goldens` rewrites what the cases in tests/cases expect; the diff is read in review like code."""
    parser.addoption("--goldens", action="store_true", help="rewrite the expected diagnostics of tests/cases")

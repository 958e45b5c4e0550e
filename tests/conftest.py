"""Options and fixtures that every storey of the tests shares."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from factbook.config import reader
from factbook.pipeline import stages

if TYPE_CHECKING:
    from factbook.diagnostics.types import Diagnostic

hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

REPOSITORY = Path(__file__).resolve().parents[1]
FLOOD = REPOSITORY / "tests" / "site" / "flood"
"""A small site with every kind of content, about an invented flood."""
VALLEY = REPOSITORY / "tests" / "site" / "valley"
"""A small site in Arabic, with quotes in Hebrew, Persian and English, and an English edition."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--goldens` rewrites what tests/cases and tests/site expect; the diff is read in review like code."""
    parser.addoption("--goldens", action="store_true", help="rewrite what tests/cases and tests/site expect")


def pytest_configure() -> None:
    """Has Ctrl-C end what tests start, as at a terminal: what a shell runs in the background is told to ignore it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def flood_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, built."""
    return flood_with(tmp_path_factory.mktemp("flood") / "root", "")


@pytest.fixture(scope="session")
def valley_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site that runs from right to left, built."""
    root = tmp_path_factory.mktemp("valley") / "root"
    shutil.copytree(VALLEY, root)
    assert build(root) == ()
    return root / "site"


@pytest.fixture(scope="session")
def shipped_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own briefing, built as in a fresh clone: without the source texts."""
    root = tmp_path_factory.mktemp("shipped") / "root"
    copy_shipped(root)
    assert build(root) == ()
    return root / "site"


def copy_shipped(root: Path) -> None:
    """The repository's content and configuration, without the texts that nobody may commit."""
    shutil.copytree(REPOSITORY / "content", root / "content", ignore=shutil.ignore_patterns("*.txt"))
    shutil.copy(REPOSITORY / "site_config.yml", root)


def flood_with(root: Path, configuration: str) -> Path:
    """Makes `root` a copy of the small site, with more in its configuration; gives the folder of its built site."""
    shutil.copytree(FLOOD, root)
    with (root / "site_config.yml").open("a") as config:
        config.write(configuration)
    assert build(root) == ()
    return root / "site"


def build(root: Path, **environment: str) -> tuple[Diagnostic, ...]:
    """Builds the site in `root` into `root`/site; gives everything that was found wrong."""
    settings, problems = reader.read(root, environment)
    assert settings is not None, problems
    return (*problems, *stages.build(settings, settings.output).diagnostics)

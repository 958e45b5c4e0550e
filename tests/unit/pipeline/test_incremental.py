"""Under `serve` an edited file is read as `check` reads it: never through a link, and no pipe is waited for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from factbook.config import reader
from factbook.pipeline import stages
from factbook.pipeline.incremental import IncrementalSession
from tests.trust.sites import copy_of_flood

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _link(file: Path) -> None:
    file.symlink_to(file.rename(file.parents[3] / "outside.yml"))


def _pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def _linked_folder(file: Path) -> None:
    file.parent.symlink_to(file.parent.rename(file.parents[3] / "outside"))


@pytest.mark.timeout(60)
@pytest.mark.parametrize("replace", [_link, _pipe, _linked_folder])
def test_a_file_that_is_no_plain_file_any_more(tmp_path: Path, replace: Callable[[Path], None]) -> None:
    root = copy_of_flood(tmp_path / "root")
    settings, _ = reader.read(root, {})
    assert settings is not None
    content = IncrementalSession(settings, stages.parsed)
    assert stages.rebuild(content, settings, frozenset())[0] is not None
    file = min((root / "content" / "facts").glob("*.yml"))
    replace(file)
    editions, problems = stages.rebuild(content, settings, frozenset([file]))
    assert editions is None
    assert "file-misplaced" in [problem.code for problem in problems]
    assert problems == stages.check(settings).diagnostics

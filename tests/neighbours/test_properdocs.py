"""A site built with ProperDocs, a fork of MkDocs that is maintained, is byte for byte the site built with MkDocs."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.conftest import FLOOD, VALLEY
from tests.neighbours.conftest import run

if TYPE_CHECKING:
    from pathlib import Path

BUILD = """
import sys
{first}
from factbook.cli import cli
cli(["build", "--output", sys.argv[1], "--fresh"], standalone_mode=False)
import mkdocs
import mkdocs.commands.build as used
print(mkdocs.__name__, used.__file__)
"""


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def compare(site: Path, folder: Path) -> None:
    root = folder / "root"
    shutil.copytree(site, root)
    told = run("python", "-c", BUILD.format(first=""), str(folder / "mkdocs"), folder=root)
    assert "/site-packages/mkdocs/" in told
    told = run(
        "python", "-c", BUILD.format(first="import properdocs.replacement"), str(folder / "proper"), folder=root
    )
    assert "/site-packages/properdocs/" in told
    one, other = files(folder / "mkdocs"), files(folder / "proper")
    assert len(one) > 100
    assert one.keys() == other.keys()
    assert not [path for path in one if one[path] != other[path]]


def test_a_site_in_two_languages_is_the_same(tmp_path: Path) -> None:
    compare(FLOOD, tmp_path)


def test_a_site_from_right_to_left_is_the_same(tmp_path: Path) -> None:
    compare(VALLEY, tmp_path)

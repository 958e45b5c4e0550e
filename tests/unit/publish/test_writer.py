"""A tree holds what is written into it and nothing else, and leaves alone what is there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.publish.writer import SiteWriter
from factbook.site.artifacts import Pieces

if TYPE_CHECKING:
    from pathlib import Path


def fill(root: Path, files: dict[str, bytes]) -> None:
    tree = SiteWriter(root)
    for path, data in files.items():
        tree.write(path, data)
    tree.remove_stale()


def held(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "before",
    [
        {},
        {"a/index.html": b"new", "b.css": b"b"},
        {"a/index.html": b"old", "gone/deep/er/x.html": b"x", "b.css/c": b"a folder now in the way"},
        {"a": b"a file now in the way", "b.css": b"longer than before"},
    ],
)
def test_whatever_was_there_before(tmp_path: Path, before: dict[str, bytes]) -> None:
    fill(tmp_path, before)
    after = {"a/index.html": b"new", "b.css": b"b"}
    fill(tmp_path, after)
    assert held(tmp_path) == after
    assert {path.name for path in tmp_path.rglob("*") if path.is_dir()} == {"a"}


def test_equal_files_are_not_written_again(tmp_path: Path) -> None:
    fill(tmp_path, {"x": b"same", "y": b"old"})
    before = {name: (tmp_path / name).stat().st_ino for name in ("x",)}
    fill(tmp_path, {"x": b"same", "y": b"new"})
    assert (tmp_path / "x").stat().st_ino == before["x"]
    assert held(tmp_path) == {"x": b"same", "y": b"new"}


def test_a_copy_that_shares_the_file_keeps_its_bytes(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    fill(site, {"x": b"old"})
    (tmp_path / "copy").hardlink_to(site / "x")
    fill(site, {"x": b"new"})
    assert (tmp_path / "copy").read_bytes() == b"old"


def test_links_that_somebody_planted_are_not_followed(tmp_path: Path) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    site.mkdir()
    outside.mkdir()
    (outside / "index.html").write_bytes(b"precious")
    (site / "actors").symlink_to(outside)
    (site / "index.html").symlink_to(outside / "index.html")
    fill(site, {"actors/index.html": b"a", "index.html": b"h"})
    assert held(outside) == {"index.html": b"precious"}
    assert held(site) == {"actors/index.html": b"a", "index.html": b"h"}
    assert not (site / "actors").is_symlink()


def test_a_second_file_of_the_same_name_is_an_error(tmp_path: Path) -> None:
    tree = SiteWriter(tmp_path)
    tree.write("x", b"1")
    with pytest.raises(FileExistsError):
        tree.write("x", b"2")


@pytest.mark.parametrize("before", [None, b"", b"one two", b"one two three", b"one too"])
def test_pieces_give_the_file_that_their_bytes_would(tmp_path: Path, before: bytes | None) -> None:
    pieces = Pieces(lambda: iter((b"one", b" ", b"two")))
    site = tmp_path / "site"
    site.mkdir()
    if before is not None:
        fill(site, {"data/x.json": before})
    tree = SiteWriter(site)
    tree.write_pieces("data/x.json", pieces)
    tree.remove_stale()
    assert held(site) == {"data/x.json": b"one two"}
    with pytest.raises(FileExistsError):
        tree.write_pieces("data/x.json", pieces)


def test_pieces_that_are_there_already_are_left_alone(tmp_path: Path) -> None:
    fill(tmp_path, {"x": b"a" * 3_000_000})
    before = (tmp_path / "x").stat().st_mtime_ns
    SiteWriter(tmp_path).write_pieces("x", Pieces(lambda: iter((b"a",) * 3_000_000)))
    assert (tmp_path / "x").stat().st_mtime_ns == before

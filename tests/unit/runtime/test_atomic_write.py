"""A file is written whole, or stays as it was."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from factbook.runtime.atomic_write import replacing, write_atomically

if TYPE_CHECKING:
    from pathlib import Path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_and_one_that_stood_there(tmp_path: Path) -> None:
    path = tmp_path / "facts.yml"
    for data in (b"old", b"new"):
        write_atomically(path, data)
        assert path.read_bytes() == data
    assert names(tmp_path) == ["facts.yml"]


def test_who_reads_meanwhile_sees_the_old_bytes(tmp_path: Path) -> None:
    path = tmp_path / "facts.yml"
    path.write_bytes(b"old")
    with replacing(path) as handle:
        handle.write(b"ne")
        handle.flush()
        assert path.read_bytes() == b"old"
        handle.write(b"w")
    assert path.read_bytes() == b"new"


def test_what_fails_leaves_the_old_bytes_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "facts.yml"
    path.write_bytes(b"old")
    with pytest.raises(TypeError), replacing(path) as handle:
        handle.writelines((b"ne", "w"))  # type: ignore[arg-type]  # that is the failure
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["facts.yml"]


def test_a_link_in_the_temporary_files_place_is_not_followed(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"somebody's")
    (tmp_path / f".facts.yml.{os.getpid()}.tmp").symlink_to(other)
    write_atomically(tmp_path / "facts.yml", b"new")
    assert other.read_bytes() == b"somebody's"
    assert names(tmp_path) == ["facts.yml", "other"]

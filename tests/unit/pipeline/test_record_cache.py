"""The cache of records: the same records with and without it, found by content alone, dropped when unreadable."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.content import load
from factbook.pipeline import record_cache
from factbook.pipeline.record_cache import Cache, File

if TYPE_CHECKING:
    from pathlib import Path

FILES: list[File] = [
    (f"content/topics/t{number}.yml", f"id: t{number}\ntitle: Topic {number}\n".encode()) for number in range(60)
]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


class Counting:
    """Parses, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, files: object) -> list[load.Loaded]:
        assert isinstance(files, list)
        self.asked = [path for path, _ in files]
        return load.parse_all(files)


def told(tmp_path: Path, files: list[File], parse: Counting) -> tuple[list[load.Loaded], list[str]]:
    notices: list[str] = []
    return Cache(tmp_path, notices.append).read(files, parse), notices


def test_the_same_records_come_out_with_and_without_the_cache(tmp_path: Path) -> None:
    parse = Counting()
    first, _ = told(tmp_path, FILES, parse)
    second, _ = told(tmp_path, FILES, parse)
    assert parse.asked == []
    assert first == second == load.parse_all(FILES)
    assert first[3][0][0].span("title") == second[3][0][0].span("title")


def test_only_changed_files_are_parsed_again(tmp_path: Path) -> None:
    parse = Counting()
    told(tmp_path, FILES, parse)
    changed = [*FILES[:5], (FILES[5][0], b"id: t5\ntitle: Another\n"), *FILES[7:]]
    found, _ = told(tmp_path, changed, parse)
    assert parse.asked == ["content/topics/t5.yml"]
    assert found == load.parse_all(changed)


def test_a_file_that_moved_is_parsed_again(tmp_path: Path) -> None:
    parse = Counting()
    told(tmp_path, FILES, parse)
    told(tmp_path, [("content/topics/moved.yml", FILES[0][1]), *FILES[1:]], parse)
    assert parse.asked == ["content/topics/moved.yml"]


def test_files_with_problems_are_not_kept(tmp_path: Path) -> None:
    parse = Counting()
    files = [*FILES, ("content/topics/wrong.yml", b"id: wrong\ntitel: x\n")]
    told(tmp_path, files, parse)
    found, _ = told(tmp_path, files, parse)
    assert parse.asked == ["content/topics/wrong.yml"]
    assert found[-1][1]


@pytest.mark.parametrize("damage", [b"", b"x", b"factbook"])
def test_a_damaged_cache_is_dropped(tmp_path: Path, damage: bytes) -> None:
    parse = Counting()
    told(tmp_path, FILES, parse)
    (kept,) = (tmp_path / "cache/factbook/records").iterdir()
    data = kept.read_bytes()
    kept.write_bytes(data[:-40] + damage)
    found, notices = told(tmp_path, FILES, parse)
    assert len(parse.asked) == len(FILES)
    assert found == load.parse_all(FILES)
    assert notices == ["The records kept from the last run cannot be read; all files are read again"]


def test_another_version_of_the_code_reads_all_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parse = Counting()
    told(tmp_path, FILES, parse)
    monkeypatch.setattr(record_cache, "_version", lambda: b"factbook" + bytes(32))
    _, notices = told(tmp_path, FILES, parse)
    assert len(parse.asked) == len(FILES)
    assert notices == []

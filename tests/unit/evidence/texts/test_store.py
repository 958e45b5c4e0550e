"""Reading texts and fingerprints from their folders: what is refused, and how it is said."""

from __future__ import annotations

import os
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from factbook.evidence.fingerprints.make_fingerprint import Damaged, Fingerprint, make
from factbook.evidence.texts import store
from factbook.evidence.texts.store import Snapshots, Text, Unreadable, as_text

if TYPE_CHECKING:
    from pathlib import Path


def test_a_text_is_read_with_its_size_and_checksum(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"One\r\nTwo\n\nFour\n")
    found = Snapshots((tmp_path,)).text("a.txt")
    assert isinstance(found, Text)
    assert found.lines == ("One", "Two", "", "Four")
    assert (found.size, found.sha256) == (13, sha256(b"One\nTwo\n\nFour").hexdigest())


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    found = as_text("a.txt", b"\xef\xbb\xbfOne")
    assert isinstance(found, Text)
    assert found.lines == ("One",)
    assert found.size == 3
    assert found.sha256 == sha256(b"One").hexdigest()


@pytest.mark.parametrize(
    "data",
    [
        b"One\r\nTwo\r\n\r\nFour\r\n",
        b"One\rTwo\r\rFour",
        b"\xef\xbb\xbfOne\nTwo\n\nFour",
        b"One\nTwo\n\nFour \n\n\t\n",
        b"\n\r\n  One\nTwo\n\nFour\n",
    ],
    ids=["CRLF", "CR", "byte order mark", "white space at the end", "white space before"],
)
def test_the_same_text_in_another_layout_has_the_same_fingerprint(tmp_path: Path, data: bytes) -> None:
    plain = as_text("a.txt", b"One\nTwo\n\nFour\n")
    assert isinstance(plain, Text)
    (tmp_path / "a.txt").write_bytes(data)
    (tmp_path / "a.txt.fingerprint").write_text(make(plain))
    found = Snapshots((tmp_path,)).text("a.txt")
    assert isinstance(found, Text)
    assert make(found) == make(plain)
    assert found.lines == ("One", "Two", "", "Four")


@pytest.mark.parametrize(
    ("stored", "asked"), [("re\u0301union.txt", "r\u00e9union.txt"), ("r\u00e9union.txt", "re\u0301union.txt")]
)
def test_a_name_is_found_in_either_normal_form(tmp_path: Path, stored: str, asked: str) -> None:
    (tmp_path / stored).write_text("One")
    found = Snapshots((tmp_path,)).text(asked)
    assert isinstance(found, Text)
    assert found.name == "r\u00e9union.txt"


@pytest.mark.parametrize(
    ("data", "offset", "line", "words"),
    [
        ("Grüße".encode("latin-1"), 2, 1, "0xFC"),
        (b"One\nTwo\n\x93quoted\x94", 8, 3, "0x93"),
        (b"\xef\xbb\xbfOne\xff", 6, 1, "0xFF"),
        ("One".encode("utf-16"), 0, 1, "UTF-16"),
        ("One".encode("utf-32"), 0, 1, "UTF-32"),
        (b"One\nT\0wo", 5, 2, "NUL"),
        (b"\xed\xa0\x80", 0, 1, "0xED"),
        (b"x" * 300_000 + b"\n" + b"\x80" * 9, 300_001, 2, "0x80"),
        ("é".encode() * 200_000 + b"\xc3", 400_000, 1, "0xC3"),
    ],
)
def test_another_encoding_is_refused_with_its_place(data: bytes, offset: int, line: int, words: str) -> None:
    found = as_text("a.txt", data)
    assert isinstance(found, Unreadable)
    assert (found.offset, found.line) == (offset, line)
    assert words in found.reason


@pytest.mark.parametrize(
    "name", ["../a.txt", "/etc/passwd", "b/a.txt", "b\\a.txt", "..", ".", "", "a\0.txt", "a\nb", "\udcff", "x" * 300]
)
def test_a_name_that_is_no_file_name_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a.txt").write_text("secret")
    assert isinstance(Snapshots((tmp_path / "b", tmp_path)).text(name), Unreadable)


def test_a_text_that_no_folder_has_is_none(tmp_path: Path) -> None:
    snapshots = Snapshots((tmp_path, tmp_path / "missing"))
    assert snapshots.text("a.txt") is None
    assert snapshots.fingerprint("a.txt") is None


def test_the_first_folder_wins(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(name)
    found = Snapshots((tmp_path / "none", tmp_path / "two", tmp_path / "one")).text("a.txt")
    assert isinstance(found, Text)
    assert found.raw == "two"


def test_a_link_within_the_folder_is_followed_and_one_that_leaves_it_is_not(tmp_path: Path) -> None:
    folder = tmp_path / "snapshots"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "a.txt").write_text("inside")
    (folder / "in.txt").symlink_to("a.txt")
    (folder / "out.txt").symlink_to("../secret.txt")
    (folder / "loop.txt").symlink_to("loop.txt")
    snapshots = Snapshots((folder,))
    assert isinstance(snapshots.text("in.txt"), Text)
    assert isinstance(snapshots.text("out.txt"), Unreadable)
    assert isinstance(snapshots.text("loop.txt"), Unreadable)


def test_a_pipe_a_folder_and_a_huge_file_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "SIZE_LIMIT", 1024)
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "huge.txt").write_bytes(b"x" * 1025)
    snapshots = Snapshots((tmp_path,))
    for name in ("pipe.txt", "folder.txt", "huge.txt"):
        assert isinstance(snapshots.text(name), Unreadable)


def test_a_file_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One")
    snapshots = Snapshots((tmp_path,))
    assert snapshots.text("a.txt") is snapshots.text("a.txt")


def test_a_fingerprint_is_found_beside_where_the_text_would_be(tmp_path: Path) -> None:
    text = as_text("a.txt", b"One two three four")
    assert isinstance(text, Text)
    (tmp_path / "a.txt.fingerprint").write_text(make(text))
    (tmp_path / "b.txt.fingerprint").write_bytes(b"factbook\xff")
    snapshots = Snapshots((tmp_path,))
    assert isinstance(snapshots.fingerprint("a.txt"), Fingerprint)
    assert snapshots.fingerprint("b.txt") == Damaged("holds a byte that no fingerprint has", 1, 9)

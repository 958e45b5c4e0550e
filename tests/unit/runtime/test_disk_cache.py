"""What one run keeps for later ones is what they read, or nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from factbook.runtime import disk_cache

HEAD = b"version 1\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def test_what_is_kept_is_read_under_the_same_head(home: Path) -> None:
    path = disk_cache.path_for("records", Path("/a/site"))
    assert path.is_relative_to(home / "factbook" / "records")
    assert disk_cache.load(path, HEAD) is None
    disk_cache.store(path, HEAD, {"a": (1, "b")}, most=3)
    assert disk_cache.load(path, HEAD) == {"a": (1, "b")}
    assert disk_cache.load(path, b"version 2\n") is None


def test_what_was_changed_on_the_disk_is_not_believed() -> None:
    path = disk_cache.path_for("records", Path("/a/site"))
    disk_cache.store(path, HEAD, "the value", most=3)
    path.write_bytes(path.read_bytes().replace(b"the value", b"THE VALUE"))
    with pytest.raises(disk_cache.CorruptEntry):
        disk_cache.load(path, HEAD)


def test_each_site_has_its_place() -> None:
    assert disk_cache.path_for("records", Path("/a/site")) != disk_cache.path_for("records", Path("/another/site"))


def test_somebody_without_a_home_keeps_nothing_and_hears_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home(*_: object, **__: object) -> Path:
        raise RuntimeError("as platformdirs says it of a user without a home")

    monkeypatch.setattr(platformdirs, "user_cache_path", no_home)
    path = disk_cache.path_for("records", Path("/a/site"))
    disk_cache.store(path, HEAD, "the value", most=3)
    assert disk_cache.load(path, HEAD) is None


def test_what_killed_runs_left_is_cleared_and_what_is_being_written_is_not(home: Path) -> None:
    path = disk_cache.path_for("records", Path("/a/killed/site"))
    path.parent.mkdir(parents=True)
    left, young, other = (path.with_name(name) for name in (".a.17.tmp", ".b.18.tmp", "kept"))
    for file in (left, young, other):
        file.write_bytes(b"half")
    for file in (left, other):
        os.utime(file, (0, 0))
    disk_cache._clear_leftovers.cache_clear()  # as in a new run
    disk_cache.store(path, HEAD, "the value", most=9)
    assert sorted(file.name for file in path.parent.iterdir()) == sorted([young.name, other.name, path.name])


def test_a_run_that_is_killed_while_it_writes_spoils_nothing(home: Path) -> None:
    """And what it left goes in a later run, an hour on."""
    path = disk_cache.path_for("records", Path("/a/killed/site"))
    disk_cache.store(path, HEAD, "the value", most=9)
    killed = (
        "import os, signal\nfrom pathlib import Path\nfrom factbook.runtime import atomic_write\n"
        "atomic_write.os.replace = lambda *names: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"atomic_write.write_atomically(Path({str(path)!r}), b'another')"
    )
    assert subprocess.run([sys.executable, "-c", killed], check=False).returncode == -signal.SIGKILL
    (left,) = path.parent.glob(".*.tmp")
    assert disk_cache.load(path, HEAD) == "the value"
    os.utime(left, (0, 0))
    disk_cache._clear_leftovers.cache_clear()
    disk_cache.store(path, HEAD, "the next value", most=9)
    assert [file.name for file in path.parent.iterdir()] == [path.name]

"""A site takes its place in one step, whatever happens to the builds before it or beside it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factbook.publish import build_lock, swap

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).parents[3]


@contextmanager
def staged(target: Path) -> Iterator[swap.Staging]:
    """A build that begins to write at once."""
    with build_lock.acquire(target) as lock, swap.staging(lock) as staging:
        yield staging


def publish(target: Path, words: str) -> None:
    with staged(target) as staging:
        (staging.site / "index.html").write_text(words, encoding="utf-8")
        staging.put_in_place()


def shown(target: Path) -> str:
    return (target / "index.html").read_text(encoding="utf-8")


def beside(target: Path) -> list[str]:
    return sorted(path.name for path in target.parent.iterdir())


def test_the_new_site_replaces_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, "first")
    assert beside(target) == ["site"]
    publish(target, "second")
    assert shown(target) == "second"
    assert beside(target) == [".site-spare", "site"]
    assert shown(tmp_path / ".site-spare") == "first"


def test_an_error_leaves_the_old_site(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, "first")
    with pytest.raises(OSError, match="full"):
        _half_written(target)
    assert shown(target) == "first"


def test_without_an_exchange_by_the_kernel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "_exchanged_by_kernel", lambda new, target: False)
    target = tmp_path / "site"
    publish(target, "first")
    publish(target, "second")
    assert shown(target) == "second"


def test_of_two_builds_at_once_the_later_stays(tmp_path: Path) -> None:
    target = tmp_path / "site"
    with staged(target) as older:
        (older.site / "index.html").write_text("older", encoding="utf-8")
        publish(target, "newer")
        with pytest.raises(build_lock.SupersededBuild):
            older.put_in_place()
    assert shown(target) == "newer"


def test_the_older_may_be_first(tmp_path: Path) -> None:
    target = tmp_path / "site"
    with staged(target) as older:
        (older.site / "index.html").write_text("older", encoding="utf-8")
        with staged(target) as newer:
            (newer.site / "index.html").write_text("newer", encoding="utf-8")
            older.put_in_place()
            newer.put_in_place()
    assert shown(target) == "newer"


def test_a_target_that_is_a_link_is_replaced_where_it_leads(tmp_path: Path) -> None:
    real, link = tmp_path / "www" / "site", tmp_path / "site"
    real.mkdir(parents=True)
    link.symlink_to(real)
    publish(link, "words")
    assert link.is_symlink()
    assert shown(real) == "words"


def test_every_folder_has_the_same_mode_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        publish(tmp_path / "site", "words")
        assert os.umask(0o077) == 0o077
    finally:
        os.umask(before)
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755
    assert (tmp_path / "site" / "index.html").stat().st_mode & 0o777 == 0o644


@pytest.mark.skipif(sys.platform == "win32", reason="needs locks on folders")
def test_leftovers_of_a_killed_build_are_cleared_and_live_ones_left(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, "first")
    killed, alive = _building(target), _building(target)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    publish(target, "second")
    left = [name for name in beside(target) if name not in (".site-spare", "site")]
    alive.kill()
    alive.wait()
    publish(target, "third")
    assert len(left) == 1
    assert shown(target) == "third"
    assert beside(target) == [".site-spare", "site"]


def _half_written(target: Path) -> None:
    with staged(target) as staging:
        (staging.site / "index.html").write_text("half", encoding="utf-8")
        raise OSError("full")


def _building(target: Path) -> subprocess.Popen[str]:
    """Another process that builds into `target`."""
    code = textwrap.dedent(
        """
        import sys, time
        from pathlib import Path
        from factbook.publish import build_lock as turns
        with turns.acquire(Path(sys.argv[1])):
            print("ready", flush=True)
            time.sleep(60)
        """
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(target)], stdout=subprocess.PIPE, text=True, cwd=REPOSITORY
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process

"""Of several builds into one folder the one that began last stays; a turn leaves nothing behind."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from factbook.publish import build_lock

REPOSITORY = Path(__file__).parents[3]


def beside(target: Path) -> list[str]:
    return sorted(path.name for path in target.parent.iterdir())


def test_a_turn_is_given_back_without_a_trace(tmp_path: Path) -> None:
    target = tmp_path / "site"
    with build_lock.acquire(target) as lock:
        assert beside(target) == [lock.folder.name]
    with pytest.raises(KeyboardInterrupt), build_lock.acquire(target):
        raise KeyboardInterrupt
    assert beside(target) == []


def test_who_began_later_decides(tmp_path: Path) -> None:
    with build_lock.acquire(tmp_path / "site") as earlier, build_lock.acquire(tmp_path / "site") as later:
        assert later.number > earlier.number
        assert later.commit(lambda: True)
        with pytest.raises(build_lock.SupersededBuild):
            earlier.commit(lambda: True)


def test_who_began_earlier_may_be_first(tmp_path: Path) -> None:
    with build_lock.acquire(tmp_path / "site") as earlier, build_lock.acquire(tmp_path / "site") as later:
        assert earlier.commit(lambda: True)
        assert later.commit(lambda: True)


def test_who_does_not_decide_overtakes_nobody(tmp_path: Path) -> None:
    with build_lock.acquire(tmp_path / "site") as earlier, build_lock.acquire(tmp_path / "site") as later:
        assert not later.commit(lambda: False)
        assert earlier.commit(lambda: True)


@pytest.mark.parametrize(("one", "other"), [("site", "site-2"), ("site", "si[te]"), ("a", "a-b")])
def test_builds_into_folders_with_like_names_have_nothing_to_do_with_one_another(
    tmp_path: Path, one: str, other: str
) -> None:
    with build_lock.acquire(tmp_path / other) as first, build_lock.acquire(tmp_path / one) as second:
        assert second.number == 1
        assert second.commit(lambda: True)
        assert first.commit(lambda: True)


def test_a_folder_whose_name_is_a_pattern(tmp_path: Path) -> None:
    with build_lock.acquire(tmp_path / "si[te]*") as first, build_lock.acquire(tmp_path / "si[te]*") as second:
        assert (first.number, second.number) == (1, 2)


def test_a_turn_that_cannot_be_taken_is_told_when_it_counts(tmp_path: Path) -> None:
    with build_lock.acquire(tmp_path / "gone" / "site") as lock:
        with pytest.raises(FileNotFoundError) as raised:
            lock.commit(lambda: True)
        assert raised.value.errno == errno.ENOENT


def test_a_link_that_leads_to_itself(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with build_lock.acquire(tmp_path / "loop") as lock, pytest.raises(OSError, match="symbolic links"):
        lock.commit(lambda: True)


@pytest.mark.skipif(sys.platform == "win32", reason="needs locks on folders")
def test_the_next_build_clears_what_a_killed_one_left(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from factbook.publish import build_lock\n"
        "with build_lock.acquire(Path(sys.argv[1])): print('begun', flush=True); time.sleep(60)"
    )
    target = tmp_path / "site"
    command = [sys.executable, "-c", code, str(target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        with build_lock.acquire(target) as lock:
            assert len(beside(target)) == 2, "the other one is alive"
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    with build_lock.acquire(target) as lock:
        assert beside(target) == [lock.folder.name]
    assert beside(target) == []

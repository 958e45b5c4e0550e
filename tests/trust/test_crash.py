"""Promise 6: killed, out of space or side by side, builds leave a whole site, old or new."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import pytest

from tests.conftest import REPOSITORY
from tests.site.test_builds import change, digests
from tests.trust.sites import COMMAND, copy_of_flood, factbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


class Builder:
    """A process that builds, and can be killed while it does."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.trust.builder"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY
        )  # fmt: skip

    def start(self, root: Path, output: Path) -> int:
        """Begins to build; gives the process to kill."""
        assert self.process.stdin
        self.process.stdin.write(f"{root}\t{output}\n")
        self.process.stdin.flush()
        return int(self.line())

    def line(self) -> str:
        """What the process says next: how the build ended."""
        assert self.process.stdout
        return self.process.stdout.readline().strip()


@pytest.fixture(scope="module")
def builder() -> Iterator[Builder]:
    made = Builder()
    yield made
    made.process.terminate()
    made.process.wait()


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two states of one site, both built."""
    folder = tmp_path_factory.mktemp("crash")
    old, new = copy_of_flood(folder / "old"), copy_of_flood(folder / "new")
    change(new)
    assert factbook(old, "build").returncode == factbook(new, "build").returncode == 0
    return old, new


class Reader(threading.Thread):
    """Reads pages of a site again and again, and notes what is missing or neither the old nor the new page."""

    def __init__(self, site: Path, allowed: dict[str, set[bytes]]) -> None:
        super().__init__(daemon=True)
        self.site, self.allowed, self.faults, self.reads, self.going = site, allowed, list[str](), 0, True

    def run(self) -> None:
        """Reads until told to stop."""
        paths = sorted(self.allowed)
        while self.going:
            for path in random.sample(paths, 20):
                self._read(path)
            time.sleep(0.002)

    def _read(self, path: str) -> None:
        self.reads += 1
        try:
            data = (self.site / path).read_bytes()
        except OSError as error:
            self.faults.append(f"{path}: {error}")
            return
        if data not in self.allowed[path]:
            self.faults.append(f"{path}: {len(data)} bytes that are neither page")


@contextmanager
def reading(site: Path, *states: Path) -> Iterator[Reader]:
    """A reader at work."""
    pages = [page.relative_to(states[0] / "site").as_posix() for page in (states[0] / "site").rglob("*.html")]
    reader = Reader(site, {page: {(state / "site" / page).read_bytes() for state in states} for page in pages})
    reader.start()
    yield reader
    reader.going = False
    reader.join()


def test_kills_at_random_moments(
    tmp_path: Path,
    states: tuple[Path, Path],
    builder: Builder,
    full: bool,
    record: Callable[[int, str, str, str], None],
) -> None:
    """After each kill the site is the old or the new one, whole; the next build clears what was left."""
    chance, kills, site = random.Random(6), 200 if full else 12, tmp_path / "site"
    whole = [digests(state / "site") for state in states]
    shutil.copytree(states[0] / "site", site)
    ended = {"old": 0, "new": 0}
    with reading(site, *states) as reader:
        seconds = _seconds_of_a_build(builder, states[0], tmp_path / "other" / "site")
        for number in range(kills):
            before = digests(site)
            process = builder.start(states[1 - whole.index(before)], site)
            time.sleep(chance.uniform(0, seconds * 1.3))
            with suppress(ProcessLookupError):  # the build had ended before
                os.kill(process, signal.SIGKILL)
            builder.line()
            after = digests(site)
            assert after in whole, f"kill {number}"
            ended["old" if after == before else "new"] += 1
            # the spare one, that of the killed build, and those that it or the one before had not cleared yet
            assert sum(1 for path in tmp_path.iterdir() if path.name.startswith(".site-")) <= 4
    assert not reader.faults, reader.faults[:3]
    builder.start(states[1], site)
    assert builder.line() == "0"
    assert digests(site) == whole[1]
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site-spare", "other", "site"]
    record(6, "kills at random moments, with a reader polling", f"{kills} kills, {reader.reads:,} pages read",
           f"none missing or mixed; {ended['old']} kept the old site, {ended['new']} had the new one; leftovers cleared")  # fmt: skip


def _seconds_of_a_build(builder: Builder, root: Path, output: Path) -> float:
    output.parent.mkdir()
    for _ in range(2):
        start = time.monotonic()
        builder.start(root, output)
        builder.line()
    return time.monotonic() - start


def test_two_builds_at_once(
    tmp_path: Path, states: tuple[Path, Path], full: bool, record: Callable[[int, str, str, str], None]
) -> None:
    """The site of the one that began later stands there at the end, and at no moment anything else but the two."""
    site, rounds = tmp_path / "site", 40 if full else 6
    whole = [digests(state / "site") for state in states]
    shutil.copytree(states[0] / "site", site)
    builders = (Builder(), Builder())
    with reading(site, *states) as reader:
        for number in range(rounds):
            earlier, later = (0, 1) if number % 2 else (1, 0)
            builders[0].start(states[earlier], site)
            _until_begun(site)
            time.sleep((0, 0.02, 0.1)[number % 3])
            builders[1].start(states[later], site)
            assert {builder.line() for builder in builders} == {"0"}
            assert digests(site) == whole[later], f"round {number}"
    for builder in builders:
        builder.process.terminate()
    assert not reader.faults, reader.faults[:3]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".site-")] == [".site-spare"]
    record(6, "two builds at once", f"{rounds} times, {reader.reads:,} pages read", "the later one stays")


def _until_begun(site: Path) -> None:
    """A build has begun when it has its turn: it has read nothing yet."""
    while not any(path.name != f".{site.name}-spare" for path in site.parent.glob(f".{site.name}-*")):
        time.sleep(0.001)


@contextmanager
def small_disk(folder: Path, options: str) -> Iterator[bool]:
    """A disk of its own at `folder`, where this user may make one."""
    folder.mkdir()
    made = (
        os.geteuid() == 0
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True, check=False
        ).returncode
    )
    try:
        yield made
    finally:
        if made:
            subprocess.run(["umount", "-l", str(folder)], check=False)


def test_a_full_disk(tmp_path: Path, states: tuple[Path, Path], record: Callable[[int, str, str, str], None]) -> None:
    """The old site stays, and one line says why."""
    with small_disk(tmp_path / "disk", "size=16m") as made:
        root = copy_of_flood(tmp_path / "disk" / "root")
        assert factbook(root, "build").returncode == 0
        before = digests(root / "site")
        shutil.rmtree(root / ".site-spare", ignore_errors=True)
        change(root)
        if made:
            filler = root / "filler"
            with filler.open("wb") as file:
                free = os.statvfs(root)
                file.write(b"\0" * max(0, free.f_bavail * free.f_frsize - 200_000))
            said = factbook(root, "build")
            words = "disk is full"
        else:
            said = _with_small_files(root)
            words = "cannot be written"
        assert said.returncode == 1
        assert "Traceback" not in said.stderr
        assert words in said.stdout
        assert digests(root / "site") == before
    how = "a disk of 16 MB" if made else "files limited to 20 kB (no disk may be made here)"
    record(6, "a full disk", how, "the old site stays, one message")


def _with_small_files(root: Path) -> subprocess.CompletedProcess[str]:
    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    command = [*COMMAND, "build", "--site", str(root)]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False, preexec_fn=limit)


def test_a_read_only_target(tmp_path: Path, record: Callable[[int, str, str, str], None]) -> None:
    """One message, and the old site as it was."""
    with small_disk(tmp_path / "disk", "size=64m") as made:
        root = copy_of_flood(tmp_path / "root")
        target = tmp_path / "disk" / "public" / "site"
        target.parent.mkdir()
        assert factbook(root, "build", "--output", str(target)).returncode == 0
        before = digests(target)
        if made:
            subprocess.run(["mount", "-o", "remount,ro", str(tmp_path / "disk")], check=True)
        elif os.geteuid() == 0:
            pytest.skip("the superuser may write everywhere, and no disk may be made here")
        else:
            target.parent.chmod(0o555)
        said = factbook(root, "build", "--output", str(target))
        if not made:
            target.parent.chmod(0o755)
        assert said.returncode == 1
        assert "output-not-written" in said.stdout
        assert "Traceback" not in said.stderr
        assert digests(target) == before
    record(6, "a target that is read-only", "a disk" if made else "a folder", "the old site stays, one message")


@pytest.mark.parametrize("moment", [0.0, 0.05, 0.15])
def test_a_folder_that_vanishes(
    tmp_path: Path, states: tuple[Path, Path], moment: float, record: Callable[[int, str, str, str], None]
) -> None:
    """The folder in which the site stands is taken away while a build writes into it: a message, no traceback."""
    away = tmp_path / "away"
    away.mkdir()
    command = [*COMMAND, "build", "--site", str(states[0]), "--output", str(away / "site")]
    with subprocess.Popen(
        command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as build:
        while build.poll() is None and not any(away.glob(".site-*/site")):  # it has begun to write
            time.sleep(0.002)
        time.sleep(moment)
        shutil.rmtree(away, ignore_errors=True)
        out, err = build.communicate(timeout=60)
    assert "Traceback" not in err, err[-1500:]
    assert build.returncode in (0, 1)
    assert build.returncode == 0 or "output-not-written" in out
    record(6, "the target's folder vanishes while a build writes", "3 moments", "one message")

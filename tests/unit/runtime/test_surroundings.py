"""What a process was given: closed streams are never written into by mistake, a cache of others is not trusted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import platformdirs
import pytest

from factbook.runtime.surroundings import signals_held, user_cache

WRITES = """\
import os
from factbook.runtime.surroundings import open_closed_streams
open_closed_streams()
with open("kept.txt", "w") as kept:
    os.write(1, b"as a library prints")
    os.write(2, b"as a crash is told")
    print("as we print")
    kept.write("in the file")
"""
WAITS = """\
import signal, time
from factbook.runtime.surroundings import end_when_told_to
{before}
end_when_told_to()
try:
    print("ready", flush=True)
    time.sleep(30)
finally:
    print("cleared up", flush=True)
"""


def run(script: str, folder: Path, closing: str = "") -> subprocess.CompletedProcess[str]:
    command = f'exec "{sys.executable}" -c "$SCRIPT" {closing}'
    return subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env={**os.environ, "SCRIPT": script},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("closing", ["", ">&-", "<&-", "<&- >&- 2>&-"])
def test_what_is_printed_goes_into_no_file(tmp_path: Path, closing: str) -> None:
    done = run(WRITES, tmp_path, closing)
    assert done.returncode == 0
    assert (tmp_path / "kept.txt").read_text() == "in the file"


def told_to_end(*numbers: int, before: str) -> tuple[int, str]:
    """Exit status and output of a process that gets signals while it waits; it runs `before` first."""
    waiting = subprocess.Popen([sys.executable, "-c", WAITS.format(before=before)], stdout=subprocess.PIPE, text=True)
    assert waiting.stdout is not None
    assert waiting.stdout.readline() == "ready\n"
    for number in numbers:
        waiting.send_signal(number)
    said = waiting.communicate()[0]
    return waiting.returncode, said


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_process_that_is_told_to_end_clears_up(number: int) -> None:
    not_ignored = f"signal.signal({int(number)}, signal.SIG_DFL)"  # as it is under `nohup`
    assert told_to_end(number, before=not_ignored) == (128 + number, "cleared up\n")


def test_a_signal_that_is_ignored_stays_ignored() -> None:
    ignored = "signal.signal(signal.SIGHUP, signal.SIG_IGN)"
    assert told_to_end(signal.SIGHUP, signal.SIGTERM, before=ignored) == (128 + signal.SIGTERM, "cleared up\n")


def test_the_cache_is_the_user_s_own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for folder in (tmp_path / "not there yet", tmp_path):
        monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, folder=folder, **__: folder)
        assert user_cache() == folder


@pytest.mark.parametrize("kind", ["relative", "another's", "not to be looked at"])
def test_a_cache_that_is_not_ours_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str) -> None:
    folder = Path("cache") if kind == "relative" else tmp_path
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, **__: folder)
    if kind == "another's":
        monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    if kind == "not to be looked at":
        monkeypatch.setattr(Path, "stat", _refused)
    assert not user_cache().is_relative_to(folder)
    assert user_cache().parent == Path(os.devnull)


def _refused(self: Path, **options: object) -> os.stat_result:
    raise PermissionError(self, options)


def test_a_signal_waits_until_what_was_begun_is_known() -> None:
    seen: list[str] = []
    before = signal.signal(signal.SIGTERM, lambda *_: seen.append("ended"))
    try:
        with signals_held():
            signal.pthread_kill(threading.get_ident(), signal.SIGTERM)  # pytest's workers have further threads
            seen.append("known")
        assert seen == ["known", "ended"]
    finally:
        signal.signal(signal.SIGTERM, before)

"""A process that ends at once ends as any other does, to whoever looks at it from outside."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factbook.runtime import process_exit

ENVIRONMENT = os.environ | {"PYTHONUNBUFFERED": ""}
SAYS = "import sys; sys.stdout.write('said'); sys.stderr.write('complained')"
LAST = "import atexit; atexit.register(print, 'last')"
LIVES = "import threading, time; threading.Thread(target=lambda: (time.sleep(0.2), print('lived'))).start()"
FREED = (
    "class Kept:\n    def __del__(self): print('freed')\nkept = Kept(); ending.foresee(); ending.hold(kept); del kept"
)


@pytest.mark.parametrize("status", [0, 1, 70])
def test_its_status_and_words_are_not_lost(status: int) -> None:
    ended = _process(SAYS, f"ending.end({status})")
    assert (ended.returncode, ended.stdout, ended.stderr) == (status, "said", "complained")


def test_what_was_to_be_done_last_is_done_once() -> None:
    assert _process(LAST, "ending.end(0)").stdout == "last\n"


def test_it_waits_for_its_threads() -> None:
    ended = _process(LIVES, "ending.end(1)")
    assert (ended.returncode, ended.stdout) == (1, "lived\n")


@pytest.mark.parametrize("watch", ["setprofile", "settrace"])
def test_a_profiler_goes_on_after_it(watch: str) -> None:
    tried = f"import sys; sys.{watch}(lambda *_: None)\ntry: ending.end(1)\nexcept SystemExit: print('told')"
    assert _process(tried).stdout == "told\n"


def test_what_is_held_is_never_taken_apart() -> None:
    assert _process(FREED, "ending.end(0)").stdout == ""
    assert _process(FREED.replace("ending.foresee();", ""), "ending.end(0)").stdout == "freed\n"


def test_words_that_nobody_can_hear_are_an_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        told = subprocess.run(
            _command(SAYS, "ending.end(0)"), stdout=writer, stderr=subprocess.PIPE, check=False, env=ENVIRONMENT
        )
    finally:
        os.close(writer)
    assert told.returncode == 120  # as Python itself says it
    assert b"BrokenPipeError" in told.stderr


@pytest.mark.parametrize(("words", "status"), [(["--version"], 0), (["check", "--site", "none"], 2), (["chekc"], 2)])
def test_the_command_ends_so(words: list[str], status: int) -> None:
    ended = subprocess.run([sys.executable, "-m", "factbook", *words], capture_output=True, text=True, check=False)
    assert ended.returncode == status
    assert ended.stdout + ended.stderr


def test_no_other_process_holds_anything() -> None:
    process_exit.hold(Path())
    assert process_exit._held is None


def _command(*lines: str) -> list[str]:
    return [sys.executable, "-c", "\n".join(("from factbook.runtime import process_exit as ending", *lines))]


def _process(*lines: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(_command(*lines), capture_output=True, text=True, check=False, env=ENVIRONMENT)

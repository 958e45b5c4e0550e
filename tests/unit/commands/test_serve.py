"""serve: an edit is on the page, an error is said, and an interrupt ends it quietly."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from tests.unit.commands.conftest import replace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.unit.commands.conftest import Run


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
        return number


@pytest.fixture
def served(site: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "generator", "serve", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def test_an_edit_is_on_the_page_and_an_error_is_said(site: Path, port: int, served: subprocess.Popen[str]) -> None:
    assert served.stderr is not None
    assert served.stdout is not None
    assert served.stderr.readline() == "Reading the content\n"
    assert served.stderr.readline() == f"no problems; http://127.0.0.1:{port}/ (Ctrl+C ends it)\n"
    assert "had left the bay at night" in _page(port)
    replace(site, "content/facts/ships.yml", "that two ships had left the bay", "that two ships left the bay")
    assert served.stderr.readline().startswith("no problems")
    assert _until(port, "two ships left the bay")
    replace(site, "content/facts/ships.yml", "quote: two ships had", "quote: four ships had")
    assert served.stdout.readline().startswith("error[")
    served.send_signal(signal.SIGINT)
    assert served.wait(20) == 0
    assert "Traceback" not in served.stderr.read()
    assert not (site / "site").exists()


def test_a_port_that_is_taken_is_said_in_one_line(site: Path, port: int, run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        result = run("serve", "--port", str(port))
    assert result.exit_code == 2
    assert result.stderr.endswith(f"The site cannot be served at 127.0.0.1:{port}: Address already in use.\n")


def _page(port: int) -> str:
    with urlopen(f"http://127.0.0.1:{port}/topics/ships/", timeout=20) as answer:
        text: str = answer.read().decode()
        return text


def _until(port: int, words: str) -> bool:
    """Whether the page says the words within a while."""
    for _ in range(100):
        if words in _page(port):
            return True
        time.sleep(0.1)
    return False

"""serve: an edit is on the page, an error is said, and an interrupt ends it quietly."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from tests.unit.cli.conftest import replace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.unit.cli.conftest import Run


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
        return number


@pytest.fixture
def served(site: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "factbook", "serve", "--port", str(port)]
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


def test_the_configuration_is_read_again(site: Path, port: int, served: subprocess.Popen[str]) -> None:
    assert served.stderr is not None
    assert served.stdout is not None
    served.stderr.readline()
    served.stderr.readline()
    replace(site, "site_config.yml", "name: Harbour watch", "nam: Bay watch")
    assert served.stdout.readline().startswith("error[")
    assert "Harbour watch" in _page(port)
    assert served.stderr.readline().startswith(("1 error", "2 errors"))
    replace(site, "site_config.yml", "nam: Bay watch", "name: Bay watch")
    assert _until(port, "Bay watch")
    served.send_signal(signal.SIGINT)
    assert served.wait(20) == 0


def test_a_draft_tells_what_is_not_committed(repository: Path, port: int, served: subprocess.Popen[str]) -> None:
    assert served.stderr is not None
    served.stderr.readline()
    served.stderr.readline()
    replace(repository, "content/facts/ships.yml", "that two ships had left the bay", "that two ships left the bay")
    assert _until(port, "two ships left the bay")
    with urlopen(f"http://127.0.0.1:{port}/_factbook/draft", timeout=20) as answer:
        told = json.loads(answer.read())
    assert [(change["what"], change["id"], change["keys"]) for change in told["changes"]] == [
        ("changed", "two-left", ["statement"])
    ]


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
    """Whether the page says the words within a while; a server that starts anew answers a little later."""
    for _ in range(100):
        with suppress(OSError):
            if words in _page(port):
                return True
        time.sleep(0.1)
    return False

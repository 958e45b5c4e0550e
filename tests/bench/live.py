"""Bench: how long the first page takes under `factbook serve`, and a saved edit to its page."""

from __future__ import annotations

import os
import re
import socket
import statistics
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_PATIENCE = 900.0
_PAUSE = 0.004


@dataclass(frozen=True, slots=True)
class Served:
    """Seconds of waiting."""

    first: float
    """Until the first page is there."""
    edit: float
    """From a saved fact to its page (median)."""


def served(site: Path, topic: int, edits: int, serve: tuple[str, ...], environment: Mapping[str, str]) -> Served:
    """Serves `site` and edits the facts of a topic that is small enough to stand on one page."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = (*serve, "--port", str(port))
    file = max((site / "content" / "facts").glob(f"topic-{topic}-*.yml"))
    before = file.read_text()
    start = time.perf_counter()
    server = subprocess.Popen(
        command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        page = f"http://127.0.0.1:{port}/topics/topic-{topic}/"
        _wait_for(page, b"</html>", server)
        first = time.perf_counter() - start
        return Served(first, statistics.median(_edit(file, page, number, server) for number in range(edits)))
    finally:
        server.terminate()
        server.wait()
        file.write_text(before)


def _edit(file: Path, page: str, number: int, server: subprocess.Popen[bytes]) -> float:
    """Changes the words of one fact; they mention a made-up word that no other edit has."""
    time.sleep(1.0)  # an editor does not save twice a second, and what follows an edit may still be going on
    mark = "edit" + "abcdefghij"[number % 10] * 6
    text = re.sub(r"( in [A-Z][a-z]+)(, says edit\w+)?\.", rf"\1, says {mark}.", file.read_text(), count=1)
    start = time.perf_counter()
    file.write_text(text)
    _wait_for(page, mark.encode(), server)
    return time.perf_counter() - start


def _wait_for(page: str, words: bytes, server: subprocess.Popen[bytes]) -> None:
    end = time.perf_counter() + _PATIENCE
    while time.perf_counter() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(page, timeout=_PATIENCE) as answer:
                if words in answer.read():
                    return
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(_PAUSE)
    raise TimeoutError(f"{page} never showed {words.decode()}")

"""Bench: how long a saved edit takes to the page under `factbook serve`."""

from __future__ import annotations

import os
import re
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PATIENCE = 900.0
_PAUSE = 0.004


def edit_to_page(site: Path, edits: int, environment: dict[str, str]) -> tuple[float, float]:
    """Seconds until the first page is there, and the median from a saved fact to its page being served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = (sys.executable, "-m", "factbook", "serve", "--site", str(site), "--port", str(port))
    start = time.perf_counter()
    server = subprocess.Popen(
        command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        page = f"http://127.0.0.1:{port}/topics/topic-1/"
        _wait_for(page, b"</html>", server)
        first = time.perf_counter() - start
        return first, statistics.median(_edit(site, page, number, server) for number in range(edits))
    finally:
        server.terminate()
        server.wait()


def _edit(site: Path, page: str, number: int, server: subprocess.Popen[bytes]) -> float:
    """Changes the words of one fact; they mention a made-up word that no other edit has."""
    time.sleep(1.0)  # an editor does not save twice a second, and what follows an edit may still be going on
    file = min((site / "content" / "facts").glob("topic-1-*.yml"))
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

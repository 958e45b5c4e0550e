"""An installed Firefox, steered over Marionette: Playwright brings one of its own, which not every machine can fetch.

The protocol is a length, a colon and JSON: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
PATIENCE = 60.0
"""Seconds until Firefox has started, or a page shows what is waited for."""
_SETTINGS = """
user_pref("marionette.port", 0);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.proxy.type", 0);
"""


class Firefox:
    """A window of Firefox."""

    def __init__(self, port: int) -> None:
        self._wire = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self._number = 0
        self._answer()
        self._ask("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"pageLoadStrategy": "normal"}}})

    def open(self, address: str) -> None:
        """Goes to a page and waits until it has loaded."""
        self._ask("WebDriver:Navigate", {"url": address})

    def run(self, script: str) -> Any:
        """What the body of a function gives on the page."""
        return self._ask("WebDriver:ExecuteScript", {"script": script, "args": []})["value"]

    def wait(self, script: str) -> Any:
        """The same, again and again until it gives something."""
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            if found := self.run(script):
                return found
            time.sleep(0.05)
        raise AssertionError(f"{script} gave nothing on {self.run('return document.URL')}")

    def _ask(self, command: str, given: dict[str, Any]) -> Any:
        self._number += 1
        message = json.dumps([0, self._number, command, given]).encode()
        self._wire.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._answer()
        assert error is None, error
        return result

    def _answer(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._wire.recv(1)
        data = b""
        while len(data) < int(length[:-1]):
            data += self._wire.recv(int(length[:-1]) - len(data))
        return json.loads(data)


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """Firefox without a screen, with a profile of its own in the empty folder `profile`."""
    (profile / "user.js").write_text(_SETTINGS, encoding="utf-8")
    command = [str(FIREFOX), "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield Firefox(_port(profile / "MarionetteActivePort"))
        finally:
            process.terminate()


def _port(file: Path) -> int:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        if file.is_file() and (text := file.read_text()).strip():
            return int(text)
        time.sleep(0.1)
    raise AssertionError("Firefox did not start")

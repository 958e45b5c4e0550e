"""A Chromium that is already here, and the built sites on a plain web server, under a path of their own."""

from __future__ import annotations

import shutil
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """An installed Chromium; without one, Playwright's own. Containers rarely allow Chromium its sandbox."""
    installed = next(filter(None, map(shutil.which, BROWSERS)), None)
    found = {"executable_path": installed} if installed else {}
    return {**browser_type_launch_args, **found, "args": ["--no-sandbox", *QUIET]}


@pytest.fixture(scope="session")
def base_url(flood_site: Path) -> Iterator[str]:
    """Address of the small site."""
    with served(flood_site) as address:
        yield address


@pytest.fixture(scope="session")
def valley_url(valley_site: Path) -> Iterator[str]:
    """Address of the small site that runs from right to left."""
    with served(valley_site) as address:
        yield address


@pytest.fixture(scope="session")
def shipped_url(shipped_site: Path) -> Iterator[str]:
    """Address of the repository's own briefing."""
    with served(shipped_site) as address:
        yield address


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serves the folder under `/briefing/`, so that a link which leaves out the path is noticed."""
    top = site.parent / "served"
    top.mkdir(exist_ok=True)
    if not (top / "briefing").exists():
        (top / "briefing").symlink_to(site, target_is_directory=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(top)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/briefing/"
    server.shutdown()
    server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    """A plain web server that does not write a line for each request."""

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""

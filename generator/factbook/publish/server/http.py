"""Host: the web server of `factbook serve`: pages from memory, and word to open pages when they change."""

from __future__ import annotations

import itertools
import json
import mimetypes
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from ipaddress import IPv4Address, IPv6Address

    from factbook.config.settings import Settings
    from factbook.diagnostics.types import Diagnostic
    from factbook.publish.server.live_site import LiveSite

    Draft = Callable[[], Mapping[str, Any]]

OWN = "_factbook/"
"""Addresses below this are the server's own."""
_SCRIPT = '<script src="{mount}_factbook/preview.js" data-version="{version}" defer></script>\n</body>'
_VERSIONS = itertools.count()
"""Never the same number twice in one process: a page must know a server that was started anew from the old one."""
_BEAT = 15.0
"""Seconds after which an idle connection is tried, so that closed pages are noticed."""


class PreviewServer:
    """What the server shows: the live site, the number of its version, and what is wrong at the moment."""

    def __init__(self, live: LiveSite, settings: Settings, draft: Draft | None = None) -> None:
        """`draft` tells what differs from what was published, as the page's script shows it."""
        self.live = live
        self.draft = draft
        self.mount = urlsplit(settings.url or "/").path or "/"
        """Path under which the site is published, so that all addresses are the same here."""
        self._root = settings.root
        self._changed = threading.Condition()
        self._version = next(_VERSIONS)
        self._problems: tuple[Diagnostic, ...] = ()
        self._closed = False

    def update(self, problems: tuple[Diagnostic, ...]) -> None:
        """Tell open pages: they load themselves again, or show what is wrong."""
        with self._changed:
            self._version = next(_VERSIONS)
            self._problems = problems
            self._changed.notify_all()

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def news(self, known: int) -> dict[str, Any] | None:
        """Wait for a version after `known`; None when nothing has happened for a while, or all ends."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._version > known, _BEAT)
            if self._closed or self._version <= known:
                return None
            errors = [problem for problem in self._problems if problem.is_error]
            return {"version": self._version, "problems": [self._told(problem) for problem in errors]}

    @property
    def closed(self) -> bool:
        return self._closed

    def with_script(self, page: bytes) -> bytes:
        """The page with the script that keeps it up to date; the only difference from what a build writes."""
        script = _SCRIPT.format(mount=self.mount, version=self._version).encode("ascii")
        head, end, rest = page.rpartition(b"</body>")
        return head + script + rest if end else page

    def _told(self, problem: Diagnostic) -> dict[str, Any]:
        return {
            "code": problem.code,
            "message": problem.message,
            "place": problem.span.start,
            "line": self._line(problem),
            "column": problem.span.column,
            "help": problem.help,
        }

    def _line(self, problem: Diagnostic) -> str:
        path = (self._root / problem.span.path).resolve()
        if not path.is_relative_to(self._root.resolve()) or not path.is_file():
            return ""
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        return lines[problem.span.line - 1][:400] if problem.span.line <= len(lines) else ""


def server(preview: PreviewServer, address: str, port: int) -> ThreadingHTTPServer:
    """A server bound to this address and port; raises OSError when that is taken."""

    class Requests(_Requests):
        pass

    Requests.preview = preview
    ip = _ip(address)
    Requests.is_open = ip is not None and not ip.is_loopback
    http = ThreadingHTTPServer((address, port), Requests)
    http.daemon_threads = True
    return http


class _Requests(BaseHTTPRequestHandler):
    preview: PreviewServer
    is_open: bool
    """Whether other machines reach the server."""
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if not self._is_meant():
            self._send(HTTPStatus.MISDIRECTED_REQUEST, "text/plain; charset=utf-8", _ELSEWHERE)
            return
        path = unquote(urlsplit(self.path).path)
        mount = self.preview.mount
        if not path.startswith(mount):
            self._redirect(mount)
        elif path == f"{mount}{OWN}news":
            self._tell()
        elif path.startswith(mount + OWN):
            self._own(path.removeprefix(mount + OWN))
        else:
            self._site(path.removeprefix(mount))

    do_HEAD = do_GET

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are not worth a line."""

    def _is_meant(self) -> bool:
        """Whether the browser was sent here by a name of this machine.

        Any page can give its own name the address 127.0.0.1 and then read what stands here: a draft that nobody
        has published (https://en.wikipedia.org/wiki/DNS_rebinding). Where others may listen in, names are free.
        """
        try:
            name = urlsplit(f"//{self.headers.get('Host', '')}").hostname or ""
        except ValueError:
            return False
        return self.is_open or name == "localhost" or _ip(name) is not None

    def _site(self, path: str) -> None:
        live = self.preview.live
        data = live.page(path)
        if data is None and live.page(f"{path}/") is not None:
            self._redirect(f"{self.preview.mount}{path}/")
        elif data is None:
            self._send(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", self._for_reader(live.not_found))
        else:
            kind = _kind(path)
            self._send(HTTPStatus.OK, kind, self._for_reader(data) if "html" in kind else data)

    def _for_reader(self, page: bytes) -> bytes:
        """Browsers get the script; other programs the bytes that a build would write."""
        return self.preview.with_script(page) if "text/html" in self.headers.get("Accept", "") else page

    def _own(self, name: str) -> None:
        file = Path(__file__).with_name(name)
        if name in ("preview.js", "preview.css"):
            self._send(HTTPStatus.OK, _kind(name), file.read_bytes())
        elif name == "draft" and self.preview.draft:
            self._send(HTTPStatus.OK, _KINDS[".json"], json.dumps(self.preview.draft()).encode("utf-8"))
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"")

    def _tell(self) -> None:
        """A stream of news, as long as the page is open."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        known = 0
        try:
            while not self.preview.closed:
                news = self.preview.news(known)
                known = news["version"] if news else known
                self.wfile.write(f"data: {json.dumps(news)}\n\n".encode() if news else b": still here\n\n")
                self.wfile.flush()
        except OSError:
            pass  # the reader has gone

    def _redirect(self, where: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", where)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


_ELSEWHERE = b"This name does not belong to this machine. Open the address that `factbook serve` has said.\n"
_KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
}


def _kind(path: str) -> str:
    if path.endswith("/") or not path:
        return _KINDS[".html"]
    suffix = Path(path).suffix
    return _KINDS.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"


def _ip(name: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(name)
    except ValueError:
        return None

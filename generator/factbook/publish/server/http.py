"""Host: the web server of `factbook serve`: pages from memory, and word to open pages when they change."""

from __future__ import annotations

import contextlib
import itertools
import json
import mimetypes
import threading
from errno import EADDRNOTAVAIL
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from socket import SOCK_STREAM, getaddrinfo
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit

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
_CONNECTIONS = 100
"""At a time; each open page holds one."""


class PreviewServer:
    """What the server shows: the live site, the number of its version, and what is wrong at the moment."""

    def __init__(self, live: LiveSite, settings: Settings, draft: Draft | None = None) -> None:
        """`draft` tells what differs from what was published, as the page's script shows it."""
        self.live = live
        self.draft = draft
        self.mount = quote(unquote(urlsplit(settings.url or "/").path)) or "/"
        """Path under which the site is published, as browsers ask for it, so that all addresses are the same here."""
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

    def waiting(self) -> bytes:
        """The page that stands everywhere until there is a site: what is wrong, or that the content is being read."""
        with self._changed:
            wrong = "".join(map(_item, (problem for problem in self._problems if problem.is_error)))
        words = f"<h1>What is wrong</h1><ol>{wrong}</ol>" if wrong else "<h1>Reading the content …</h1>"
        return self.with_script(_WAITING.format(words).encode("utf-8", "replace"))

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
    """A server bound to this address (a number or a name) and port; raises OSError when that cannot be."""
    try:
        family, _, _, _, found = getaddrinfo(address, port, type=SOCK_STREAM)[0]
    except UnicodeError:
        raise OSError(EADDRNOTAVAIL, "no machine can have that name") from None

    class Requests(_Requests):
        pass

    class Server(_Server):
        address_family = family

    ip = _ip(str(found[0]))
    Requests.preview = preview
    Requests.is_open = ip is not None and not ip.is_loopback
    Requests.names = frozenset(("localhost", address.lower()))
    return Server((str(found[0]), port), Requests)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address: tuple[str, int], requests: type[_Requests]) -> None:
        super().__init__(address, requests)
        self._places = threading.BoundedSemaphore(_CONNECTIONS)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """In a thread of its own, as long as there is a place: whoever opens more connections is sent away."""
        if not self._places.acquire(blocking=False):
            self.shutdown_request(request)
            return
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._places.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader that goes away in the middle is no error of ours, and no traceback is anybody's to read."""


class _Requests(BaseHTTPRequestHandler):
    preview: PreviewServer
    is_open: bool
    """Whether other machines reach the server."""
    names: frozenset[str]
    """Of this machine, beside its numbers."""
    protocol_version = "HTTP/1.1"
    timeout = 2 * _BEAT
    """Seconds that a reader may take for each part of a question or an answer."""

    def do_GET(self) -> None:
        try:
            self._answer()
        except (ConnectionError, TimeoutError):  # the reader has gone
            self.close_connection = True
        except Exception as error:
            words = f"Factbook itself failed, which is a bug: {type(error).__name__}: {error}. Please report it.\n"
            self.close_connection = True
            with contextlib.suppress(OSError):
                self._send(HTTPStatus.INTERNAL_SERVER_ERROR, _PLAIN, words.encode("utf-8", "replace"))

    def _answer(self) -> None:
        if not self._is_meant():
            self._send(HTTPStatus.MISDIRECTED_REQUEST, _PLAIN, _ELSEWHERE)
            return
        try:
            path = unquote(urlsplit(self.path).path)
        except ValueError:
            self._send(HTTPStatus.BAD_REQUEST, _PLAIN, b"This is no address.\n")
            return
        mount = unquote(self.preview.mount)
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
        return self.is_open or name in self.names or _ip(name) is not None

    def _site(self, path: str) -> None:
        live = self.preview.live
        data = live.page(path)
        if data is None and live.page(f"{path}/") is not None:
            self._redirect(f"{unquote(self.preview.mount)}{path}/")
        elif data is None and not live.not_found:
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, _KINDS[".html"], self.preview.waiting())
        elif data is None:
            self._send(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", self._for_reader(live.not_found))
        else:
            kind = _kind(path)
            self._send(HTTPStatus.OK, kind, self._for_reader(data) if "html" in kind else data)

    def _for_reader(self, page: bytes) -> bytes:
        """Browsers get the script; other programs the bytes that a build would write."""
        return self.preview.with_script(page) if "text/html" in self.headers.get("Accept", "") else page

    def _own(self, name: str) -> None:
        if name in ("preview.js", "preview.css"):
            self._send(HTTPStatus.OK, _kind(name), Path(__file__).with_name(name).read_bytes())
        elif name == "draft" and self.preview.draft:
            self._send(HTTPStatus.OK, _KINDS[".json"], json.dumps(self.preview.draft()).encode("utf-8"))
        else:
            self._send(HTTPStatus.NOT_FOUND, _PLAIN, b"")

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
        self.send_header("Location", quote("/" + where.lstrip("/")))  # two slashes would lead to another machine
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


def _item(problem: Diagnostic) -> str:
    lines = (
        f"<strong>{escape(problem.message)}</strong>",
        f"<code>{escape(problem.span.start)}</code>",
        *map(escape, problem.help),
    )
    return f"<li>{'<br>'.join(lines)}</li>"


_WAITING = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Factbook</title>'
    '<meta name="viewport" content="width=device-width"></head><body>{}</body></html>\n'
)
_ELSEWHERE = b"This name does not belong to this machine. Open the address that `factbook serve` has said.\n"
_PLAIN = "text/plain; charset=utf-8"
_KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".txt": _PLAIN,
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

"""A web server on this machine for tests: what it says at each address stands in the test, and who asked is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


@dataclass(frozen=True)
class Reply:
    """What is said at an address."""

    body: bytes = b""
    status: int = 200
    media_type: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Server:
    """A server that runs."""

    root: str
    """Its address without a slash at the end."""
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    """Method, path and user agent of each question, in order."""


Raw = Callable[[BaseHTTPRequestHandler], None]
"""Says something that no `Reply` can say."""


@contextmanager
def serving(replies: Mapping[str, Reply | Raw]) -> Iterator[Server]:
    """A server that knows these paths; whatever else is asked for is not found."""

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            told.asked.append((self.command, self.path, self.headers.get("User-Agent", "")))
            reply = replies.get(self.path, Reply(status=404))
            if not isinstance(reply, Reply):
                reply(self)
                return
            self.send_response(reply.status)
            for name, value in {"Content-Type": reply.media_type, **reply.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(reply.body)

        do_GET = do_HEAD = _answer

        def log_message(self, *arguments: Any) -> None:
            """Nothing is said in the middle of a test."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told = Server(f"http://127.0.0.1:{server.server_address[1]}")
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

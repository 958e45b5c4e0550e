"""Runtime: one question to a web server, asked politely: http and https alone, with limits of size and time.

Nothing is sent along but who asks. Redirects are followed one by one and told. None leads from a public server to one
of a private network: what is asked from inside would be told outside.
"""

from __future__ import annotations

import ssl
import zlib
from contextlib import closing, suppress
from dataclasses import replace
from functools import partial
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ipaddress import ip_address
from socket import SHUT_RDWR, gaierror, socket
from threading import Event, Timer
from time import monotonic
from typing import TYPE_CHECKING, Any, Literal
from urllib.error import URLError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import (
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from http.client import HTTPResponse

Method = Literal["HEAD", "GET"]
MOST_BYTES = 64 * 1024 * 1024
MOST_REDIRECTS = 5
WAIT = 15.0
"""Seconds without a sign from the server."""
PATIENCE = 60.0
"""Seconds for one answer, from the connection to its last byte."""
_BLOCK = 1 << 16
_MOVED = (301, 302, 303, 307, 308)
_FOR_GOOD = (301, 308)
_MEGABYTE = 1024 * 1024
_SAFE = "/%:@!$&'()*+,;=~?"


class Unanswered(Exception):
    """There is no answer to work with; the words say why, as the end of a sentence that begins with the address."""


@frozen
class Redirect:
    """A redirect."""

    address: str
    """Where to."""
    for_good: bool
    """Whether the server says that it stays so."""


@frozen
class Response:
    """What a server said."""

    status: int
    address: str
    """Where the answer was given, after all redirects."""
    redirects: tuple[Redirect, ...]
    media_type: str
    """Such as `text/html`, in small letters; empty when it does not say."""
    charset: str
    """As the server says; empty when it does not."""
    data: bytes

    @property
    def is_there(self) -> bool:
        return 200 <= self.status < 300

    @property
    def words(self) -> str:
        """The status for people: `404 (Not Found)`."""
        known = {one.value: one.phrase for one in HTTPStatus}
        return f"{self.status} ({known[self.status]})" if self.status in known else str(self.status)


def ask(
    address: str, agent: str, method: Method = "GET", *, private: bool = True, most: int = MOST_BYTES
) -> Response:
    """The answer to one question, whatever its status. Raises `Unanswered`.

    `agent` says who asks. Without `private` a server in a private network is not asked at all.
    """
    redirects: list[Redirect] = []
    guard = _Guard(private)
    here = address
    while True:
        answer = _asked(here, agent, method, guard, most)
        target = answer.address
        if target == here:
            return replace(answer, redirects=tuple(redirects))
        redirects.append(Redirect(target, answer.status in _FOR_GOOD))
        if len(redirects) > MOST_REDIRECTS or target in (address, *(redirect.address for redirect in redirects[:-1])):
            raise Unanswered("is redirected in a circle, or too often")
        here = target


class _Guard:
    """Which servers may be spoken to."""

    def __init__(self, private: bool) -> None:
        self._private = private

    def admit(self, connection: HTTPConnection) -> None:
        """Raises `Unanswered` for a server in a private network, where none is allowed; the first one decides."""
        is_public = ip_address(connection.sock.getpeername()[0].partition("%")[0]).is_global
        if not is_public and not self._private:
            connection.close()
            raise Unanswered("leads into a private network, and is not asked")
        self._private = not is_public


def _asked(address: str, agent: str, method: Method, guard: _Guard, most: int) -> Response:
    """One answer; of a redirect its `address` is where it leads."""
    headers = {
        "User-Agent": agent,
        "Accept": "text/html,application/pdf;q=0.9,*/*;q=0.5",
        "Accept-Encoding": "identity",
    }
    try:
        if urlsplit(address).scheme not in ("http", "https"):
            raise Unanswered(f"leads to {address[:80]}, and only http and https are asked")
        request = Request(_as_sent(address), headers=headers, method=method)
        with closing(_opener(guard).open(request, timeout=WAIT)) as response:
            return _read(response, address, most)
    except (OSError, HTTPException, ValueError, zlib.error) as error:
        raise Unanswered(_reason(error)) from None


def _as_sent(address: str) -> str:
    """The address as it goes over the wire: letters outside ASCII as their codes, without the place in the page."""
    parts = urlsplit(address)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    path, query = quote(parts.path or "/", safe=_SAFE), quote(parts.query, safe=_SAFE)
    return urlunsplit((parts.scheme, host, path, query, ""))


class _Watched(HTTPConnection):
    """A connection that is admitted before anything is asked, and cut when its answer takes too long to begin."""

    def __init__(self, *given: Any, guard: _Guard, request: Request, **named: Any) -> None:
        super().__init__(*given, **named)
        self._guard, self._request = guard, request

    def connect(self) -> None:
        super().connect()
        if self._request.host == urlsplit(self._request.full_url).netloc:  # else a proxy, whose rules are its own
            self._guard.admit(self)

    def getresponse(self) -> HTTPResponse:
        late = Event()
        watch = Timer(PATIENCE, _cut, [self.sock, late])
        watch.daemon = True
        watch.start()
        try:
            return super().getresponse()
        except (OSError, HTTPException, ValueError) as error:
            raise TimeoutError if late.is_set() else error from None
        finally:
            watch.cancel()


class _WatchedSecure(_Watched, HTTPSConnection):
    """The same with a certificate."""


def _cut(connection: socket, late: Event) -> None:
    late.set()
    with suppress(OSError):
        connection.shutdown(SHUT_RDWR)


class _Http(HTTPHandler):
    def __init__(self, guard: _Guard) -> None:
        super().__init__()
        self._guard = guard

    def http_open(self, req: Request) -> HTTPResponse:
        return self.do_open(partial(_Watched, guard=self._guard, request=req), req)


class _Https(HTTPSHandler):
    def __init__(self, guard: _Guard) -> None:
        super().__init__()
        self._guard = guard

    def https_open(self, req: Request) -> HTTPResponse:
        context = ssl.create_default_context()
        return self.do_open(partial(_WatchedSecure, guard=self._guard, request=req, context=context), req)


class _AnyStatus(HTTPErrorProcessor):
    """Gives every answer back, whatever its status: redirects and refusals are answers too."""

    def http_response(self, request: Request, response: HTTPResponse) -> HTTPResponse:
        return response

    https_response = http_response


def _opener(guard: _Guard) -> OpenerDirector:
    """What opens http and https, and nothing else."""
    opener = OpenerDirector()
    for handler in (ProxyHandler(), _Http(guard), _Https(guard), _AnyStatus()):
        opener.add_handler(handler)
    return opener


def _read(response: HTTPResponse, address: str, most: int) -> Response:
    headers = response.headers
    target = headers.get("Location", "") if response.status in _MOVED else ""
    data = b"" if target else _whole(response, most)
    charset = headers.get_content_charset("") or ""
    media_type = headers.get_content_type() if headers.get("Content-Type") else ""
    return Response(response.status, urljoin(address, target), (), media_type, charset, data)


def _whole(response: HTTPResponse, most: int) -> bytes:
    """All of the answer's body, unpacked. Raises `Unanswered` when it is too large or takes too long."""
    end = monotonic() + PATIENCE
    encoding = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    if encoding not in ("identity", "gzip", "x-gzip", "deflate"):
        raise Unanswered(f"sends it packed as {encoding[:20]}, though it was asked not to")
    unpacked = zlib.decompressobj(47) if encoding != "identity" else None
    data = bytearray()
    while block := response.read1(_BLOCK):
        data += unpacked.decompress(block, most + 1 - len(data)) if unpacked else block
        if len(data) > most:
            raise Unanswered(f"is larger than {most // _MEGABYTE} MB")
        if monotonic() > end:
            raise TimeoutError
    if response.length or (unpacked and not unpacked.eof):
        raise Unanswered("breaks off before its end")
    return bytes(data)


def _reason(error: Exception) -> str:
    """What the system says, for people."""
    cause = error.reason if isinstance(error, URLError) and isinstance(error.reason, Exception) else error
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"has a certificate that is not valid ({cause.verify_message})"
    if isinstance(cause, ssl.SSLError):
        return "answers in no way that is secure (TLS)"
    if isinstance(cause, gaierror):
        return "has a server's name that is not found"
    if isinstance(cause, TimeoutError):
        return "does not answer in time"
    if isinstance(cause, ConnectionRefusedError):
        return "refuses the connection"
    if isinstance(cause, ConnectionError):
        return "breaks off"
    if isinstance(cause, zlib.error | HTTPException | ValueError):
        return "does not answer as a web server does"
    return f"cannot be asked: {getattr(cause, 'strerror', None) or cause}"

"""One question to a web server: what it answers, and what keeps it from being asked."""

from __future__ import annotations

import gzip
import re
import shutil
import ssl
import subprocess
import threading
import zlib
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from factbook.runtime import http_request
from factbook.runtime.http_request import Unanswered, ask
from tests.loopback import Reply, serving

if TYPE_CHECKING:
    from pathlib import Path

    from tests.loopback import Raw

AGENT = "factbook/1 (+https://facts.example/)"
PAGE = Reply("Zwölf Schiffe".encode())


def moved(target: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": target})


def test_an_answer_comes_with_what_the_server_says_of_it() -> None:
    with serving({"/page": Reply(b"words", media_type="Text/HTML; charset=ISO-8859-1")}) as server:
        answer = ask(f"{server.root}/page", AGENT)
    assert (answer.status, answer.data, answer.media_type, answer.charset) == (
        200,
        b"words",
        "text/html",
        "iso-8859-1",
    )
    assert server.asked == [("GET", "/page", AGENT)]


def test_the_head_alone_can_be_asked_for() -> None:
    with serving({"/page": PAGE}) as server:
        answer = ask(f"{server.root}/page", AGENT, "HEAD")
    assert (answer.status, answer.data) == (200, b"")
    assert [method for method, _, _ in server.asked] == ["HEAD"]


@pytest.mark.parametrize(("status", "words"), [(404, "404 (Not Found)"), (410, "410 (Gone)"), (599, "599")])
def test_a_refusal_is_an_answer(status: int, words: str) -> None:
    with serving({"/page": Reply(status=status)}) as server:
        answer = ask(f"{server.root}/page", AGENT)
    assert not answer.is_there
    assert answer.words == words


def test_redirects_are_followed_and_told() -> None:
    with serving({"/a": moved("/b", 301), "/b": moved("c?x=1"), "/c?x=1": PAGE}) as server:
        answer = ask(f"{server.root}/a", AGENT)
    assert answer.address == f"{server.root}/c?x=1"
    assert [(redirect.address, redirect.for_good) for redirect in answer.redirects] == [
        (f"{server.root}/b", True),
        (f"{server.root}/c?x=1", False),
    ]


def test_letters_of_every_script_and_a_place_in_the_page() -> None:
    with serving({"/sch%C3%B6n%20/%E6%B8%AF?q=%C3%A4": PAGE}) as server:
        assert ask(f"{server.root}/schön%20/港?q=ä#here", AGENT).is_there


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Content-Encoding": "gzip"}, gzip.compress(b"words" * 1000)),
        ({"Content-Encoding": "deflate"}, zlib.compress(b"words" * 1000)),
    ],
    ids=["gzip", "deflate"],
)
def test_what_comes_packed_all_the_same_is_unpacked(headers: dict[str, str], body: bytes) -> None:
    with serving({"/page": Reply(body, headers=headers)}) as server:
        assert ask(f"{server.root}/page", AGENT).data == b"words" * 1000


def silent(handler: BaseHTTPRequestHandler) -> None:
    threading.Event().wait(1)


def drip(handler: BaseHTTPRequestHandler, data: bytes) -> None:
    """Sends one piece after another, until nobody listens any more."""
    with suppress(OSError):
        for _ in range(20):
            handler.wfile.write(data)
            threading.Event().wait(0.05)


def dripping_head(handler: BaseHTTPRequestHandler) -> None:
    drip(handler, b"H")


def dripping_body(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    drip(handler, b"x")


def cut_short(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "100")
    handler.end_headers()
    handler.wfile.write(b"Twelve ships")


def gibberish(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"220 mail.example ESMTP\r\n")


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(100):
            handler.wfile.write(b"x" * 65536)
    except OSError:
        pass


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (moved("ftp://files.example/page"), "leads to ftp://files.example/page, and only http and https are asked"),
        (moved("file:///etc/passwd"), "leads to file:///etc/passwd, and only http and https are asked"),
        (moved("/page"), None),
        (moved("//["), "does not answer as a web server does"),
        (Reply(b"x" * 2_000_000), "is larger than 1 MB"),
        (Reply(gzip.compress(b"x" * 2_000_000), headers={"Content-Encoding": "gzip"}), "is larger than 1 MB"),
        (Reply(b"words", headers={"Content-Encoding": "gzip"}), "does not answer as a web server does"),
        (Reply(gzip.compress(b"words")[:-4], headers={"Content-Encoding": "gzip"}), "breaks off before its end"),
        (cut_short, "breaks off before its end"),
        (Reply(b"x", headers={"Content-Encoding": "br"}), "sends it packed as br, though it was asked not to"),
        (silent, "does not answer in time"),
        (dripping_head, "does not answer in time"),
        (dripping_body, "does not answer in time"),
        (gibberish, "does not answer as a web server does"),
        (endless, "is larger than 1 MB"),
    ],
)
def test_what_keeps_an_answer_away(reply: Reply | Raw, reason: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_request, "WAIT", 0.3)
    monkeypatch.setattr(http_request, "PATIENCE", 0.4)
    with serving({"/page": reply}) as server:
        if reason is None:  # a page that leads to itself says so and is taken as it is
            assert ask(f"{server.root}/page", AGENT).status == 302
        else:
            with pytest.raises(Unanswered, match=f"^{re.escape(reason)}$"):
                ask(f"{server.root}/page", AGENT, most=1_048_576)


def test_a_circle_of_redirects_ends() -> None:
    with (
        serving({"/a": moved("/b"), "/b": moved("/a"), **{f"/{n}": moved(f"/{n + 1}") for n in range(9)}}) as server,
        pytest.raises(Unanswered, match="in a circle, or too often"),
    ):
        ask(f"{server.root}/a", AGENT)
    assert len(server.asked) == 2


def test_a_server_in_a_private_network_is_asked_only_where_that_is_allowed() -> None:
    with serving({"/page": PAGE}) as server:
        with pytest.raises(Unanswered, match="leads into a private network"):
            ask(f"{server.root}/page", AGENT, private=False)
        assert server.asked == []


def test_no_public_server_leads_into_a_private_network(monkeypatch: pytest.MonkeyPatch) -> None:
    public = iter((True, False))

    class Address:
        is_global = property(lambda self: next(public))

    monkeypatch.setattr(http_request, "ip_address", lambda _: Address())
    with (
        serving({"/page": moved("/router"), "/router": PAGE}) as server,
        pytest.raises(Unanswered, match="leads into a private network"),
    ):
        ask(f"{server.root}/page", AGENT)
    assert [path for _, path, _ in server.asked] == ["/page"]


def test_a_port_where_nobody_listens() -> None:
    with serving({}) as server:
        root = server.root
    with pytest.raises(Unanswered, match="refuses the connection"):
        ask(root, AGENT)


def test_a_name_that_no_server_has() -> None:
    with pytest.raises(Unanswered, match="has a server's name that is not found"):
        ask("http://no-such-host.invalid/", AGENT)


@pytest.mark.parametrize("address", ["http://", "http://[", "http://a b/", "http://127.0.0.1:99999/", "gopher://x/"])
def test_no_address_of_the_web(address: str) -> None:
    with pytest.raises(Unanswered):
        ask(address, AGENT)


@pytest.mark.skipif(not shutil.which("openssl"), reason="a certificate is made with openssl, which is not here")
def test_a_certificate_that_nobody_vouches_for(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*own_certificate(str(tmp_path)))
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        with pytest.raises(Unanswered, match=r"^has a certificate that is not valid \(self-signed certificate\)$"):
            ask(f"https://127.0.0.1:{server.server_address[1]}/", AGENT)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def own_certificate(folder: str) -> tuple[str, str]:
    """Files of a certificate that its own owner has signed, and of its key."""
    certificate, key = f"{folder}/certificate.pem", f"{folder}/key.pem"
    subject = ("-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1")
    made = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *subject)
    subprocess.run((*made, "-keyout", key, "-out", certificate), check=True, capture_output=True)
    return certificate, key

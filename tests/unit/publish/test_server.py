"""Under `serve` pages are printed when asked for, are what a build writes, and open pages hear of changes."""

from __future__ import annotations

import json
import re
import socket
import threading
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from jinja2 import TemplateNotFound

from factbook.diagnostics.types import Diagnostic, Span
from factbook.publish import api
from factbook.publish.server import http
from factbook.publish.server.http import PreviewServer, server
from factbook.publish.server.live_site import LiveSite
from factbook.publish.server.watch import watching
from factbook.runtime import manifest
from tests.unit.publish import sample

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factbook.site.artifacts import Edition


@contextmanager
def served(preview: PreviewServer) -> Iterator[str]:
    """The address of a running server."""
    http = server(preview, "127.0.0.1", 0)
    threading.Thread(target=http.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{http.server_address[1]}{preview.mount}"
    finally:
        preview.close()
        http.shutdown()
        http.server_close()


def fetch(address: str, accept: str = "*/*") -> bytes:
    request = urllib.request.Request(address, headers={"Accept": accept})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return bytes(answer.read())


def test_every_file_is_what_a_build_writes(tmp_path: Path) -> None:
    settings = sample.settings(tmp_path, languages=("en", "de"))
    (tmp_path / "content" / "pages" / "about.md").write_text("# About\n\n[x](/actors/)\n", encoding="utf-8")
    first = [sample.edition(), sample.edition("de", "de/")]
    then = [sample.edition(words="Other words"), sample.edition("de", "de/", words="Other words")]
    live = LiveSite(settings)
    assert live.show(first) == ()
    assert live.show(then) == ()
    assert api.build(settings, then, output=tmp_path / "site") == ()
    files = [path for path in (tmp_path / "site").rglob("*") if path.is_file() and path.name != manifest.NAME]
    names = {path.relative_to(tmp_path / "site").as_posix(): path.read_bytes() for path in files}
    assert [name for name, data in names.items() if live.page(name) != data] == []


def test_an_error_leaves_the_former_pages(tmp_path: Path) -> None:
    live = LiveSite(sample.settings(tmp_path))
    live.show([sample.edition()])
    (tmp_path / "content" / "pages" / "x.md").write_text("[x](/no/)", encoding="utf-8")
    assert [problem.code for problem in live.show([sample.edition(words="New")])] == ["page-link"]
    assert b"it: New" not in (live.page("actors/actor-1/") or b"")


def test_browsers_get_the_script_and_programs_the_plain_page(tmp_path: Path) -> None:
    preview = PreviewServer(LiveSite(sample.settings(tmp_path)), sample.settings(tmp_path))
    preview.live.show([sample.edition()])
    with served(preview) as address:
        assert address.endswith("/briefing/")
        plain = fetch(address)
        assert plain == preview.live.page("")
        shown = fetch(address, "text/html,*/*")
        assert b'src="/briefing/_factbook/preview.js"' in shown
        assert len(shown) > len(plain)
        assert b"EventSource" in fetch(f"{address}_factbook/preview.js")


def test_what_differs_is_told_to_the_script_and_stands_in_no_page(tmp_path: Path) -> None:
    settings = sample.settings(tmp_path)
    preview = PreviewServer(LiveSite(settings), settings, lambda: {"commit": "abc", "changes": [], "unread": 0})
    preview.live.show([sample.edition()])
    with served(preview) as address:
        assert json.loads(fetch(f"{address}_factbook/draft")) == {"commit": "abc", "changes": [], "unread": 0}
        shown = fetch(address, "text/html")
        before, _, after = shown.partition(b'<script src="/briefing/_factbook/preview.js"')
        assert before + after.partition(b"</script>\n")[2] == preview.live.page("")


def test_two_servers_of_one_process_never_count_alike(tmp_path: Path) -> None:
    settings = sample.settings(tmp_path)
    first = PreviewServer(LiveSite(settings), settings)
    first.update(())
    second = PreviewServer(LiveSite(settings), settings)
    second.update(())
    assert (first.news(0) or {})["version"] < (second.news(0) or {})["version"]


def test_an_unknown_address_is_a_404_page(tmp_path: Path) -> None:
    preview = PreviewServer(LiveSite(sample.settings(tmp_path)), sample.settings(tmp_path))
    preview.live.show([sample.edition()])
    with served(preview) as address:
        for path in ("nothing/", "../../etc/passwd", "_factbook/serve.py", "%2e%2e/x"):
            with pytest.raises(urllib.error.HTTPError) as caught:
                fetch(address + path)
            assert caught.value.code == 404


def test_an_address_without_its_slash_is_sent_on(tmp_path: Path) -> None:
    preview = PreviewServer(LiveSite(sample.settings(tmp_path)), sample.settings(tmp_path))
    preview.live.show([sample.edition()])
    with served(preview) as address:
        assert fetch(f"{address}actors") == preview.live.page("actors/")


def test_news_tells_what_is_wrong_with_the_line(tmp_path: Path) -> None:
    settings = sample.settings(tmp_path)
    (tmp_path / "content" / "x.yml").write_text("id: x\nqoute: y\n", encoding="utf-8")
    preview = PreviewServer(LiveSite(settings), settings)
    preview.live.show([sample.edition()])
    preview.update((Diagnostic("unknown-key", "No key 'qoute'", Span("content/x.yml", 2, 1)),))
    with served(preview) as address, urllib.request.urlopen(f"{address}_factbook/news", timeout=10) as stream:
        news = json.loads(stream.readline().decode().removeprefix("data: "))
        assert news["problems"][0]["place"] == "content/x.yml:2:1"
        assert news["problems"][0]["line"] == "qoute: y"
        stream.readline()
        preview.update(())
        later = json.loads(stream.readline().decode().removeprefix("data: "))
    assert later["problems"] == []
    assert later["version"] == news["version"] + 1


def test_a_line_outside_the_site_is_not_shown(tmp_path: Path) -> None:
    settings = sample.settings(tmp_path / "site")
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    preview = PreviewServer(LiveSite(settings), settings)
    preview.update((Diagnostic("x", "x", Span("../secret", 1)),))
    assert (preview.news(0) or {})["problems"][0]["line"] == ""


def test_writes_are_noticed_and_reads_are_not(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("1", encoding="utf-8")
    with watching([tmp_path]) as changes:
        woken: list[bool] = []
        threading.Thread(target=lambda: woken.append(changes.wait()), daemon=True).start()
        (tmp_path / "a.yml").read_text(encoding="utf-8")
        (tmp_path / ".a.yml.swp").write_text("editor", encoding="utf-8")
        time.sleep(0.2)
        assert woken == []
        (tmp_path / "a.yml").write_text("2", encoding="utf-8")
        _until(lambda: woken == [True])
        changes.stop()


def test_an_edit_is_on_the_page(tmp_path: Path) -> None:
    """The whole of it: watch, make, show."""
    settings, builds = sample.settings(tmp_path), []
    word = tmp_path / "content" / "word.txt"
    word.write_text("before", encoding="utf-8")

    def make(written: frozenset[Path]) -> tuple[list[Edition] | None, tuple[Diagnostic, ...]]:
        return [sample.edition(words=word.read_text(encoding="utf-8"))], ()

    def on_build(problems: tuple[Diagnostic, ...]) -> None:
        builds.append(problems)

    def run() -> None:
        api.serve(settings, lambda: None, make, port=port, watch=[tmp_path / "content"], on_build=on_build)

    port = _free_port()
    threading.Thread(target=run, daemon=True).start()
    _until(lambda: len(builds) == 1)
    address = f"http://127.0.0.1:{port}/briefing/actors/actor-1/"
    assert b"it: before<" in fetch(address)
    word.write_text("after", encoding="utf-8")
    _until(lambda: b"it: after<" in fetch(address))


def test_the_first_page_waits_for_no_check(tmp_path: Path) -> None:
    settings, checked = sample.settings(tmp_path), threading.Event()
    (tmp_path / "content").mkdir(exist_ok=True)

    def first() -> list[Edition]:
        return [sample.edition(words="unchecked")]

    def make(written: frozenset[Path]) -> tuple[list[Edition] | None, tuple[Diagnostic, ...]]:
        checked.wait(10)
        return [sample.edition(words="checked")], ()

    def run() -> None:
        api.serve(settings, first, make, port=port, watch=[tmp_path / "content"], on_build=lambda problems: None)

    port = _free_port()
    threading.Thread(target=run, daemon=True).start()
    address = f"http://127.0.0.1:{port}/briefing/actors/actor-1/"
    _until(lambda: b"it: unchecked<" in _page(address))
    checked.set()
    _until(lambda: b"it: checked<" in fetch(address))


def _page(address: str) -> bytes:
    """What is there, if anything is yet."""
    try:
        return fetch(address)
    except OSError:
        return b""


def _until(condition: object) -> None:
    assert callable(condition)
    for _ in range(500):
        if condition():
            return
        time.sleep(0.01)
    raise AssertionError("it never happened")


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize("name", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000"])
def test_names_of_this_machine_are_answered(tmp_path: Path, name: str) -> None:
    with served(shown(tmp_path)) as address:
        assert answered(address, name) == 200


STRANGE = ("evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example", "", "[")


@pytest.mark.parametrize("name", STRANGE)
def test_a_name_that_leads_here_reads_no_draft(tmp_path: Path, name: str) -> None:
    with served(shown(tmp_path)) as address:
        for path in ("", "actors/", "_factbook/news", "_factbook/draft", "_factbook/preview.js"):
            assert answered(address + path, name) == 421


def shown(root: Path) -> PreviewServer:
    """The sample, as it is served."""
    settings = sample.settings(root)
    live = LiveSite(settings)
    assert live.show([sample.edition()]) == ()
    return PreviewServer(live, settings)


def answered(address: str, name: str) -> int:
    """The status under which the server answers when it is asked by a name."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers={"Host": name}), timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


MOUNTS = ("/", "/briefing/", "/übersicht/", "/a%20b/", "/%C3%BC/", "/a/b%2Fc/", "/資料/")


@pytest.mark.parametrize("mount", MOUNTS)
def test_a_site_below_any_address(tmp_path: Path, mount: str) -> None:
    """Letters outside ASCII, and what stands as its number: each page is answered, and the way to it is found."""
    settings = sample.settings(tmp_path, url=f"https://facts.example{mount}")
    live = LiveSite(settings)
    assert live.show([sample.edition()]) == ()
    with served(PreviewServer(live, settings)) as address:
        root = address.removesuffix(urlsplit(address).path) + "/"
        for asked in (address, address + "actors", root):
            page = fetch(asked, "text/html")
            assert b"_factbook/preview.js" in page
            script = re.search(rb'src="([^"]*preview.js)"', page)
            assert script is not None
            assert fetch(root[:-1] + script[1].decode())


RAW = (
    b"GET /_factbook//x HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /_factbook//etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /_factbook/../http.py HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /_factbook/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /%ff%fe HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET //[ HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET //elsewhere.example HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /a%0d%0aSet-Cookie:x HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET / HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: [\r\n\r\n",
    b"GET / HTTP/1.0\r\n\r\n",
    b"GET /\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello",
    b"HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    b"GET /" + b"x" * 70_000 + b" HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 200 + b"\r\n",
    b"\r\n\r\n",
    b"",
)


@pytest.mark.parametrize("question", RAW, ids=range(len(RAW)))
def test_no_question_brings_a_traceback(tmp_path: Path, question: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    with served(shown(tmp_path)) as address:
        machine, port = urlsplit(address).hostname, urlsplit(address).port
        with socket.create_connection((machine, port), timeout=10) as line:
            line.sendall(question)
            line.shutdown(socket.SHUT_WR)
            answer = b"".join(iter(lambda: line.recv(65536), b""))
        assert b"root:" not in answer
        assert b" 500 " not in answer.partition(b"\r\n")[0]
        assert b"Location: //" not in answer
        assert b"\r\nSet-Cookie" not in answer
        assert fetch(address)
    assert capfd.readouterr() == ("", "")


def test_more_connections_than_anybody_needs_are_sent_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Slow readers take places, not memory; when they have gone everybody is answered again."""
    monkeypatch.setattr(http, "_CONNECTIONS", 4)
    with served(shown(tmp_path)) as address:
        machine, port = urlsplit(address).hostname, urlsplit(address).port
        slow = [socket.create_connection((machine, port), timeout=10) for _ in range(4)]
        for line in slow:
            line.sendall(b"GET / HT")
        time.sleep(0.2)
        with pytest.raises((urllib.error.URLError, OSError)):
            fetch(address)
        for line in slow:
            line.close()
        _until(lambda: _answers(address))


def _answers(address: str) -> bool:
    try:
        return bool(fetch(address))
    except OSError:
        return False


@pytest.mark.parametrize("fault", [ZeroDivisionError("by zero"), TemplateNotFound("main.html")])
def test_a_fault_of_ours_is_said_to_the_reader(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], fault: Exception
) -> None:
    """A template that is not there is an `OSError` to Jinja, as if the reader had gone."""

    def draft() -> dict[str, str]:
        raise fault

    preview = shown(tmp_path)
    preview.draft = draft
    with served(preview) as address:
        with pytest.raises(urllib.error.HTTPError) as raised:
            fetch(address + "_factbook/draft")
        assert raised.value.code == 500
        assert type(fault).__name__.encode() in raised.value.read()
    assert capfd.readouterr() == ("", "")


def test_started_on_faulty_content_every_page_says_what_is_wrong(tmp_path: Path) -> None:
    settings = sample.settings(tmp_path)
    preview = PreviewServer(LiveSite(settings), settings)
    with served(preview) as address:
        for problems, words in (
            ((), b"Reading the content"),
            (
                (Diagnostic("x", "<b>wrong</b>", Span("content/a.yml", 3), help=("Mend it.",)),),
                b"&lt;b&gt;wrong&lt;/b&gt;",
            ),
        ):
            preview.update(problems)
            for path in ("", "actors/", "no/such/page/"):
                with pytest.raises(urllib.error.HTTPError) as raised:
                    fetch(address + path, "text/html")
                assert raised.value.code == 503
                page = raised.value.read()
                assert words in page
                assert b"_factbook/preview.js" in page, "it loads itself again"
        assert b"content/a.yml:3:1" in page
        assert b"Mend it." in page


def test_a_name_of_this_machine_that_was_asked_for_is_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--address NAME`: by that name, by its number, and by no other."""
    here = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 0))
    monkeypatch.setattr(http, "getaddrinfo", lambda name, port, type: [here])
    running = http.server(shown(tmp_path), "Desk.example", 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{running.server_address[1]}/briefing/"
        assert [answered(address, name) for name in ("desk.example", "127.0.0.1", "other.example")] == [200, 200, 421]
    finally:
        running.shutdown()
        running.server_close()


@pytest.mark.parametrize("address", ["no.such.machine.invalid", "a..b", "256.256.256.256", "\udce9"])
def test_an_address_that_no_machine_has(tmp_path: Path, address: str) -> None:
    with pytest.raises(OSError, match=r".+"):
        http.server(shown(tmp_path), address, 0)

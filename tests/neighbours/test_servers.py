"""The blocks for web servers are taken by the servers, and send what the program says that a host should send."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factbook.publish.host_headers import ALWAYS, OPEN, UNFRAMED
from tests.conftest import REPOSITORY, flood_with

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = (REPOSITORY / "docs" / "how-to" / "publish-on-a-server.md").read_text("utf-8")
BLOCKS = dict(re.findall(r'^```(nginx|caddy|apache) title="[^"]+"\n(.*?)^```', PAGE, re.M | re.S))
ASKED = ("Content-Security-Policy", "Access-Control-Allow-Origin", *ALWAYS)
EXPECTED = {
    "/": ALWAYS | UNFRAMED,
    "/topics/flood/": ALWAYS | UNFRAMED,
    "/de/topics/flood/": ALWAYS | UNFRAMED,
    "/facts/river-rose-40.html": ALWAYS,
    "/de/facts/river-rose-40.html": ALWAYS,
    "/data/facts.json": ALWAYS | UNFRAMED | OPEN,
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return flood_with(tmp_path_factory.mktemp("flood") / "root", "")


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def nginx(block: str, folder: Path) -> list[str]:
    own = "".join(
        f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    types = "types { text/html html; text/css css; application/json json; application/javascript js; }\n"
    (folder / "nginx.conf").write_text(
        f"daemon off;\nuser {Path.home().owner()};\npid {folder}/pid;\nerror_log stderr;\n"
        f"events {{}}\nhttp {{\naccess_log off;\n{own}{types}{block}}}\n"
    )
    return ["nginx", "-p", str(folder), "-c", "nginx.conf"]


def caddy(block: str, folder: Path) -> list[str]:
    (folder / "Caddyfile").write_text(f"{{\nadmin off\nauto_https off\n}}\n{block}")
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


def apache(block: str, folder: Path) -> list[str]:
    names = ("mpm_event", "authz_core", "headers", "mime", "dir")
    modules = Path(shutil.which("apache2") or "/").resolve().parents[1] / "lib" / "apache2" / "modules"
    loaded = "".join(f"LoadModule {name}_module {modules}/mod_{name}.so\n" for name in names)
    port = re.search(r"\*:(\d+)", block)
    assert port
    (folder / "types").write_text("text/html html\ntext/css css\napplication/json json\n")
    (folder / "apache.conf").write_text(
        f"ServerName localhost\nServerRoot {folder}\nDefaultRuntimeDir {folder}\nPidFile {folder}/pid\n"
        f"ErrorLog /dev/stderr\n{loaded}TypesConfig {folder}/types\nListen 127.0.0.1:{port[1]}\n{block}"
    )
    return ["apache2", "-f", str(folder / "apache.conf"), "-DFOREGROUND"]


SERVERS = {
    "nginx": ("nginx", nginx, {"listen 80": "listen 127.0.0.1:{port}", "briefing.example": "localhost"}),
    "caddy": ("caddy", caddy, {"briefing.example": "http://127.0.0.1:{port}"}),
    "apache": ("apache2", apache, {"*:80": "*:{port}", "briefing.example": "localhost"}),
}


@pytest.fixture(scope="module", params=SERVERS)
def address(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port at which a server shows the site by its block on the page."""
    program, write, changes = SERVERS[request.param]
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed, so its block is only read, not run")
    folder, port = tmp_path_factory.mktemp(request.param), free_port()
    block = BLOCKS[request.param].replace("/srv/briefing", str(site))
    for old, new in changes.items():
        assert old in block
        block = block.replace(old, new.format(port=port))
    command = write(block, folder)
    with (folder / "log").open("w") as log, subprocess.Popen(command, stdout=log, stderr=log) as server:
        try:
            _wait(server, port, folder / "log")
            yield port
        finally:
            server.terminate()


def _wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    for _ in range(200):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert server.poll() is None, log.read_text()
        time.sleep(0.05)
    pytest.fail(f"nobody answers: {log.read_text()}")


def fetched(port: int, path: str) -> tuple[int, dict[str, str], bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read()


@pytest.mark.parametrize("path", EXPECTED)
def test_a_server_sends_the_headers_that_the_program_advises(address: int, path: str) -> None:
    status, headers, _ = fetched(address, path)
    assert status == 200
    assert {name: value for name, value in headers.items() if name in ASKED} == EXPECTED[path]


def test_a_server_shows_the_page_for_addresses_that_are_not_there(address: int, site: Path) -> None:
    status, _, body = fetched(address, "/nothing/here/")
    assert (status, body) == (404, (site / "404.html").read_bytes())


def test_a_server_does_not_show_the_list_of_what_a_build_wrote(address: int) -> None:
    assert fetched(address, "/.factbook-files")[0] in (403, 404)


def test_markdown_and_calendars_have_their_type(address: int) -> None:
    assert fetched(address, "/topics/flood/index.md")[1]["Content-Type"].startswith("text/markdown")

"""Who follows a topic by e-mail, as the page says, hears of what changes and of nothing else."""

from __future__ import annotations

import re
import shutil
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

from tests.conftest import FLOOD, REPOSITORY, build
from tests.neighbours.conftest import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PAGE = (REPOSITORY / "docs" / "how-to" / "follow-by-mail.md").read_text("utf-8")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


def test_a_new_fact_of_a_topic_is_one_e_mail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, box = tmp_path / "root", tmp_path / "box"
    shutil.copytree(FLOOD, root)
    build(root)
    lines = re.search(r"^```sh\n(.*?)^```", PAGE, re.M | re.S)
    assert lines
    mailer = tmp_path / "sendmail"
    mailer.write_text(f"#!/bin/sh\ncat >> {box}\n")
    mailer.chmod(0o755)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root / "site")))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        for line in re.findall(r"^[^#].*", lines[1], re.M):
            words = line.replace("https://briefing.example", f"http://127.0.0.1:{server.server_port}").split()
            run(words[0], *words[1:], folder=tmp_path)
            if words[1] == "new":
                config = tmp_path / "rss2email.cfg"
                config.write_text(config.read_text().replace("sendmail = /usr/sbin/sendmail", f"sendmail = {mailer}"))
        assert not box.exists()
        feed = root / "site" / "topics" / "flood" / "feed.xml"
        old = re.search(r"<entry>.*?</entry>\n", feed.read_text(), re.S)
        assert old
        new = re.sub(r"<id>.*?</id>", "<id>urn:new</id>", old[0]).replace("<title>", "<title>News: ")
        feed.write_text(feed.read_text().replace(old[0], new + old[0], 1))
        run("r2e", "run", folder=tmp_path)
    finally:
        server.shutdown()
        server.server_close()
    assert box.read_text().count("\nSubject: ") == 1
    assert "To: you@example.org" in box.read_text()

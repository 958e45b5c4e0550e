"""A new site installs Factbook by the hash of its file, or not at all."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from importlib import metadata
from typing import TYPE_CHECKING

import pytest

from factbook import __version__
from factbook.authoring.scaffold.requirements import own_hash, requirement

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WHEEL = f"factbook-{__version__}-py3-none-any.whl"
HASH = "0123456789abcdef" * 4
BYTES = hashlib.sha256(b"the wheel").hexdigest()


class Installed:
    """Factbook as an installer left it: all that is asked of it is how it came here."""

    def __init__(self, direct_url: str | None) -> None:
        self._direct_url = direct_url

    def read_text(self, name: str) -> str | None:
        """One of the files that the installer wrote."""
        assert name == "direct_url.json"
        return self._direct_url


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Callable[[object], None]:
    """Lets Factbook be installed as `direct_url.json` says; None where there is no such file."""

    def as_if(direct_url: object) -> None:
        text = direct_url if direct_url is None or isinstance(direct_url, str) else json.dumps(direct_url)
        monkeypatch.setattr(metadata, "distribution", lambda name: Installed(text))

    return as_if


@pytest.mark.parametrize(
    ("archive", "expected"),
    [
        pytest.param({"hashes": {"sha256": HASH}, "hash": f"sha256={HASH}"}, HASH, id="pip from 23.1 on"),
        pytest.param({"hash": f"sha256={HASH}"}, HASH, id="the older form alone"),
        pytest.param({}, BYTES, id="pip 23.0, which writes nothing of a file"),
        pytest.param({"hashes": {"md5": "0" * 32}}, BYTES, id="another kind of hash"),
        pytest.param({"hash": "md5=" + "0" * 32}, BYTES, id="another kind of hash in the older form"),
        pytest.param({"hashes": "none"}, BYTES, id="not what the specification says"),
        pytest.param(None, BYTES, id="no word of an archive"),
    ],
)
def test_the_hash_is_the_noted_one_or_worked_out(
    archive: object, expected: str, install: Callable[[object], None], tmp_path: Path
) -> None:
    wheel = tmp_path / "a folder" / WHEEL
    wheel.parent.mkdir()
    wheel.write_bytes(b"the wheel")
    install({"url": wheel.as_uri(), "archive_info": archive})
    assert own_hash() == expected
    assert requirement().endswith(f"\nfactbook=={__version__} --hash=sha256:{expected}\n")


@pytest.mark.parametrize(
    "direct_url",
    [
        pytest.param(None, id="from an index"),
        pytest.param("not JSON", id="a spoilt note"),
        pytest.param([], id="a note of another shape"),
        pytest.param({"url": "file:///a/folder", "dir_info": {"editable": True}}, id="from a folder"),
        pytest.param({"url": f"file:///gone/{WHEEL}", "archive_info": {}}, id="a wheel that is gone"),
        pytest.param({"url": f"https://example.org/{WHEEL}", "archive_info": {}}, id="a wheel from the network"),
        pytest.param({"url": "file:///other-1.0-py3-none-any.whl", "archive_info": {}}, id="another wheel"),
    ],
)
def test_without_a_hash_pip_refuses_the_line(
    direct_url: object, install: Callable[[object], None], tmp_path: Path
) -> None:
    install(direct_url)
    assert own_hash() is None
    lists = tmp_path / "factbook.txt"
    lists.write_text(requirement(), encoding="utf-8")
    command = (sys.executable, "-m", "pip", "install", "--no-index", "--no-deps", "--dry-run", "-r", str(lists))
    refused = subprocess.run(command, capture_output=True, text=True, check=False)
    assert refused.returncode != 0
    assert "Arguments to --hash must be a hash name followed by a value" in refused.stderr

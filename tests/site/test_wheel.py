"""The wheel holds all that Factbook needs, and works in an environment of its own, far from the repository."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.error
import urllib.request
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

FULL = os.environ.get("FACTBOOK_TRUST") == "full"
"""Set by `make trust`."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the working tree."""
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(REPOSITORY))
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command `factbook` of a new environment that has the wheel, and the tests' own packages beside it."""
    folder = tmp_path_factory.mktemp("environment") / "venv"
    subprocess.run((sys.executable, "-m", "venv", "--without-pip", str(folder)), check=True)
    pip("--python", str(folder / "bin" / "python"), "install", "--no-deps", "--no-index", str(wheel))
    packages = next(folder.glob("lib/python*/site-packages"))
    (packages / "others.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "bin" / "factbook"


def test_the_wheel_holds_every_file_of_the_generator(wheel: Path) -> None:
    there = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("factbook/")}
    files = (path for path in (REPOSITORY / "generator" / "factbook").rglob("*") if path.is_file())
    wanted = {
        path.relative_to(REPOSITORY / "generator").as_posix() for path in files if "__pycache__" not in path.parts
    }
    assert there == wanted
    parts = ("diagnostics/code_pages/quote-not-found.md", "site/locale/de/LC_MESSAGES/factbook.po", "py.typed")
    assert {f"factbook/{part}" for part in parts} <= there


def test_the_wheel_works_far_from_the_repository(installed: Path, tmp_path: Path) -> None:
    where = say(installed.with_name("python"), tmp_path, "-c", "import factbook; print(factbook.__file__)")
    assert where.startswith(str(installed.parents[1])), "the tests' own Factbook answered"
    assert "A new site stands in harbour" in say(installed, tmp_path, "init", "harbour")
    site = tmp_path / "harbour"
    assert say(installed, site, "check", "--strict") == "no problems; 2 facts with 2 citations checked\n"
    assert say(installed, site, "fmt", "--check").endswith(" 0 to be rewritten\n")
    assert "quote-not-found" in say(installed, site, "explain", "quote-not-found")
    assert '"$schema"' in say(installed, site, "schema", "fact")
    assert say(installed, site, "build") == "no problems; 2 facts with 2 citations are in site/\n"
    assert "counted 12 ships" in (site / "site/topics/ships-in-the-bay/index.html").read_text(encoding="utf-8")
    say(installed, site, "export", "json", "data")
    assert (site / "data" / "facts.json").is_file()
    assert say(installed, site, "new", "actor", "Київ", "--kind", "state").startswith("content/actors/kyiv.yml\n")
    assert "_FACTBOOK_COMPLETE" in say(installed, site, "completion", "bash")


def test_the_wheel_serves(installed: Path, tmp_path: Path) -> None:
    say(installed, tmp_path, "init", "harbour")
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    command = (str(installed), "serve", "--site", "harbour", "--port", str(port))
    with subprocess.Popen(command, cwd=tmp_path, env=clean(tmp_path), stderr=subprocess.PIPE) as serving:
        assert "Harbour" in fetched(f"http://127.0.0.1:{port}/topics/ships-in-the-bay/")
        serving.send_signal(signal.SIGINT)
        assert serving.wait(timeout=30) == 0
        assert serving.stderr is not None
        assert b"Traceback" not in serving.stderr.read()


def test_a_new_site_pins_the_wheel_that_it_came_from(wheel: Path, installed: Path, tmp_path: Path) -> None:
    say(installed, tmp_path, "init", "harbour")
    hashed = pip("hash", str(wheel)).split("sha256:")[1].strip()
    assert f"factbook==0.1.0 --hash=sha256:{hashed}\n" in (tmp_path / "harbour/requirements/factbook.txt").read_text()


@pytest.mark.skipif(not FULL, reason="fetches every dependency; `make trust` runs it")
def test_a_new_sites_workflow_installs_what_it_pins(wheel: Path, installed: Path, tmp_path: Path) -> None:
    """The two lines of the workflows, in an empty environment, with nothing but pip."""
    say(installed, tmp_path, "init", "harbour")
    subprocess.run((sys.executable, "-m", "venv", str(tmp_path / "venv")), check=True)
    python = ("--python", str(tmp_path / "venv" / "bin" / "python"))
    lists = tmp_path / "harbour" / "requirements"
    pip(*python, "install", "--require-hashes", "-r", str(lists / "dependencies.txt"))
    own = ("--no-index", "--find-links", str(wheel.parent), "-r", str(lists / "factbook.txt"))
    pip(*python, "install", "--no-deps", *own)
    said = say(tmp_path / "venv" / "bin" / "factbook", tmp_path / "harbour", "build")
    assert said == "no problems; 2 facts with 2 citations are in site/\n"


def pip(*arguments: str) -> str:
    """What pip says on standard output, without its greetings."""
    command = (sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def say(command: Path, folder: Path, *arguments: str) -> str:
    """What a command says in an empty environment, in `folder`."""
    done = subprocess.run(
        (str(command), *arguments), cwd=folder, env=clean(folder), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def clean(home: Path) -> dict[str, str]:
    """The environment of somebody who has set nothing."""
    git = os.path.dirname(shutil.which("git") or "/bin/git")
    return {"HOME": str(home), "PATH": os.pathsep.join(("/usr/bin", "/bin", git))}


def fetched(address: str) -> str:
    """A page, once the server is up."""
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:
                return str(answer.read(), "utf-8")
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(f"nobody answers at {address}")

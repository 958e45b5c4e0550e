"""Set-up installs by uv, and by pip where uv cannot; whichever it was, what is installed is the same."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.house.code import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

OURS = REPOSITORY / ".ci" / "install"
NEW_SITE = REPOSITORY / "generator/factbook/authoring/scaffold/example/requirements/install"
WORKS = f'#!/bin/sh\necho "asked: $*" >> "$ASKED"\nexec {sys.executable} -m uv "$@"\n'
FAILS = "#!/bin/sh\necho 'error: no certificate' >&2\nexit 2\n"


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    """A folder with one small package, `demo`."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    with zipfile.ZipFile(folder / "demo-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("demo.py", "")
        wheel.writestr("demo-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n")
        wheel.writestr("demo-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        names = ("demo.py", "demo-1.0.dist-info/METADATA", "demo-1.0.dist-info/WHEEL", "demo-1.0.dist-info/RECORD")
        wheel.writestr("demo-1.0.dist-info/RECORD", "".join(f"{name},,\n" for name in names))
    return folder


def install(tmp_path: Path, wheels: Path, uv: str) -> tuple[str, str]:
    """Installs `demo` where `uv` is the uv that is here; gives what is said, and what uv was asked."""
    commands = tmp_path / "bin"
    commands.mkdir()
    (commands / "uv").write_text(uv, encoding="utf-8")
    (commands / "uv").chmod(0o755)
    asked = tmp_path / "asked"
    asked.touch()
    subprocess.run((sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "venv")), check=True)
    environment = os.environ | {
        "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
        "ASKED": str(asked),
        "PIP_FIND_LINKS": str(wheels),
        "PIP_NO_INDEX": "1",
        "UV_NO_INDEX": "1",
        "UV_CACHE_DIR": str(tmp_path / "cache"),
    }
    environment.pop("UV_FIND_LINKS", None)
    done = subprocess.run(
        ("sh", str(OURS), str(tmp_path / "venv"), "--no-deps", "demo==1.0"),
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    subprocess.run((str(tmp_path / "venv/bin/python"), "-c", "import demo"), check=True)
    return done.stdout, asked.read_text(encoding="utf-8")


def test_uv_installs_with_the_settings_of_pip(tmp_path: Path, wheels: Path) -> None:
    """The wheel stands where pip's configuration alone names it."""
    said, asked = install(tmp_path, wheels, WORKS)
    assert said == ""
    assert asked.endswith("--no-deps demo==1.0\n")


def test_where_uv_cannot_pip_does_and_one_line_says_so(tmp_path: Path, wheels: Path) -> None:
    said, asked = install(tmp_path, wheels, FAILS)
    assert said == "== uv could not install it (error: no certificate); pip does\n"
    assert asked == ""


@pytest.mark.parametrize("script", [OURS, NEW_SITE], ids=["ours", "a new site's"])
def test_a_shell_of_any_kind_can_read_it(script: Path) -> None:
    subprocess.run(("sh", "-n", str(script)), check=True)
    assert "[[" not in script.read_text(encoding="utf-8")

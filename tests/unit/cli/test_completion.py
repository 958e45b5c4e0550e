"""Shell completion: the scripts load in real shells, and complete commands, options, codes and ids."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[3]
BASH = """
source completion
for words in "factbook ex" "factbook check --str" "factbook explain quote-no" "factbook new fact --source " \\
        "factbook new fact --topic sh" "factbook find --source gaz"; do
    read -ra COMP_WORDS <<< "$words"
    case "$words" in *" ") COMP_WORDS+=("");; esac
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    COMPREPLY=()
    _factbook_completion factbook
    echo "${COMPREPLY[*]}"
done
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with two ids and the command on its path."""
    for name in ("sources/gazette", "sources/wire", "topics/ships"):
        path = tmp_path / "content" / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin" / "factbook"
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{REPOSITORY}" exec "{sys.executable}" -m factbook "$@"\n')
    command.chmod(0o755)
    return tmp_path


def test_bash_completes_commands_options_codes_and_ids(site: Path) -> None:
    if not shutil.which("bash"):
        pytest.skip("bash is not installed")
    (site / "completion").write_text(script("bash", site), encoding="utf-8")
    assert shell("bash", BASH, site).splitlines() == [
        "export explain",
        "--strict",
        "quote-not-found",
        "gazette wire",
        "ships",
        "gazette",
    ]


@pytest.mark.parametrize("name", ["zsh", "fish"])
def test_other_shells_load_the_script(name: str, site: Path) -> None:
    if not shutil.which(name):
        pytest.skip(f"{name} is not installed")
    (site / "completion").write_text(script(name, site), encoding="utf-8")
    words = {
        "fish": 'source completion; complete --do-complete "factbook ex"',
        "zsh": "autoload -U compinit; compinit -u; source ./completion; echo $_comps[factbook]",
    }
    said = shell(name, words[name], site)
    assert ("explain" in said) if name == "fish" else (said == "_factbook_completion\n")


def script(name: str, folder: Path) -> str:
    return shell("sh", f"factbook completion {name}", folder)


def shell(name: str, words: str, folder: Path) -> str:
    env = {"HOME": str(folder), "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}", "LANG": "C.UTF-8"}
    done = subprocess.run([name, "-c", words], cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout

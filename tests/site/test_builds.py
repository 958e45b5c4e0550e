"""Builds are whole and repeatable: the same bytes everywhere, and never half a site."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.conftest import FLOOD, build, copy_shipped

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = [sys.executable, "-m", "factbook", "build", "--quiet"]


def run(root: Path, *, mask: int = 0o022, **environment: str) -> subprocess.CompletedProcess[str]:
    """`factbook build` in a process of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ}
    command = [*COMMAND, "--site", str(root)]
    return subprocess.run(
        command, env=kept | environment, umask=mask, capture_output=True, text=True, check=False, cwd=FLOOD.parents[2]
    )


def digests(folder: Path) -> dict[str, str]:
    """Every file of a folder with the hash of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def copy_of_flood(folder: Path) -> Path:
    shutil.copytree(FLOOD, folder)
    return folder


def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    """Whatever the clock's zone, the locale, the hash seed, the umask and the folder."""
    one, two = copy_of_flood(tmp_path / "one"), copy_of_flood(tmp_path / "another folder" / "zwei")
    first = run(one, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="1")
    second = run(two, TZ="America/Adak", LANG="de_DE.UTF-8", PYTHONHASHSEED="20241116", mask=0o077)
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert digests(one / "site") == digests(two / "site")


def test_a_second_build_over_the_first_is_the_same_bytes(tmp_path: Path) -> None:
    root = copy_of_flood(tmp_path / "root")
    assert build(root) == ()
    before = digests(root / "site")
    (root / "content" / "pages" / "left-over.md").write_text("# From another time\n")
    assert build(root) == ()
    assert "left-over/index.html" in digests(root / "site")
    (root / "content" / "pages" / "left-over.md").unlink()
    assert build(root) == ()
    assert digests(root / "site") == before


def test_an_error_leaves_the_old_site_alone(tmp_path: Path) -> None:
    root = copy_of_flood(tmp_path / "root")
    assert run(root).returncode == 0
    before = digests(root / "site")
    fact = root / "content" / "facts" / "flood.yml"
    fact.write_text(fact.read_text().replace("by 40 centimetres on Saturday", "by 41 centimetres on Saturday"))
    failed = run(root)
    assert failed.returncode == 1
    assert "Traceback" not in failed.stderr
    assert digests(root / "site") == before


@pytest.fixture(scope="module")
def before_and_after(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The small site built, and built again elsewhere after one topic changed."""
    folder = tmp_path_factory.mktemp("states")
    before, after = copy_of_flood(folder / "before"), copy_of_flood(folder / "after")
    change(after)
    assert run(before).returncode == run(after).returncode == 0
    return before, after


def change(root: Path) -> None:
    """Another word in the judgement of a topic."""
    topic = root / "content" / "topics" / "flood.yml"
    topic.write_text(topic.read_text().replace("The warning came late", "The warning came too late"))


@pytest.mark.parametrize("moment", range(6))
def test_a_killed_build_leaves_a_whole_site(tmp_path: Path, before_and_after: tuple[Path, Path], moment: int) -> None:
    """Killed at some moment after it began to write, the folder holds the old site or the new one, whole."""
    before, after = before_and_after
    root = tmp_path / "root"
    shutil.copytree(before, root)
    change(root)
    _kill_while_writing(root, moment)
    assert digests(root / "site") in (digests(before / "site"), digests(after / "site"))
    assert run(root).returncode == 0
    assert digests(root / "site") == digests(after / "site")
    assert len([path for path in root.iterdir() if path.name.startswith(".")]) <= 1, "no heap of left-overs"


def _kill_while_writing(root: Path, moment: int) -> None:
    """Waits until a new site is begun beside the old one, then a little more, then kills."""
    command = [*COMMAND, "--site", str(root)]
    with subprocess.Popen(command, cwd=FLOOD.parents[2], stderr=subprocess.DEVNULL) as process:
        while process.poll() is None and not any(root.glob(".site-*/site")):
            time.sleep(0.002)
        time.sleep(0.03 * moment)
        process.send_signal(signal.SIGKILL)


def test_a_name_with_a_space_is_an_address_wherever_it_is_linked(tmp_path: Path) -> None:
    root = copy_of_flood(tmp_path / "root")
    (root / "content/pages/what we know.md").write_text("# What we know\n", encoding="utf-8")
    assert build(root) == ()
    text = {
        path: (root / "site" / path).read_text("utf-8") for path in ("sources/index.html", "llms.txt", "sitemap.xml")
    }
    assert [path for path in text if "what%20we%20know/" not in text[path]] == []
    pages = [path for kind in ("html", "txt", "xml") for path in (root / "site").rglob(f"*.{kind}")]
    assert [path for path in pages if "what we know/" in path.read_text("utf-8")] == []


def test_the_shipped_briefing_has_nothing_wrong_without_the_texts(shipped_site: Path) -> None:
    assert (shipped_site / "index.html").is_file()


def test_the_shipped_briefing_has_nothing_wrong_with_the_texts(tmp_path: Path) -> None:
    texts = os.environ.get("FACTBOOK_SNAPSHOTS")
    if not texts:
        pytest.skip("FACTBOOK_SNAPSHOTS names no folder with the source texts")
    copy_shipped(tmp_path)
    assert build(tmp_path, FACTBOOK_SNAPSHOTS=texts) == ()

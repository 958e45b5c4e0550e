"""What others keep in the site's folder is there after every build, whatever it is and wherever a build is killed."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from factbook.publish import build_lock, swap
from factbook.publish.writer import SiteWriter
from factbook.runtime import manifest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OLD = {"index.html": "old home", "actors/a/index.html": "old a", "actors/b/index.html": "old b", "style.css": "same"}
NEW = {"index.html": "new home", "actors/a/index.html": "new a", "topics/t/index.html": "new t", "style.css": "same"}


def _repository(folder: Path) -> None:
    for path in ("HEAD", "objects/ab/cdef", "refs/heads/main"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(path)
    (folder / "refs/tags").mkdir()


KINDS: dict[str, Callable[[Path], object]] = {
    "thesis.txt": lambda path: path.write_text("years of work"),
    "CNAME": lambda path: path.write_text("facts.example\n"),
    ".nojekyll": lambda path: path.touch(),
    ".git": _repository,
    "empty": lambda path: path.mkdir(),
    "actors/notes.txt": lambda path: path.write_text("beside pages of ours"),
    "actors/b/mine": _repository,
    "page.html": lambda path: path.write_text("called as a page is"),
    "link": lambda path: path.symlink_to("thesis.txt"),
    "link-to-nothing": lambda path: path.symlink_to("nowhere"),
    "link-to-a-folder": lambda path: path.symlink_to("/usr"),
    "pipe": lambda path: os.mkfifo(path),
    "deploy.sh": lambda path: os.close(os.open(path, os.O_CREAT, 0o755)),
    "a\nname": lambda path: path.write_text("over two lines"),
    os.fsdecode(b"caf\xe9"): lambda path: path.write_text("in Latin-1"),
}
"""What others may keep in a folder, by its path."""


def publish(target: Path, files: dict[str, str]) -> None:
    with build_lock.acquire(target) as turn, swap.staging(turn) as staging:
        tree = SiteWriter(staging.site)
        for path, text in files.items():
            tree.write(path, text.encode())
        tree.remove_stale()
        staging.put_in_place()


def held(folder: Path) -> dict[str, object]:
    """Everything below, with what it holds, its kind and its mode."""
    found: dict[str, object] = {}
    for path, entry in manifest.entries(folder):
        state = entry.stat(follow_symlinks=False)
        plain = entry.is_file(follow_symlinks=False)
        what: object = (folder / path).read_text() if plain else os.readlink(entry.path) if entry.is_symlink() else ""
        if path != manifest.NAME:
            found[path] = (state.st_mode, what)
    return found


def theirs(folder: Path) -> dict[str, object]:
    ours = {*OLD, *NEW}
    return {path: what for path, what in held(folder).items() if path not in ours}


def words(folder: Path) -> dict[str, str]:
    ours = {*OLD, *NEW}
    return {path: (folder / path).read_text() for path in held(folder) if path in ours}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A site in whose folder somebody keeps one of each kind."""
    return site_with(tmp_path, *KINDS)


def site_with(folder: Path, *kinds: str) -> Path:
    target = folder / "public" / "site"
    target.parent.mkdir()
    publish(target, OLD)
    for path in kinds:
        KINDS[path](target / path)
    return target


def test_everything_is_there_after_each_build(target: Path) -> None:
    before = theirs(target)
    assert len(before) >= len(KINDS)
    for files in (NEW, OLD, NEW):
        publish(target, files)
        assert theirs(target) == before
        assert words(target) == files


@pytest.mark.parametrize("exchange", ["kernel", "renames", "file by file"])
def test_killed_before_any_call_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange: str) -> None:
    """A process is ended before its first, second, third … call that changes the disk: nothing of theirs is gone.

    With an exchange by the kernel, what stands in the target is at each moment the whole old or the whole new site.
    """
    if exchange == "renames":
        monkeypatch.setattr(swap, "_exchanged_by_kernel", lambda new, target: False)
    if exchange == "file by file":
        monkeypatch.setattr(build_lock, "_is_mounted", lambda folder: folder.exists())
    target, pristine = (
        site_with(tmp_path, "CNAME", ".git", "empty", "actors/notes.txt", "link"),
        tmp_path / "pristine",
    )
    publish(target, NEW)
    publish(target, OLD)
    before, number, killed = theirs(target), 0, True
    shutil.copytree(target.parent, pristine, symlinks=True)
    while killed:
        shutil.rmtree(target.parent)
        shutil.copytree(pristine, target.parent, symlinks=True)
        killed = _killed_at(number, target)
        if exchange == "kernel":
            assert theirs(target) == before, f"call {number}"
            assert words(target) in (OLD, NEW), f"call {number}"
        publish(target, NEW)
        assert theirs(target) == before, f"call {number}"
        assert words(target) == NEW, f"call {number}"
        names = [path.name for path in (*target.parent.iterdir(), *target.iterdir())]
        assert not any(build_lock.is_turn(target, name) for name in names), f"call {number}"
        number += 1
    assert number > 20


def _killed_at(number: int, target: Path) -> bool:
    """Builds in a process that ends before that call; whether it did, and has not come to its end."""
    process = os.fork()
    if not process:
        left = [number]
        for name in ("link", "unlink", "rename", "replace", "mkdir", "rmdir"):
            _counted(name, left)
        publish(target, NEW)
        os._exit(0)
    status = os.waitpid(process, 0)[1]
    assert os.waitstatus_to_exitcode(status) in (0, 9)
    return status != 0


def _counted(name: str, left: list[int]) -> None:
    does = getattr(os, name)

    def call(*arguments: object, **options: object) -> object:
        if not left[0]:
            os._exit(9)
        left[0] -= 1
        return does(*arguments, **options)

    setattr(os, name, call)


@pytest.mark.parametrize("path", ["topics", "topics/t", "topics/t/index.html", "topics/t/index.html/deep"])
@pytest.mark.parametrize("kind", ["file", "link", "link to a folder"])
def test_what_stands_in_the_way_is_named_and_stays(tmp_path: Path, path: str, kind: str) -> None:
    target, outside = tmp_path / "site", tmp_path / "outside"
    outside.mkdir()
    publish(target, OLD)
    (target / path).parent.mkdir(parents=True, exist_ok=True)
    if kind == "file":
        (target / path).write_text("mine")
    else:
        (target / path).symlink_to("nowhere" if kind == "link" else outside)
    before = held(target)
    with pytest.raises(manifest.InTheWay) as raised:
        publish(target, NEW)
    assert str(raised.value) in (path, path.removesuffix("/deep"))
    assert held(target) == before
    assert list(outside.iterdir()) == []


def test_what_is_written_between_the_two_steps_is_not_lost(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program edits, adds and removes files at the very moment of the exchange."""
    does = swap._exchange

    def meanwhile(new: Path, old: Path) -> None:
        (target / "CNAME").unlink()
        (target / "CNAME").write_text("other.example\n")
        (target / ".git/index").write_text("new")
        (target / ".git/HEAD").write_text("another branch")
        (target / "thesis.txt").unlink()
        does(new, old)

    monkeypatch.setattr(swap, "_exchange", meanwhile)
    publish(target, NEW)
    assert (target / "CNAME").read_text() == "other.example\n"
    assert (target / ".git/index").read_text() == "new"
    assert (target / ".git/HEAD").read_text() == "another branch"
    assert not (target / "thesis.txt").exists()
    assert words(target) == NEW


@pytest.mark.parametrize("name", [".site-spare", ".site-1-abcdef", ".site-77-x", ".site-old"])
def test_a_folder_beside_it_that_is_called_like_one_of_ours_is_left_alone(tmp_path: Path, name: str) -> None:
    target, other = tmp_path / "site", tmp_path / name
    publish(target, OLD)
    shutil.rmtree(tmp_path / ".site-spare", ignore_errors=True)
    other.mkdir()
    (other / "site").mkdir()
    (other / "site" / "index.html").write_text("mine")
    (other / "404.html").write_text("mine too")
    for files in (NEW, OLD):
        publish(target, files)
    assert (other / "site" / "index.html").read_text() == "mine"
    assert (other / "404.html").read_text() == "mine too"


def test_a_spare_site_with_a_file_of_others_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, OLD)
    publish(target, NEW)
    (tmp_path / ".site-spare" / "thesis.txt").write_text("mine")
    publish(target, OLD)
    assert (tmp_path / ".site-spare" / "thesis.txt").read_text() == "mine"
    assert words(target) == OLD


def test_a_list_that_names_files_of_others_removes_none(tmp_path: Path) -> None:
    target, outside = tmp_path / "site", tmp_path / "outside"
    outside.mkdir()
    (outside / "x.txt").write_text("mine")
    publish(target, OLD)
    (target / "way").symlink_to(outside)
    (target / ".git").mkdir()
    for name in ("CNAME", ".nojekyll", ".git/HEAD"):
        (target / name).write_text("mine")
    with (target / manifest.NAME).open("a") as file:
        file.write(f"../outside/x.txt\n{outside}/x.txt\nway/x.txt\nCNAME\n.nojekyll\n.git/HEAD\n")
    publish(target, NEW)
    publish(target, OLD)
    assert (outside / "x.txt").read_text() == "mine"
    assert {(target / name).read_text() for name in ("CNAME", ".nojekyll", ".git/HEAD")} == {"mine"}

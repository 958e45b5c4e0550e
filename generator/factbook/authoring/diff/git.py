"""Comparison: the content as it was at a git revision, and which files a change touches.

Files are taken out one by one as git stores them. `git archive` would obey `.gitattributes` of the
revision, and `export-ignore` there could hide a fact from the comparison.
"""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_GIT = (
    *("git", "--no-pager", "--literal-pathspecs", "-c", "core.quotePath=false"),
    *("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "protocol.allow=never"),
)
"""Without anything by which a repository's own configuration has commands run."""
_CONTENT = ("content", "site_config.yml")
_KEPT = ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CEILING_DIRECTORIES", "GIT_EXEC_PATH")
_FILES = (b"100644", b"100755")
"""Modes of plain files: links and submodules are not content."""


class NoRevision(Exception):
    """The old state cannot be had; the words say why, for the curator."""


@contextmanager
def old_content(root: Path, revision: str) -> Iterator[Path]:
    """A temporary folder with the content and configuration of the site `root` as of `revision`.

    Raises `NoRevision` when there is no git, no repository or no such revision.
    """
    commit = commit_of(root, revision)
    with TemporaryDirectory(prefix="factbook-") as folder:
        (Path(folder) / "content").mkdir()  # a site without content is empty, and nothing is wrong with it
        _take_out(root, commit, Path(folder))
        yield Path(folder)


def commit_of(root: Path, revision: str) -> str:
    """The full hash of the commit that `revision` names. Raises `NoRevision`."""
    try:
        inside = _git(root, "rev-parse", "--is-inside-work-tree")
    except NoRevision as refusal:
        raise NoRevision(_why_not(root, str(refusal))) from None
    if inside.strip() != b"true":
        raise NoRevision("this folder is inside the store of a git repository, and no content is there")
    name = f"{revision}^{{commit}}"
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name, check=False)
    if not found.strip():
        raise NoRevision(
            f"git knows no revision `{revision}`; a branch, a tag or a commit is one, such as main or HEAD~1"
        )
    return found.decode("ascii", "replace").split()[-1]


def user_name(root: Path) -> str:
    """The name under which commits are made here; `somebody` when git knows none."""
    try:
        found = _git(root, "config", "user.name", check=False)
    except NoRevision:
        return "somebody"
    return " ".join(found.decode("utf-8", "replace").split()) or "somebody"


def touched_files(root: Path, base: str) -> frozenset[str]:
    """Files of the site that differ from where the branch left `base`, relative to `root`; empty without git."""
    try:
        listed = _git(root, "diff", "--name-only", "--relative", "-z", f"{base}...HEAD", "--", ".")
    except NoRevision:
        return frozenset()
    return frozenset(name.decode("utf-8", "surrogateescape") for name in listed.split(b"\0") if name)


def unsaved_files(root: Path, commit: str) -> tuple[str, ...]:
    """Files of the content and the configuration that differ from `commit`, or are new; relative to `root`, in order.

    Raises `NoRevision`.
    """
    plain = ("--name-only", "--relative", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all")
    changed = _git(root, *_unfiltered(root), "diff", *plain, "-z", commit, "--", *_CONTENT)
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", *_CONTENT)
    names = {name.decode("utf-8", "surrogateescape") for name in (changed + new).split(b"\0") if name}
    return tuple(sorted(names))


def file_at(root: Path, commit: str, name: str) -> bytes | None:
    """The bytes of a file of the site as of `commit`; None when it was not there."""
    listed = _git(root, "ls-tree", "-z", commit, "--", name)
    entries = [_entry(row) for row in listed.split(b"\0") if row]
    if len(entries) != 1 or entries[0][0] not in _FILES:
        return None
    return _git(root, "cat-file", "blob", entries[0][1].decode("ascii"))


def _take_out(root: Path, commit: str, folder: Path) -> None:
    listed = _git(root, "ls-tree", "-r", "-z", commit, "--", *_CONTENT)
    entries = [_entry(row) for row in listed.split(b"\0") if row]
    files = [
        (name, path) for mode, name, path in entries if mode in _FILES and path.endswith((".yml", ".fingerprint"))
    ]
    with subprocess.Popen(
        (*_GIT, "cat-file", "--batch"), cwd=root, env=_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for name, path in files:
            process.stdin.write(name + b"\n")
            process.stdin.flush()
            size = int(process.stdout.readline().split()[2])
            data = process.stdout.read(size + 1)[:size]
            _write(folder, path, data)
        process.stdin.close()


def _entry(row: bytes) -> tuple[bytes, bytes, str]:
    """Mode, object name and path of one line of `ls-tree`."""
    head, _, path = row.partition(b"\t")
    mode, _, name = head.split(b" ")
    return mode, name, path.decode("utf-8", "surrogateescape")


def _write(folder: Path, path: str, data: bytes) -> None:
    if ".." in Path(path).parts:  # git writes no such tree, but reads one that somebody forged
        return
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


def _git(root: Path, *arguments: str, check: bool = True) -> bytes:
    """What git prints. Raises `NoRevision` when it is not there or refuses."""
    try:
        done = subprocess.run(
            (*_GIT, *arguments),
            cwd=root,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except (FileNotFoundError, PermissionError):
        raise NoRevision("git is not installed here, and old states of the content come from it") from None
    if check and done.returncode:
        words = done.stderr.decode("utf-8", "replace").strip().splitlines()
        said = next((word for word in words if word.startswith("fatal: ")), words[0] if words else "")
        raise NoRevision(f"git refuses: {said.removeprefix('fatal: ') or 'it says nothing more'}")
    return done.stdout


def _environment() -> dict[str, str]:
    """Ours, but for what would have git look at another repository than the folder's, or fetch what it lacks."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in _KEPT}
    return kept | {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


def _unfiltered(root: Path) -> tuple[str, ...]:
    """Options that switch off the filters of the repository's configuration, which are commands."""
    listed = _git(root, "config", "--null", "--name-only", "--get-regexp", r"^filter\.", check=False)
    keys = (key.decode("utf-8", "surrogateescape") for key in listed.split(b"\0") if key)
    names = sorted({key.removeprefix("filter.").rpartition(".")[0] for key in keys})
    off = (f"filter.{name}.{what}" for name in names for what in ("clean=", "smudge=", "process=", "required=false"))
    return tuple(part for option in off for part in ("-c", option))


def _why_not(root: Path, refusal: str) -> str:
    if "dubious ownership" in refusal:
        return (
            "the repository belongs to another user, and git reads it only after"
            f" `git config --global --add safe.directory {root.resolve()}`"
        )
    if "not a git repository" in refusal:
        return "this folder is not in a git repository, so there is nothing to compare with"
    return refusal

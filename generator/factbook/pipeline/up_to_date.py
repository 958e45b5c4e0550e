"""Ground: whether a build would write exactly the site that is there already; then there is nothing to do.

After a build a stamp is kept (`factbook.runtime.disk_cache`), one for each pair of a site and a folder that it
is built into. It says all that the build read, by SHA-256: content, pages, texts and fingerprints, configuration,
our own code with its templates and words, the versions of all that is installed, the environment. It says what
was written: each file's size, times and inode, whatever it holds now would take ten times as long. And it says
what the build told, to be told again.

What a build reads is looked at before the build reads it. An edit in between makes another sum next time, and
a stamp is kept only when nothing was touched until the end, not even to be put back.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from contextlib import suppress
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factbook.config.plugins import code_places
from factbook.diagnostics.types import Diagnostic, Label, Severity, Span
from factbook.publish.build_lock import SupersededBuild
from factbook.runtime import disk_cache, manifest
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factbook.config.settings import Settings
    from factbook.publish.build_lock import BuildLock

_HEAD = b"factbook stamp 1\n"
_MOST = 32
"""Stamps that are kept."""
_LARGEST = 64 * 1024 * 1024 + 1
"""Bytes of one file at most: nothing reads more, and a larger file is an error of the content."""
_ENVIRONMENT = ("FACTBOOK_", "SOURCE_DATE_EPOCH")
"""How the names of variables begin on which a build may depend; MkDocs obeys the second."""
_CODE = Path(__file__).parents[1]
_PACKAGES = (".dist-info", ".egg-info")
_Values = tuple[Any, ...]
"""Plain values, as they are kept."""


@frozen
class BuildReport:
    """What a build said."""

    diagnostics: tuple[Diagnostic, ...]
    extent: str
    """How much it built."""
    lookup: str
    """How its citations were found."""


@frozen
class InputSnapshot:
    """All that a build reads, as it was at one moment."""

    settings: Settings = field(repr=False)
    past: str
    """The commit from which old words are taken; empty without one."""
    contents: bytes
    """SHA-256 over the bytes of everything."""
    moments: bytes
    """SHA-256 over when everything was last touched."""


def snapshot_inputs(settings: Settings, past: str = "") -> InputSnapshot:
    """What there is to read now."""
    sight = _look(settings, past, contents=True)
    return InputSnapshot(settings, past, sight.contents.digest(), sight.moments.digest())


def exists(settings: Settings, lock: BuildLock) -> bool:
    """Whether anything is known of a last build: only then there may be nothing to do."""
    return os.path.exists(_place(settings, lock))


def tree_digest(site: Path) -> bytes:
    """A sum over a built site that is another one when any file that a build wrote there was changed or removed.

    What others keep in the folder is no part of it.
    """
    found: list[object] = []
    for path in sorted(manifest.listed(site) or ()):
        try:
            found.append((path, *_traits(os.lstat(f"{site}/{path}"))))
        except OSError as error:
            found.append((path, error.errno))
    return hashlib.sha256(repr(found).encode("utf-8", "surrogateescape")).digest()


def load_if_unchanged(now: InputSnapshot, lock: BuildLock, notice: Callable[[str], None]) -> BuildReport | None:
    """What the last build told, when it read what is there `now` and its site still stands as it wrote it.

    Builds that began before `lock` will not replace that site. `notice` hears of a stamp that cannot be read.
    """
    try:
        last = disk_cache.load(_place(now.settings, lock), _HEAD)
        if last is None or last[0] != now.contents:
            return None
        written, report = last[1], _told(last[2:])
    except (disk_cache.CorruptEntry, TypeError, ValueError, IndexError):
        notice("What is kept of the last build cannot be read; the site is built again.")
        return None
    with suppress(SupersededBuild, OSError):  # the build itself says what is wrong
        if lock.commit(lambda: tree_digest(lock.target) == written):
            return report
    return None


def save(before: InputSnapshot, lock: BuildLock, written: bytes, report: BuildReport) -> None:
    """Remember a build that read what was there `before`, and whose site had the `tree_digest` `written`."""
    now = _look(before.settings, before.past, contents=False)
    if now.moments.digest() == before.moments:
        diagnostics = tuple(_plain(diagnostic) for diagnostic in report.diagnostics)
        plain = (before.contents, written, diagnostics, report.extent, report.lookup)
        disk_cache.store(_place(before.settings, lock), _HEAD, plain, most=_MOST)


def _place(settings: Settings, lock: BuildLock) -> Path:
    return disk_cache.path_for("stamps", settings.root, lock.target)


def _told(plain: _Values) -> BuildReport:
    diagnostics, extent, lookup = plain
    return BuildReport(tuple(_diagnostic(*values) for values in diagnostics), extent, lookup)


def _diagnostic(code: str, message: str, span: _Values, severity: str, labels: _Values, help: _Values) -> Diagnostic:
    others = tuple(Label(Span(*place), text) for place, text in labels)
    return Diagnostic(code, message, Span(*span), Severity(severity), others, help)


def _plain(problem: Diagnostic) -> _Values:
    labels = tuple((_values(label.span), label.text) for label in problem.labels)
    return problem.code, problem.message, _values(problem.span), problem.severity.value, labels, problem.help


def _values(span: Span) -> _Values:
    return span.path, span.line, span.column, span.end_line, span.end_column


def _traits(found: os.stat_result) -> tuple[int, ...]:
    """What is another one after any write, even one that puts the old time back."""
    return found.st_mode, found.st_size, found.st_ino, found.st_mtime_ns, found.st_ctime_ns


class _Sight:
    """Two sums over files: over what they hold, unless that is not asked for, and over when they were touched."""

    def __init__(self, *, contents: bool) -> None:
        self._reads = contents
        self.contents, self.moments = hashlib.sha256(), hashlib.sha256()

    def word(self, value: object) -> None:
        """Something that is no file."""
        self.contents.update(b"%b\0" % repr(value).encode("utf-8", "surrogateescape"))

    def file(self, path: str, name: str) -> None:
        """A file of whatever kind at `path`, called `name`; of a link also what it leads to."""
        try:
            found = os.lstat(path)
            if stat.S_ISLNK(found.st_mode):
                self.word((os.readlink(path), os.path.realpath(path)))
                found = os.stat(path)
        except OSError as error:
            self.word((name, error.errno))
            return
        self._touched(name, found)
        if self._reads:
            data = _bytes(path, min(found.st_size, _LARGEST)) if stat.S_ISREG(found.st_mode) else b""
            self.word((name, stat.S_IFMT(found.st_mode), found.st_mode & 0o444, found.st_size, len(data)))
            self.contents.update(data)

    def folder(self, path: str, name: str, *, deep: bool = True, without: str = "") -> None:
        """All that is in a folder; links to other folders are not followed."""
        try:
            with os.scandir(path) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
            if not without:  # where compiled code is put, a folder is touched by nobody's edit
                self._touched(name, os.stat(path))
        except OSError as error:
            self.word((name, error.errno))
            return
        for entry in found:
            below = f"{name}/{entry.name}"
            if entry.name == without:
                continue
            if not entry.is_dir(follow_symlinks=False):
                self.file(entry.path, below)
            elif deep:
                self.word(below)
                self.folder(entry.path, below, without=without)

    def _touched(self, name: str, found: os.stat_result) -> None:
        self.moments.update(repr((name, _traits(found))).encode("utf-8", "surrogateescape"))


def _look(settings: Settings, past: str, *, contents: bool) -> _Sight:
    sight = _Sight(contents=contents)
    sight.word((sys.version, past, [str(folder) for folder in settings.snapshots]))
    sight.word(sorted(item for item in os.environ.items() if item[0].startswith(_ENVIRONMENT)))
    sight.word(list(_installed()))
    sight.folder(str(_CODE), "generator", without="__pycache__")
    sight.file(f"{settings.root}/site_config.yml", "site_config.yml")
    sight.folder(str(settings.content), "content")
    for place in (place for plugin in settings.plugins for place in code_places(plugin)):
        (sight.folder if place.is_dir() else sight.file)(str(place), place.name)
    for number, folder in enumerate(_elsewhere(settings)):
        sight.folder(str(folder), f"folder {number}", deep=folder.name == "pages")
    return sight


def _elsewhere(settings: Settings) -> Iterator[Path]:
    """Folders of texts that are read beside the content."""
    yield from settings.snapshots[1:]


def _installed() -> Iterator[tuple[str, int]]:
    """Each installed package with its version, and when it was installed."""
    for folder in dict.fromkeys(sys.path):
        with suppress(OSError), os.scandir(folder or ".") as entries:
            yield from sorted(
                (entry.name, entry.stat().st_mtime_ns) for entry in entries if entry.name.endswith(_PACKAGES)
            )


def _bytes(path: str, size: int) -> bytes:
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError:
        return b""
    try:
        return os.read(handle, size + 1)
    except OSError:
        return b""
    finally:
        os.close(handle)

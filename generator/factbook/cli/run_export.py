"""`factbook export FORMAT TARGET`: the data alone, written piece by piece, without building a site."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal, get_args
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from factbook.cli.progress import progress
from factbook.cli.run_check import extent
from factbook.cli.run_site import CONTENT, FINE, USAGE, files, opened
from factbook.diagnostics.report import show, summary
from factbook.diagnostics.types import has_errors
from factbook.exports import edition_files as exports
from factbook.exports import offline_zip as offline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from factbook.config.settings import Settings
    from factbook.diagnostics.report import Output
    from factbook.diagnostics.types import Diagnostic
    from factbook.exports.edition_files import Stream
    from factbook.pipeline.stages import Checked

Format = Literal["json", "csv", "jsonld", "bibtex", "csl", "markdown", "zip"]
FORMATS: tuple[Format, ...] = get_args(Format)
_FOLDERS = ("json", "markdown")
"""Formats that are several files."""
_FILES = {
    "csv": "facts.csv",
    "jsonld": "factbook.jsonld",
    "bibtex": "sources.bib",
    "csl": "sources.csl.json",
    "zip": "site.zip",
}
"""Formats that are a single file, and its name in a folder; all but the last stand in `/data/` too."""


def run(folder: Path, output: Output, format: Format, target: Path | None) -> int:
    """Writes the data of the site in `folder`: a file into `target` or to standard output, or a folder."""
    if target is not None and target.is_dir() and format not in _FOLDERS:
        target = target / _FILES[format]
    if format in (*_FOLDERS, "zip") and (problem := _unfit(format, target)):
        output.complain(problem)
        return USAGE
    settings = opened(folder, output)
    if settings is None:
        return USAGE
    from factbook.pipeline import stages as pipeline

    with progress(output) as tell:
        checked = pipeline.check(settings, tell)
        if has_errors(checked.diagnostics):
            show(checked.diagnostics, "full", files(folder), output)
            output.note(summary(checked.diagnostics, "nothing was written"))
            return CONTENT
        tell("Writing")
        made = exports.data_files(checked.corpus, checked.evidence, settings)
        if format == "zip":
            unplaced = _zip(target or Path(), checked, settings)
            show(unplaced, "full", files(folder), output)
            if has_errors(unplaced):
                return CONTENT
        elif format == "markdown":
            _tree(target or Path(), pipeline.markdown(checked, settings))
        elif format == "json":
            _folder(target or Path(), made)
        else:
            _file(target, made[_FILES[format]])
    output.note(summary((), f"{extent(checked.corpus)} are in {target or 'the output'}"))
    return FINE


def _unfit(format: Format, target: Path | None) -> str:
    """Why a format cannot be written into `target`; empty when it can."""
    if target is None:
        what = "file" if format == "zip" else "folder for the files"
        return f"Name the {what}: factbook export {format} {'FILE.zip' if format == 'zip' else 'DIR'}."
    if format != "zip" and target.exists() and not target.is_dir():
        return f"{target} is not a folder."
    if format == "markdown" and target.is_dir() and any(target.iterdir()) and not _ours(target):
        return f"{target} holds files that no export has written: name an empty or a new folder."
    return ""


def _ours(target: Path) -> bool:
    """Whether a folder is an earlier export."""
    configuration = target / "mkdocs.yml"
    return configuration.is_file() and configuration.read_text("utf-8", "replace").startswith(exports.MARK)


def _zip(target: Path, checked: Checked, settings: Settings) -> tuple[Diagnostic, ...]:
    """The whole site in one file; builds it apart from the one that is served. Gives what is wrong with its pages."""
    from factbook.pipeline import stages as pipeline

    with TemporaryDirectory(prefix="factbook-") as folder:
        site = Path(folder) / "site"
        problems = pipeline.place(checked, settings, site)
        if has_errors(problems):
            return problems
        with whole(target) as handle, ZipFile(handle, "w", ZIP_DEFLATED, compresslevel=6) as packed:
            for path in sorted(path for path in site.rglob("*") if path.is_file()):
                for name, data in offline.offline(path.relative_to(site).as_posix(), path.read_bytes()):
                    packed.writestr(_entry(name), data)
            name, data = offline.script()
            packed.writestr(_entry(name), data)
    return problems


def _entry(name: str) -> ZipInfo:
    """A file in the archive: the same whatever the clock and the machine."""
    entry = ZipInfo(f"site/{name}", (1980, 1, 1, 0, 0, 0))
    entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o644 << 16
    return entry


def _tree(target: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """The Markdown tree; what an earlier export has left of pages that are no more is removed."""
    written = set()
    for path, data in files:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(data)
        written.add(target / path)
    for file in sorted((target / "docs").rglob("*.md")):
        if file not in written:
            file.unlink()


def _folder(target: Path, made: dict[str, Stream]) -> None:
    """All files that are JSON, and their schemas."""
    for path, stream in made.items():
        if path.endswith(".json") and path != _FILES["csl"]:
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            _file(target / path, stream)


def _file(target: Path | None, stream: Stream) -> None:
    with whole(target) as handle:
        for piece in stream():
            handle.write(piece)


@contextmanager
def whole(target: Path | None) -> Iterator[BinaryIO]:
    """To write to: standard output, or a file that takes its place in one step when it is whole."""
    if target is None or str(target) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as handle:
            yield handle
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)

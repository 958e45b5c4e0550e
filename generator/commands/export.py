"""`factbook export FORMAT TARGET`: the data alone, written piece by piece, without building a site."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from generator import exports
from generator.commands.check import extent
from generator.commands.site import CONTENT, FINE, USAGE, files, opened
from generator.diagnostics import has_errors
from generator.report import progress, show, summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from generator.exports import Stream
    from generator.report import Output

Format = Literal["json", "csv", "jsonld", "bibtex", "csl", "markdown"]
FORMATS: tuple[Format, ...] = get_args(Format)
_FOLDERS = ("json", "markdown")
"""Formats that are several files."""
_FILES = {"csv": "facts.csv", "jsonld": "factbook.jsonld", "bibtex": "sources.bib", "csl": "sources.csl.json"}
"""Formats that are a single file, by its path in `/data/`."""


def run(folder: Path, output: Output, format: Format, target: Path | None) -> int:
    """Writes the data of the site in `folder`: a file into `target` or to standard output, or a folder."""
    if format in _FOLDERS and (problem := _unfit(format, target)):
        output.complain(problem)
        return USAGE
    settings = opened(folder, output)
    if settings is None:
        return USAGE
    from generator import pipeline

    with progress(output) as tell:
        checked = pipeline.check(settings, tell)
        if has_errors(checked.diagnostics):
            show(checked.diagnostics, "full", files(folder), output)
            output.note(summary(checked.diagnostics, "nothing was written"))
            return CONTENT
        tell("Writing")
        made = exports.data_files(checked.corpus, checked.evidence, settings)
        if format == "markdown":
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
        return f"Name the folder for the files: factbook export {format} DIR."
    if target.exists() and not target.is_dir():
        return f"{target} is not a folder."
    if format == "markdown" and target.is_dir() and any(target.iterdir()) and not _ours(target):
        return f"{target} holds files that no export has written: name an empty or a new folder."
    return ""


def _ours(target: Path) -> bool:
    """Whether a folder is an earlier export."""
    configuration = target / "mkdocs.yml"
    return configuration.is_file() and configuration.read_text("utf-8", "replace").startswith(exports.MARK)


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
    with _opened(target) as handle:
        for piece in stream():
            handle.write(piece)


@contextmanager
def _opened(target: Path | None) -> Iterator[BinaryIO]:
    """Standard output, or a file that takes its place in one step when it is whole."""
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

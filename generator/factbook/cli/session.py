"""Command line: what every command about a site begins with: its settings, and its files as messages name them."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factbook import __version__
from factbook.cli.exit_status import EXIT_CONTENT, EXIT_USAGE
from factbook.config import reader
from factbook.diagnostics.report import Files, show
from factbook.diagnostics.types import Diagnostic, Span, has_errors
from factbook.runtime.atomic_write import replacing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from factbook.config.settings import Settings
    from factbook.diagnostics.report import Format, Output

_ROOTS: dict[Format, str] = {"github": "GITHUB_WORKSPACE", "sarif": "GITHUB_WORKSPACE", "gitlab": "CI_PROJECT_DIR"}
"""Where code hosts say that the repository stands."""
_MOST_BYTES = 8 * 1024 * 1024


def load_settings(folder: Path, output: Output, format: Format = "full") -> Settings:
    """The settings of the site in `folder`; says what is wrong with them, and ends the command when they are none."""
    settings, problems = reader.read(folder) if folder.is_dir() else (None, (_no_folder(folder),))
    if problems:
        show(problems, format, files(folder, format), output)
    if settings is None or has_errors(problems):
        of_content = all(problem.span.path.startswith("content") for problem in problems if problem.is_error)
        raise click.exceptions.Exit(EXIT_CONTENT if of_content else EXIT_USAGE)
    return settings


def files(folder: Path, format: Format = "full") -> Files:
    """The site's files for the report, named as seen from here: for code hosts, from the repository's root."""
    start = os.environ.get(_ROOTS[format], "") if format in _ROOTS else ""
    way = os.path.relpath(folder.resolve(), Path(start).resolve() if start else Path.cwd())
    prefix = "" if way == "." else f"{Path(way).as_posix()}/"
    return Files(lambda path: _text(folder, path), prefix, _own(folder) if format == "github" else frozenset())


def user_agent(settings: Settings) -> str:
    """Who asks a web server: the program, and where to complain about it."""
    where = settings.url or settings.repository
    return f"factbook/{__version__}" + (f" (+{where})" if where else "")


def inside(folder: Path, path: Path) -> str | None:
    """Where a file named on the command line stands in the site, with forward slashes; None: outside of it.

    A name is taken from the current folder first, as shells complete it, then from the site's.
    """
    for candidate in (path, folder / path):
        full = candidate.resolve()
        if candidate.exists() and full.is_relative_to(folder.resolve()):
            return full.relative_to(folder.resolve()).as_posix()
    return None


@contextmanager
def output_stream(target: Path | None) -> Iterator[BinaryIO]:
    """To write to: standard output (also `-`), or a file that takes its place in one step when it is whole."""
    if target is None or str(target) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with replacing(target) as handle:
        yield handle


def target_file(target: Path, name: str, format: str) -> Path:
    """The file to write: `target`, or `name` in the folder that it is. UsageError where that may be another's."""
    if not target.is_dir():
        return target
    file = target / name
    if os.path.lexists(file):
        raise click.UsageError(f"{file} is there already. To replace it, name it: factbook export {format} {file}")
    return file


def _no_folder(folder: Path) -> Diagnostic:
    what = "is a file, not a folder" if folder.exists() else "does not exist"
    advice = "--site names the folder that holds site_config.yml and content."
    return Diagnostic("config-missing", f"`{folder}` {what}", Span(reader.NAME), help=(advice,))


def _text(folder: Path, name: str) -> str | None:
    path = folder / name
    try:
        if path.resolve() != folder.resolve() / name:  # a link may lead out of the site
            return None
        if not path.is_file() or path.stat().st_size > _MOST_BYTES:
            return None
        data = path.read_bytes()
        return None if b"\0" in data else data.decode("utf-8", "replace")  # what is no text has no rows to show
    except (OSError, ValueError):
        return None


def _own(folder: Path) -> frozenset[str]:
    """Files that the pull request under review touches."""
    base = os.environ.get("GITHUB_BASE_REF", "")
    if not base:
        return frozenset()
    from factbook.authoring.diff.git import touched_files

    return touched_files(folder, f"origin/{base}")

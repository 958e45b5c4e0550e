"""Host: the whole site, from finished editions to a folder that any static host can serve."""

from __future__ import annotations

import errno
from functools import partial
from typing import TYPE_CHECKING

from generator import search, workers
from generator.diagnostics import Diagnostic, Severity, Span, has_errors, in_order
from generator.host import place, written
from generator.host.addresses import collisions
from generator.host.edition import files_of, prepare
from generator.host.files import Tree, theme_assets
from generator.host.sitemap import robots, sitemap
from generator.turns import Overtaken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from generator.bodies import Asset, Edition
    from generator.host.files import File
    from generator.settings import Settings
    from generator.turns import Turn

_MANY_FILES = 400
"""From so many files on, a second process makes and writes faster than it costs."""


def build(
    settings: Settings,
    editions: Sequence[Edition],
    turn: Turn,
    *,
    output: Path,
    plain: bool = False,
    finished: Callable[[Path], None] | None = None,
) -> tuple[Diagnostic, ...]:
    """See `generator.host.build`."""
    editions, problems = written.with_pages(settings, editions)
    editions = tuple(map(search.complete, editions))
    problems += collisions(editions)
    problems += _wrong_target(settings, output)
    if has_errors(problems):
        return in_order(problems)
    try:
        with place.staging(turn) as staging:
            problems += _write(settings, editions, staging.folder, plain=plain)
            if not has_errors(problems):
                staging.put_in_place(finished)
    except Overtaken:
        problems += (_overtaken(output),)
    except OSError as error:
        problems += (_not_written(output, error),)
    except Exception:
        if output.resolve().parent.is_dir():
            raise
        # MkDocs says in many ways, none of them an OSError, that the folder is gone in which it works.
        problems += (_not_written(output, OSError(errno.ENOENT, "gone")),)
    return in_order(problems)


def _write(settings: Settings, editions: Sequence[Edition], folder: Path, *, plain: bool) -> tuple[Diagnostic, ...]:
    problems: tuple[Diagnostic, ...] = ()
    tree = Tree(folder / "site")
    for number, edition in enumerate(editions):
        own = folder / f"edition-{number}"
        prepared = prepare(settings, edition, editions, folder=own, plain=plain)
        _write_all(tree, [*files_of(edition, prepared, plain=plain), *_assets(edition)])
        problems += prepared.complaints
    for path, data in _other_files(settings, editions):
        tree.write(path, data)
    tree.sweep()
    return problems


def _write_all(tree: Tree, files: Sequence[File]) -> None:
    """Every other file by a second process, so that both have as much of each kind to do; the index by one alone."""

    def write(some: Sequence[File]) -> list[str]:
        for path, made in some:
            tree.write(path, made())
        return [path for path, _ in some]

    index = [file for file in files if search.is_part(file[0])]
    others = [file for file in files if not search.is_part(file[0])]
    for written_there in workers.in_two(write, (*index, *others[::2], *others[1::2]), least=_MANY_FILES)[1:]:
        for path in written_there:
            tree.note(path)


def _assets(edition: Edition) -> Iterator[File]:
    return ((asset.path, partial(_data, asset)) for asset in edition.assets)


def _data(asset: Asset) -> bytes:
    return asset.data


def _other_files(settings: Settings, editions: Sequence[Edition]) -> Iterator[tuple[str, bytes]]:
    yield from theme_assets().items()
    yield "robots.txt", robots(settings)
    if settings.url:
        yield "sitemap.xml", sitemap(settings.url, editions)


def _wrong_target(settings: Settings, output: Path) -> tuple[Diagnostic, ...]:
    """A folder that is no site of ours is not replaced: it may hold somebody's work."""
    target = output.resolve()
    if settings.content.resolve().is_relative_to(target):
        reason = "the content is inside it"
    elif target.exists() and not target.is_dir():
        reason = "it is not a folder"
    elif target.is_dir() and any(target.iterdir()) and not (target / "404.html").is_file():
        reason = "it holds files, and they are not a site that was built before"
    else:
        return ()
    message = f"The site cannot be written to '{output.name}': {reason}"
    help_ = ("Name another folder, or empty this one yourself.",)
    return (Diagnostic("output-folder", message, Span(output.name), help=help_),)


def _not_written(output: Path, error: OSError) -> Diagnostic:
    reasons = {
        errno.ENOSPC: "the disk is full",
        errno.EDQUOT: "your share of the disk is full",
        errno.EROFS: "the disk is read-only",
        errno.EACCES: "this user may not write there",
        errno.EPERM: "this user may not write there",
        errno.ENOENT: "the folder that it stands in is gone",
        errno.EBUSY: "another program holds it",
    }
    reason = reasons.get(error.errno or 0, error.strerror or "the system does not say why")
    message = f"The site cannot be written to '{output.name}': {reason}"
    help_ = ("The site that was there before is unchanged.",)
    return Diagnostic("output-not-written", message, Span(output.name), help=help_)


def _overtaken(output: Path) -> Diagnostic:
    message = f"A build that started later has already written '{output.name}'; this one was not put in place"
    return Diagnostic("build-overtaken", message, Span(output.name), Severity.WARNING)

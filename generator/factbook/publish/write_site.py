"""Host: the whole site, from finished editions to a folder that any static host can serve."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic, Severity, Span, has_errors, in_order
from factbook.publish import swap
from factbook.publish.build_lock import SupersededBuild
from factbook.publish.collisions import collisions
from factbook.publish.page_files import PageFiles
from factbook.publish.page_list import PageList
from factbook.publish.sitemap import lists, robots
from factbook.publish.writer import SiteWriter
from factbook.runtime import manifest, parallel
from factbook.site import page_types
from factbook.site.articles.load import with_pages
from factbook.site.artifacts import Pieces
from factbook.site.search_index.index import Index
from factbook.site.urls import ROOT, to_root
from factbook.theme.assets_manifest import theme_assets
from factbook.theme.mkdocs_run import prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from factbook.config.settings import Settings
    from factbook.publish.build_lock import BuildLock
    from factbook.publish.writer import File
    from factbook.site.artifacts import Asset, Edition

_MANY_PAGES = 1000
"""From so many pages on, a second process writes faster than it costs."""


def build(
    settings: Settings,
    editions: Sequence[Edition],
    lock: BuildLock,
    *,
    output: Path,
    finished: Callable[[Path], None] | None = None,
    on_progress: Callable[[int, int], None],
) -> tuple[Diagnostic, ...]:
    """See `factbook.publish.api.build`."""
    editions, problems = with_pages(settings, editions)
    problems += collisions(editions)
    problems += _wrong_target(settings, output, lock)
    if has_errors(problems):
        return in_order(problems)
    try:
        with swap.staging(lock) as staging:
            problems += _write(settings, editions, staging.folder, on_progress)
            if not has_errors(problems):
                staging.put_in_place(finished)
    except SupersededBuild:
        problems += (_overtaken(output),)
    except manifest.InTheWay as found:
        problems += (_in_the_way(output, str(found)),)
    except OSError as error:
        if isinstance(error, LookupError):  # a template that is not there is both to Jinja, and no fault of the disk
            raise
        problems += (_not_written(output, error),)
    return in_order(problems)


def _write(
    settings: Settings, editions: Sequence[Edition], folder: Path, on_progress: Callable[[int, int], None]
) -> tuple[Diagnostic, ...]:
    """Writes every page of every edition and all files beside them, and gives what is wrong with the theme."""
    listed, tree, beside = PageList(editions), SiteWriter(folder / "site"), SiteWriter(folder / "site")
    paths, problems = parallel.run_alongside(
        lambda: _write_files(settings, editions, beside),
        lambda: _write_pages(settings, editions, folder, tree, listed, on_progress),
        worth=listed.total >= _MANY_PAGES,
    )
    for path in paths:
        tree.mark_written(path)
    _write_some(tree, (*theme_assets().items(), ("robots.txt", robots(settings)), *lists(settings, listed)))
    tree.remove_stale()
    tree.verify_complete()
    return problems


def _write_files(settings: Settings, editions: Sequence[Edition], tree: SiteWriter) -> set[str]:
    """Writes what stands beside the pages and needs none of them, and gives the paths."""
    for edition in editions:
        if "markdown" in settings.outputs:
            _write_some(tree, _markdown(edition))
        _write_some(tree, _files((*edition.assets, *Index(edition).files())))
    return tree.written


def _write_pages(
    settings: Settings,
    editions: Sequence[Edition],
    folder: Path,
    tree: SiteWriter,
    listed: PageList,
    on_progress: Callable[[int, int], None],
) -> tuple[Diagnostic, ...]:
    """Writes the pages and their pictures, notes each in `listed`, and gives what is wrong with the theme."""
    problems: tuple[Diagnostic, ...] = ()
    for number, edition in enumerate(editions):
        prepared = prepare(settings, edition, editions, folder=folder / f"edition-{number}", twins=listed.twins)
        problems += prepared.complaints
        if not edition.prefix:
            tree.write("404.html", prepared.not_found)
        written = PageFiles(settings, edition, prepared)
        for page in (*edition.articles, *page_types.pages(edition.made)):
            for path, data in written.files(page):
                tree.write(path, data)
            listed.note(edition, written.configured(page))
            on_progress(listed.done, listed.total)
    return problems


def _markdown(edition: Edition) -> Iterator[File]:
    for path, text in page_types.markdown_files(edition.made):
        yield edition.prefix + path, text.replace(ROOT, to_root(path)).encode()


def _write_some(tree: SiteWriter, files: Iterable[File]) -> None:
    for path, made in files:
        if isinstance(made, Pieces):
            tree.write_pieces(path, made)
        else:
            tree.write(path, made if isinstance(made, bytes) else made())


def _files(assets: Iterable[Asset]) -> Iterator[File]:
    return ((asset.path, asset.content) for asset in assets)


def _wrong_target(settings: Settings, output: Path, lock: BuildLock) -> tuple[Diagnostic, ...]:
    """A folder that holds files and no list of what a build wrote may hold somebody's work: nothing is put there."""
    target, content = lock.target, settings.content.resolve()
    help_ = "Name another folder with --output."
    if content.is_relative_to(target):
        reason = "the content is inside it"
    elif target.is_relative_to(content):
        reason = "it is inside the content"
    elif target.exists() and not target.is_dir():
        reason = "it is not a folder"
    elif target.is_dir() and manifest.listed(target) is None and _holds(target, lock):
        reason = f"it holds files, and no list of what a build wrote ({manifest.NAME})"
        help_ = (
            "Name another folder with --output; delete this one if an older version built all that is in it; or write"
            f" an empty file {manifest.NAME} into it: sites are then put beside its files, and those stay."
        )
    else:
        return ()
    message = f"The site cannot be written to '{output.name}': {reason}"
    return (Diagnostic("output-folder", message, Span(output.name), help=(help_,)),)


def _holds(target: Path, lock: BuildLock) -> bool:
    return any(path != lock.folder for path in target.iterdir())


def _in_the_way(output: Path, path: str) -> Diagnostic:
    message = f"The site cannot be written to '{output.name}': '{path}' stands there, which no build has written"
    help_ = ("Move that file elsewhere, or name another folder with --output.",)
    return Diagnostic("output-folder", message, Span(output.name), help=help_)


def _not_written(output: Path, error: OSError) -> Diagnostic:
    reasons = {
        errno.ENOSPC: "the disk is full",
        errno.EDQUOT: "your share of the disk is full",
        errno.EROFS: "the disk is read-only",
        errno.EACCES: "this user may not write there",
        errno.EPERM: "this user may not write there",
        errno.ENOENT: "its folder is gone, or files in it were removed",
        errno.ELOOP: "it is a link that leads back to itself",
        errno.EBUSY: "another program holds it",
    }
    reason = reasons.get(error.errno or 0, error.strerror or "the system does not say why")
    message = f"The site cannot be written to '{output.name}': {reason}"
    help_ = ("The site that was there before is unchanged.",)
    return Diagnostic("output-not-written", message, Span(output.name), help=help_)


def _overtaken(output: Path) -> Diagnostic:
    message = f"A build that started later has already written '{output.name}'; this one was not put in place"
    return Diagnostic("build-overtaken", message, Span(output.name), Severity.WARNING)

"""Host: the whole site, from finished editions to a folder that any static host can serve."""

from __future__ import annotations

import errno
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic, Severity, Span, has_errors, in_order
from factbook.publish import swap
from factbook.publish.build_lock import SupersededBuild
from factbook.publish.collisions import collisions
from factbook.publish.page_files import PageFiles
from factbook.publish.page_list import Noted, PageList
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
    from factbook.site.page import Page

_FACTS_AT_ONCE = 200
_MANY_PARTS = 6
"""From so many parts of the facts on, a second process writes faster than it costs."""


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
    """Writes every page of every edition and all files beside them, and gives what is wrong with the theme.

    Many facts are shared out among processes; this one writes all other pages first.
    """
    listed, tree = PageList(editions), SiteWriter(folder / "site")
    prepared = [
        prepare(settings, edition, editions, folder=folder / f"edition-{number}", twins=listed.twins)
        for number, edition in enumerate(editions)
    ]
    pages = [PageFiles(settings, edition, theme) for edition, theme in zip(editions, prepared, strict=True)]
    parts: list[Callable[[SiteWriter], Noted]] = [partial(_write_beside, settings, edition) for edition in editions]
    parts += [partial(_write_facts, files, ids) for files in pages for ids in _in_turn(files.edition)]

    def work(part: Callable[[SiteWriter], Noted]) -> tuple[set[str], Noted]:
        own = tree.part()
        noted = part(own)
        return own.written, noted

    def own() -> None:
        tree.write("404.html", prepared[0].not_found)
        for files in pages:
            for page in chain(files.edition.articles, page_types.pages(files.edition.made)):
                _write_page(files, page, tree)
                listed.note(files.edition, files.configured(page))
                on_progress(listed.done, listed.total)

    def begun(count: int) -> None:
        on_progress(min(listed.done + count * _FACTS_AT_ONCE, listed.total), listed.total)

    for paths, noted in parallel.parallel_map(work, parts, least=_MANY_PARTS, own=own, on_progress=begun):
        tree.mark_written(paths)
        listed.add(noted)
    _write_some(tree, chain(theme_assets().items(), [("robots.txt", robots(settings))], lists(settings, listed)))
    tree.remove_stale()
    tree.verify_complete()
    return tuple(problem for theme in prepared for problem in theme.complaints)


def _in_turn(edition: Edition) -> Iterator[tuple[str, ...]]:
    """The ids of the facts in parts of which one is written at once."""
    ids = tuple(edition.made.corpus.facts)
    return (ids[first : first + _FACTS_AT_ONCE] for first in range(0, len(ids), _FACTS_AT_ONCE))


def _write_page(files: PageFiles, page: Page, tree: SiteWriter) -> None:
    for path, data in files.files(page):
        tree.write(path, data)


def _write_facts(files: PageFiles, ids: Sequence[str], tree: SiteWriter) -> Noted:
    """Writes the pages of facts, and gives what the lists of pages say of them."""
    noted = []
    for page in page_types.facts(files.edition.made, ids):
        _write_page(files, page, tree)
        noted.append((page.path, page.updated))
    return {files.edition.prefix: noted}


def _write_beside(settings: Settings, edition: Edition, tree: SiteWriter) -> Noted:
    """Writes what stands beside an edition's pages and needs none of them."""
    _write_some(tree, _files(Index(edition).files()))  # first, because it needs most memory while it is made
    _write_some(tree, _files(edition.assets))
    if "markdown" in settings.outputs:
        _write_some(tree, _markdown(edition))
    return {}


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

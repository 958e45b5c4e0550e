"""Host: the whole site, from finished editions to a folder that any static host can serve."""

from __future__ import annotations

import errno
from functools import partial
from typing import TYPE_CHECKING, Any

from factbook.diagnostics.types import Diagnostic, Severity, Span, has_errors, in_order
from factbook.publish import swap
from factbook.publish.build_lock import SupersededBuild
from factbook.publish.collisions import collisions
from factbook.publish.sitemap import robots, sitemap
from factbook.publish.writer import SiteWriter
from factbook.runtime import manifest, parallel
from factbook.site import search_index
from factbook.site.articles import load
from factbook.site.artifacts import Pieces
from factbook.theme.assets_manifest import theme_assets
from factbook.theme.mkdocs_run import files_of, prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from factbook.config.settings import Settings
    from factbook.publish.build_lock import BuildLock
    from factbook.publish.writer import File
    from factbook.site.artifacts import Asset, Body, Edition, Shared

_MANY_FILES = 400
"""From so many pages and files on, further processes make and write faster than they cost."""

_MANY_FACTS = 400
"""The same for facts."""


def build(
    settings: Settings,
    editions: Sequence[Edition],
    lock: BuildLock,
    *,
    output: Path,
    plain: bool = False,
    finished: Callable[[Path], None] | None = None,
    on_progress: Callable[[int, int], None],
) -> tuple[Diagnostic, ...]:
    """See `factbook.publish.api.build`."""
    editions, problems = load.with_pages(settings, editions)
    problems += collisions(editions)
    problems += _wrong_target(settings, output, lock)
    if has_errors(problems):
        return in_order(problems)
    try:
        with swap.staging(lock) as staging:
            problems += _write(settings, editions, staging.folder, on_progress, plain=plain)
            if not has_errors(problems):
                staging.put_in_place(finished)
    except SupersededBuild:
        problems += (_overtaken(output),)
    except manifest.InTheWay as found:
        problems += (_in_the_way(output, str(found)),)
    except OSError as error:
        problems += (_not_written(output, error),)
    return in_order(problems)


def _write(
    settings: Settings,
    editions: Sequence[Edition],
    folder: Path,
    on_progress: Callable[[int, int], None],
    *,
    plain: bool,
) -> tuple[Diagnostic, ...]:
    problems: tuple[Diagnostic, ...] = ()
    pages = [len(edition.bodies) for edition in editions]
    tree = SiteWriter(folder / "site")
    indexes = [search_index.Index(edition) for edition in editions]
    for number, (edition, index) in enumerate(zip(editions, indexes, strict=True)):
        own = folder / f"edition-{number}"
        prepared = prepare(settings, edition, editions, folder=own, plain=plain)
        counted = partial(_counted, on_progress, pages, number)
        _make_shared(edition.facts.ids, (*edition.facts.stages, index.shared), partial(counted, 0))
        files = [*files_of(edition, prepared, plain=plain), *_files(edition.assets)]
        _write_pages(tree, edition, files, counted)
        problems += prepared.complaints
    for edition, index in zip(editions, indexes, strict=True):
        _write_some(tree, _files((*edition.lists, *index.files())))
    for path, data in _other_files(settings, editions):
        tree.write(path, data)
    tree.remove_stale()
    tree.verify_complete()
    return problems


def _make_shared(facts: Sequence[str], stages: Sequence[Shared], on_idle: Callable[[], None]) -> None:
    """Has made, once for all pages, what each stage shares of facts; any page may show any fact.

    `on_idle` is called now and then, for whoever looks whether anything happens.
    """

    def make(fact: str) -> list[Any]:
        return [stage.make(fact) for stage in stages]

    def take(place: int, made: list[Any]) -> None:
        for stage, one in zip(stages, made, strict=True):
            stage.learn(facts[place], one)

    parallel.parallel_for_each(make, facts, take, least=_MANY_FACTS, on_progress=lambda _: on_idle())


def _counted(on_progress: Callable[[int, int], None], pages: list[int], edition: int, done: int) -> None:
    """Tells of `done` pages of one edition, and the pages of those before it, as a part of all."""
    on_progress(sum(pages[:edition]) + min(done, pages[edition]), sum(pages))


def _write_pages(
    tree: SiteWriter, edition: Edition, files: Iterable[File], on_progress: Callable[[int], None]
) -> None:
    """Writes an edition's pages and what stands beside them, and has its bodies learn what they have told."""
    bodies = {f"{edition.prefix}{body.path}": body for body in edition.bodies}
    folders: dict[str, list[File]] = {}
    for file in files:
        folder = file[0][: file[0].rfind("/") + 1]
        folders.setdefault(folder if folder in bodies else file[0], []).append(file)

    def write(name: str) -> Body | None:
        """The files of one folder are made by one process, since they are made of one view."""
        _write_some(tree, folders[name])
        if name not in bodies:
            return None
        light = bodies[name].light
        bodies[name].forget()
        return light

    # Tables of all facts take longest and begin first; redirects are soon made, and let all processes end together.
    names = sorted(folders, key=lambda name: (name.endswith("/index.html"), name in bodies))

    def take(place: int, light: Body | None) -> None:
        for path, _ in folders[names[place]]:
            tree.mark_written(path)
        if light is not None:
            bodies[names[place]].learn(light)

    parallel.parallel_for_each(write, names, take, least=_MANY_FILES, on_progress=on_progress)


def _write_some(tree: SiteWriter, files: Iterable[File]) -> None:
    for path, made in files:
        if isinstance(made, Pieces):
            tree.write_pieces(path, made)
        else:
            tree.write(path, made if isinstance(made, bytes) else made())


def _files(assets: Iterable[Asset]) -> Iterator[File]:
    return ((asset.path, asset.content) for asset in assets)


def _other_files(settings: Settings, editions: Sequence[Edition]) -> Iterator[tuple[str, bytes]]:
    yield from theme_assets().items()
    yield "robots.txt", robots(settings)
    if settings.url:
        yield "sitemap.xml", sitemap(settings.url, editions)


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

"""The order of the stages, told once: files → records → corpus → evidence → checks → pages → bodies → site."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from factbook.config.look import SiteLook
from factbook.content import link, load
from factbook.content.link import drafts
from factbook.diagnostics.types import has_errors, in_order
from factbook.evidence import answers
from factbook.pipeline import verdicts
from factbook.pipeline.incremental import IncrementalSession
from factbook.pipeline.record_cache import Cache
from factbook.publish import build_lock
from factbook.runtime import parallel
from factbook.runtime.frozen import frozen
from factbook.runtime.progress import Progress, no_progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Record
    from factbook.diagnostics.types import Diagnostic
    from factbook.evidence.model import Evidence
    from factbook.publish.build_lock import BuildLock
    from factbook.site.artifacts import Edition


_MANY_FILES = 400
"""From so many files on, a second process reads faster than it costs."""


@frozen
class CheckResult:
    """What the content says, what stands behind it, and all that is wrong with either."""

    corpus: Corpus
    evidence: Evidence
    diagnostics: tuple[Diagnostic, ...]
    drafts: int = 0
    """How many records are checked and not in the corpus, which is what is published."""

    @property
    def publishable(self) -> bool:
        return not has_errors(self.diagnostics)


def read(
    settings: Settings,
    further: Iterable[Record] = (),
    on_progress: Progress = no_progress,
    on_idle: Callable[[int], None] = no_progress,
) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """What the content says, and every file, key and name that is wrong; looks into no source.

    `further` records are taken as if they stood in the content too. `on_idle` is called in this process alone, now
    and then, while many files are read.
    """
    kept = Cache(settings.root, on_progress)
    records, misshapen = load.read(
        settings.root, lambda files: kept.read(files, partial(parsed, on_progress=on_idle))
    )
    corpus, unlinked = link.link((*records, *further), settings.languages[0])
    return corpus, in_order((*misshapen, *unlinked))


def parsed(files: Sequence[load.File], on_progress: Callable[[int], None] = no_progress) -> list[load.Loaded]:
    """What files hold, in order; many of them are read in several processes, for a file of facts takes long."""
    many = len(files) >= _MANY_FILES
    return parallel.parallel_map(
        lambda file: load.parse(file[1], file[0]),
        files,
        least=_MANY_FILES,
        on_progress=on_progress if many else no_progress,
    )


def parsed_one(data: bytes, path: str) -> load.Loaded:
    """What one file of content holds, by its bytes and its path in the site."""
    return load.parse(data, path)


def check(
    settings: Settings,
    on_progress: Progress = no_progress,
    further: Iterable[Record] = (),
    on_idle: Callable[[int], None] = no_progress,
) -> CheckResult:
    """Reads all content and checks every promise; writes nothing. `on_progress` hears what is being done.

    `further` records are checked as if they stood in the content too. `on_idle` is that of `read`.
    """
    with parallel.gc_paused():
        on_progress("Reading the content")
        corpus, unread = read(settings, further, on_progress, on_idle)
        gathered, of_evidence = verdicts.of(corpus, settings, on_progress)
        found = replace(gathered, texts={}, years={})  # which no page shows
        published, naming = drafts.published(corpus, settings.languages[0])
        problems = in_order((*unread, *of_evidence, *naming))
        return CheckResult(
            published, found, answers.settled(problems, corpus, found, settings.plugins), drafts.count(corpus)
        )


def check_site(settings: Settings, on_progress: Progress = no_progress) -> CheckResult:
    """All that stops a build: the content, and what is written by hand beside it, with every address of the site."""
    checked = check(settings, on_progress)
    if not (
        settings.look != SiteLook() or any(any((settings.content / name).rglob("*")) for name in ("pages", "media"))
    ):
        return checked
    from factbook.publish import api

    with parallel.gc_paused():
        on_progress("Following the links of pages")
        found = api.examine(settings, editions(checked, settings) if checked.publishable else ())
        return replace(checked, diagnostics=in_order((*checked.diagnostics, *found)))


def editions(checked: CheckResult, settings: Settings) -> tuple[Edition, ...]:
    """The whole site in each language, each page made when it is asked for. Only for content without errors."""
    return tuple(_edition(checked, settings, language) for language in settings.languages)


def _edition(checked: CheckResult, settings: Settings, language: str) -> Edition:
    from factbook.exports import edition_files
    from factbook.site.artifacts import Edition
    from factbook.site.fragments import Fragments

    prefix = "" if language == settings.languages[0] else f"{language}/"
    made = Fragments(checked.corpus, checked.evidence, settings, language)
    return edition_files.complete(Edition(language, prefix, made), settings)


def markdown(checked: CheckResult, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of each file of the Markdown tree, made one after another, without building a site."""
    from factbook.exports import edition_files
    from factbook.publish import api
    from factbook.site.fragments import Fragments

    editions = (Fragments(checked.corpus, checked.evidence, settings, language) for language in settings.languages)
    return edition_files.markdown_tree(
        {made.language: (made, api.hand_written(settings, made)) for made in editions}, settings
    )


def build(
    settings: Settings,
    output: Path,
    *,
    strict: bool = False,
    on_progress: Progress = no_progress,
    with_previous_wording: Callable[[Corpus], Corpus] | None = None,
    lock: BuildLock | None = None,
    finished: Callable[[Path], None] | None = None,
) -> CheckResult:
    """Checks everything and writes the site to `output`; on an error (or, `strict`, a warning) writes nothing.

    `with_previous_wording` puts into the corpus what is known of its past, between the checks and the pages. Whoever
    has read something already gives the `lock`; `finished` is shown the site's folder before that takes its place.
    """
    with nullcontext(lock) if lock else build_lock.acquire(output) as own:
        checked = check(settings, on_progress, on_idle=_load_what_writes)
        if not checked.publishable or (strict and any(problem.stops_strict for problem in checked.diagnostics)):
            return checked
        dated = replace(checked, corpus=with_previous_wording(checked.corpus)) if with_previous_wording else checked
        unplaced = publish(dated, settings, output, on_progress, lock=own, finished=finished)
        return replace(checked, diagnostics=in_order((*checked.diagnostics, *unplaced)))


def _load_what_writes(done: int) -> None:
    """Imports what no check needs, in a moment when another process has files to read: they are still shared out."""
    from factbook.publish import api
    from factbook.site import page_types  # noqa: F401

    api.get_ready()


def publish(
    checked: CheckResult,
    settings: Settings,
    output: Path,
    on_progress: Progress = no_progress,
    *,
    lock: BuildLock | None = None,
    finished: Callable[[Path], None] | None = None,
) -> tuple[Diagnostic, ...]:
    """Writes the site of checked content to `output`, and gives what is wrong with its pages and their place."""
    from factbook.publish import api

    with parallel.gc_paused():
        on_progress("Making the pages")
        made = editions(checked, settings)
        stage = "Writing the pages"
        on_progress(stage)
        counted = partial(on_progress, stage)
        problems = api.build(settings, made, output=output, lock=lock, finished=finished, on_progress=counted)
        return problems


def rebuild(
    content: IncrementalSession, settings: Settings, written: frozenset[Path]
) -> tuple[tuple[Edition, ...] | None, tuple[Diagnostic, ...]]:
    """The editions after these files were written, None for content with errors, and all that is wrong."""
    with parallel.gc_paused():
        checked = CheckResult(*content.refresh(written))
        if not checked.publishable:
            return None, checked.diagnostics
        return editions(checked, settings), checked.diagnostics


def glanced(content: IncrementalSession, settings: Settings) -> tuple[Edition, ...] | None:
    """The editions before anything is checked; None for content of which no page can be made."""
    with parallel.gc_paused():
        seen = CheckResult(*content.glance())
        return editions(seen, settings) if seen.publishable else None


def serve(
    settings: Settings,
    *,
    address: str,
    port: int,
    on_build: Callable[[tuple[Diagnostic, ...]], None],
    configuration: Path,
    reread: Callable[[], tuple[Diagnostic, ...]] = tuple,
    draft: Callable[[], Mapping[str, Any]] | None = None,
) -> None:
    """Shows the site at `address`:`port` while its content is edited, until interrupted; builds nothing on disk.

    `on_build` hears of every attempt, the first one included. `reread` is called when the file `configuration` was
    written, and gives what is wrong in it, or raises what shall end the serving. `draft` tells the open pages what
    is not committed yet. Raises `CannotListen` when the port is taken.
    """
    from factbook.publish import api

    content = IncrementalSession(settings, lambda files: Cache(settings.root, no_progress).read(files, parsed))
    wrong: tuple[Diagnostic, ...] = ()

    def make(written: frozenset[Path]) -> tuple[tuple[Edition, ...] | None, tuple[Diagnostic, ...]]:
        nonlocal wrong
        if configuration in written:
            wrong = reread()
        made, problems = rebuild(content, settings, written - {configuration})
        return (None if has_errors(wrong) else made), in_order((*wrong, *problems))

    watched = (configuration, settings.content, *(folder for folder in settings.snapshots if folder.is_dir()))
    first = partial(glanced, content, settings)
    api.serve(settings, first, make, address=address, port=port, watch=watched, on_build=on_build, draft=draft)

"""`factbook build`: everything checked, then the site written; with an error nothing is written."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import click

from factbook.cli.check import content_summary, lookup_summary
from factbook.cli.exit_status import EXIT_OK, EXIT_USAGE, exit_status
from factbook.cli.options import FOLDER, findings, site
from factbook.cli.session import files, load_settings
from factbook.cli.show_progress import progress
from factbook.diagnostics.report import show, summary
from factbook.diagnostics.types import has_errors
from factbook.pipeline import up_to_date
from factbook.pipeline.up_to_date import BuildReport
from factbook.publish import build_lock
from factbook.runtime import parallel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.diagnostics.report import Format, Output
    from factbook.publish.build_lock import BuildLock


@click.command()
@site
@findings
@click.option("--output", "target", metavar="DIR", type=FOLDER, help="Where to write.  [default: site]")
@click.option("--since", metavar="REV", help="Show old words beside corrections made since this git revision.")
@click.option("--fresh", is_flag=True, help="Build the site again even when nothing has changed.")
def build(
    folder: Path,
    output: Output,
    format: Format,
    strict: bool,
    target: Path | None,
    since: str | None,
    fresh: bool,
) -> int:
    """Check everything, then write the site; when there is an error, nothing is written.

    \b
    Examples:
      factbook build
      factbook build --site ../other-site --strict
    """
    target = target or folder / "site"
    with build_lock.acquire(target) as lock:
        settings = load_settings(folder, output, format)
        try:
            fresh = fresh or not up_to_date.exists(settings, lock)
            look = partial(up_to_date.snapshot_inputs, settings, _commit(settings, since) if since else "")
            now = parallel.run_alongside(look, _load_what_builds, worth=True)[0] if fresh else look()
            known = None if fresh else up_to_date.load_if_unchanged(now, lock, output.info)
            report = known or _build(now, lock, output, strict=strict)
        except _NoPast as error:
            output.error(f"There is no earlier state to take old words from: {error}.")
            return EXIT_USAGE
    show(report.diagnostics, format, files(folder, format), output)
    outcome = exit_status(report.diagnostics, strict=strict)
    output.debug(report.lookup)
    place = f"{os.path.relpath(target)}{os.sep}"
    same = f"nothing has changed since the last build, and {place} is as it was"
    written = same if known else f"{report.extent} are in {place}"
    output.info(summary(report.diagnostics, written if outcome == EXIT_OK else "nothing was written"))
    return outcome


def _load_what_builds() -> None:
    """Imports while another process looks at all that there is to read."""
    from factbook.pipeline import stages  # noqa: F401


def _build(now: up_to_date.InputSnapshot, lock: BuildLock, output: Output, *, strict: bool) -> BuildReport:
    """Builds from what is there `now`, and keeps what a next build may go by."""
    from factbook.pipeline import stages

    old_words = _old_words(now.settings, now.past) if now.past else None
    written: list[bytes] = []

    def finished(site: Path) -> None:
        written.append(up_to_date.tree_digest(site))

    with progress(output) as on_progress:
        built = stages.build(
            now.settings,
            lock.target,
            strict=strict,
            on_progress=on_progress,
            with_previous_wording=old_words,
            lock=lock,
            finished=finished,
        )
    report = BuildReport(built.diagnostics, content_summary(built.corpus), lookup_summary(built.evidence))
    if written and not has_errors(built.diagnostics):
        up_to_date.save(now, lock, written[0], report)
    return report


class _NoPast(Exception):
    """The state before corrections cannot be had; the words say why."""


def _commit(settings: Settings, since: str) -> str:
    """The commit that a revision names."""
    from factbook.authoring.diff.git import commit_of

    with _asking_git():
        return commit_of(settings.root, since)


def _old_words(settings: Settings, commit: str) -> Callable[[Corpus], Corpus]:
    """Puts old words into a corpus, as they stood at a commit."""
    from factbook.authoring.diff.git import old_content
    from factbook.authoring.diff.previous_wording import with_previous_wording
    from factbook.pipeline import stages

    with _asking_git(), old_content(settings.root, commit) as folder:
        before, _ = stages.read(replace(settings, root=folder))
    return partial(with_previous_wording, before)


@contextmanager
def _asking_git() -> Iterator[None]:
    from factbook.authoring.diff.git import NoRevision

    try:
        yield
    except NoRevision as error:
        raise _NoPast(str(error)) from error

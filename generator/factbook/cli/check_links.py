"""`factbook links`: are the sources' addresses alive, and where are they archived."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from time import time
from typing import TYPE_CHECKING

import click

from factbook.authoring.links.archived_copy import WAYBACK, archived_copy
from factbook.authoring.links.ask_links import ask_links
from factbook.authoring.links.link_diagnostics import link_diagnostics
from factbook.cli.completion import ids
from factbook.cli.exit_status import EXIT_USAGE, exit_status
from factbook.cli.fact_prompts import unknown
from factbook.cli.options import findings, site
from factbook.cli.session import files, load_settings, user_agent
from factbook.cli.show_progress import progress
from factbook.diagnostics.report import count, show, summary
from factbook.pipeline import stages
from factbook.runtime.http_request import Unanswered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from factbook.authoring.links.ask_links import Asked
    from factbook.content.model import Source
    from factbook.diagnostics.report import Format, Output

_WEEK = timedelta(days=7)
_ASK_FOR_IT = "`factbook links --archive` asks the Wayback Machine for a copy."


@click.command()
@click.option(
    "--source", "wanted", metavar="ID", multiple=True, shell_complete=ids("sources"), help="Only this source."
)
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Ask again whatever was not answered since.  [default: a week ago]",
)
@click.option(
    "--archive",
    is_flag=False,
    flag_value=WAYBACK,
    metavar="[URL]",
    help="Ask the Wayback Machine, or what speaks as it does, for copies of pages that are gone or changed.",
)
@click.option("--private", is_flag=True, help="Ask servers in private networks too.")
@findings
@site
def links(
    folder: Path,
    output: Output,
    format: Format,
    strict: bool,
    wanted: tuple[str, ...],
    since: datetime | None,
    archive: str | None,
    private: bool,
) -> int:
    """Ask each source's address once: is the page there, has it moved, do its quotes still stand there?

    One server is asked one thing at a time, with a pause, and told who asks: the program and the site's address.
    What it answered lately is kept. Nothing is changed.

    \b
    Examples:
      factbook links
      factbook links --archive --format concise
      factbook links --source gazette --since 2026-11-30
    """
    settings = load_settings(folder, output, format)
    corpus, _ = stages.read(settings)
    if words := unknown("source", wanted, corpus.sources):
        output.error(words)
        return EXIT_USAGE
    sources = [source for source in corpus.sources.values() if not wanted or source.id in wanted]
    now, agent = time(), user_agent(settings)
    kept_since = (since or datetime.fromtimestamp(now, UTC) - _WEEK).replace(tzinfo=UTC).timestamp()
    with progress(output) as on_progress:
        asked = ask_links(corpus, sources, agent, kept_since, on_progress, private=private)
        found = link_diagnostics(asked, _archive(agent, archive), now)
    show(found, format, files(folder, format), output)
    output.info(summary(found, _counted(asked, now)))
    return exit_status(found, strict=strict)


def _archive(agent: str, interface: str | None) -> Callable[[Source], str]:
    """What to say of the archived copy of a source."""

    def told(source: Source) -> str:
        if interface is None:
            return _ASK_FOR_IT
        try:
            address = archived_copy(source, agent, interface)
        except Unanswered as reason:
            return f"The archive {reason}."
        return f"Archived: `archive_url: {address}`" if address else "The archive has no copy of it."

    return told


def _counted(asked: Iterable[Asked], now: float) -> str:
    """How many of which state, and how many of the answers are older than this run."""
    states = Counter(one.status.state for one in asked)
    kept = sum(one.when < now for one in asked)
    told = ", ".join(f"{number} {state}" for state, number in states.most_common())
    return f"{count(sum(states.values()), 'address', 'addresses')}{f': {told}' if told else ''}" + (
        f"; {kept} answered lately and not asked again" if kept else ""
    )

"""`factbook snapshot`: takes pages in, records fingerprints of texts, or holds all against their texts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factbook.authoring.capture.read_page import is_address, is_page
from factbook.authoring.diff.fingerprints import CONFIRMED_SUFFIX, confirmation
from factbook.authoring.diff.git import user_name
from factbook.authoring.scaffold.fingerprints import held, names, record, verify
from factbook.cli.exit_status import EXIT_CONTENT, EXIT_OK, EXIT_USAGE
from factbook.cli.options import site
from factbook.cli.session import files, load_settings
from factbook.cli.take_pages import Wishes, report_recorded, take_pages
from factbook.diagnostics.report import count
from factbook.evidence.fingerprints.file_format import Fingerprint
from factbook.evidence.texts.store import Snapshots, Text
from factbook.pipeline import stages
from factbook.runtime.atomic_write import write_atomically
from factbook.runtime.today import today

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.authoring.scaffold.fingerprints import Recorded
    from factbook.config.settings import Settings
    from factbook.diagnostics.report import Output


@click.command()
@click.argument("named", nargs=-1, metavar="[TEXT | PAGE | URL]...", type=click.Path())
@click.option("--all", "every", is_flag=True, help="Take every text at hand.")
@click.option(
    "--verify",
    "check",
    is_flag=True,
    help="Hold fingerprints against their texts; a text that is named is confirmed.",
)
@click.option("--id", metavar="ID", help="Of a page: the id of its source and the name of its text.")
@click.option("--yes", is_flag=True, help="Keep a page's text without asking.")
@click.option("--new-source", is_flag=True, help="Write the source that a page makes without asking.")
@site
def snapshot(
    folder: Path,
    output: Output,
    named: tuple[str, ...],
    every: bool,
    check: bool,
    id: str | None,
    yes: bool,
    new_source: bool,
) -> int:
    """Record a text's fingerprint in content/snapshots, where it is committed in the text's place.

    TEXT is a name in one of the snapshots folders, or the path of a file. With the fingerprint, who does not
    have the text can still check every quote of it.

    PAGE is a web page (HTML) or a PDF, URL the address of one, which is asked once. Its article is shown, without
    menus and teasers, with the source that it makes; at a terminal it is asked whether to keep them. It needs
    `pip install 'factbook[capture]'`.

    \b
    Examples:
      factbook snapshot gazette-2024-05-03.txt
      factbook snapshot https://gazette.example/2024/ships
      factbook snapshot report.pdf --yes --new-source
      factbook snapshot --all
      factbook snapshot --verify
      factbook snapshot --verify gazette-2024-05-03.txt
    """
    settings = load_settings(folder, output)
    if not named and not every and not check:
        output.error("Name a text or a page, or take all with --all, or hold all against their texts with --verify.")
        return EXIT_USAGE
    snapshots = Snapshots(settings.snapshots)
    pages = () if check else tuple(name for name in named if _is_page(name, snapshots))
    if pages:
        status = take_pages(folder, settings, output, pages, Wishes(id, keep=yes, new_source=new_source))
        if status != EXIT_OK or (len(pages) == len(named) and not every):
            return status
    texts = tuple(Path(name) for name in named if name not in pages)
    if check:
        chosen = [text.name for text in texts] or _named(settings)
        done = [verify(name, snapshots) for name in chosen]
        if texts:
            _confirm(done, settings, snapshots)
    else:
        further = map(Path, held(_named(settings), snapshots)) if every else ()
        languages = _languages(settings)
        done = [record(text, settings.snapshots, languages.get(text.name, ())) for text in (*texts, *further)]
    report_recorded(done, files(folder).prefix, output)
    output.info(count(len(done), "text"))
    return EXIT_CONTENT if any(one.failed for one in done) else EXIT_OK


def _is_page(name: str, snapshots: Snapshots) -> bool:
    """Whether it has to be made a text first; what already is one in a snapshots folder is not."""
    return is_address(name) or (is_page(Path(name)) and not isinstance(snapshots.text(Path(name).name), Text))


def _confirm(done: Sequence[Recorded], settings: Settings, snapshots: Snapshots) -> None:
    """Writes, for each text that was named and matches, who has seen that it does, and when."""
    who = user_name(settings.root)
    for one in done:
        fingerprint = snapshots.fingerprint(one.name)
        if one.outcome == "matches" and isinstance(fingerprint, Fingerprint):
            content = confirmation(fingerprint.sha256, who, today().isoformat())
            write_atomically(settings.snapshots[0] / f"{one.name}{CONFIRMED_SUFFIX}", content.encode("utf-8"))


def _languages(settings: Settings) -> dict[str, set[str]]:
    """By name of a text the languages of the sources that it is."""
    corpus, _ = stages.read(settings)
    found: dict[str, set[str]] = {}
    for source in corpus.sources.values():
        found.setdefault(source.file or "", set()).add(source.language)
    return found


def _named(settings: Settings) -> tuple[str, ...]:
    corpus, _ = stages.read(settings)
    return names((source.file for source in corpus.sources.values()), settings.snapshots)

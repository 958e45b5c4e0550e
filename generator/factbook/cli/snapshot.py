"""`factbook snapshot`: records the fingerprints of texts, or holds all of them against their texts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factbook.authoring.diff.fingerprints import CONFIRMED_SUFFIX, confirmation
from factbook.authoring.diff.git import user_name
from factbook.authoring.scaffold.fingerprints import held, names, record, verify
from factbook.cli.exit_status import EXIT_CONTENT, EXIT_OK, EXIT_USAGE
from factbook.cli.options import FOLDER, site
from factbook.cli.session import files, load_settings
from factbook.diagnostics.report import count, visible
from factbook.evidence.checks.dates_in_order import today
from factbook.evidence.fingerprints.file_format import Fingerprint
from factbook.evidence.texts.store import Snapshots
from factbook.pipeline import stages
from factbook.runtime.atomic_write import write_atomically

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.authoring.scaffold.fingerprints import Recorded
    from factbook.config.settings import Settings
    from factbook.diagnostics.report import Output


@click.command()
@click.argument("texts", nargs=-1, metavar="[TEXT]...", type=FOLDER)
@click.option("--all", "every", is_flag=True, help="Take every text at hand.")
@click.option(
    "--verify",
    "check",
    is_flag=True,
    help="Hold fingerprints against their texts; a text that is named is confirmed.",
)
@site
def snapshot(folder: Path, output: Output, texts: tuple[Path, ...], every: bool, check: bool) -> int:
    """Record a text's fingerprint in content/snapshots, where it is committed in the text's place.

    TEXT is a name in one of the snapshots folders, or the path of a file. With the fingerprint, who does not
    have the text can still check every quote of it.

    \b
    Examples:
      factbook snapshot gazette-2024-05-03.txt
      factbook snapshot --all
      factbook snapshot --verify
      factbook snapshot --verify gazette-2024-05-03.txt
    """
    settings = load_settings(folder, output)
    if not texts and not every and not check:
        output.error("Name a text, or take all with --all, or hold all against their texts with --verify.")
        return EXIT_USAGE
    snapshots = Snapshots(settings.snapshots)
    if check:
        chosen = [text.name for text in texts] or _named(settings)
        done = [verify(name, snapshots) for name in chosen]
        if texts:
            _confirm(done, settings, snapshots)
    else:
        further = map(Path, held(_named(settings), snapshots)) if every else ()
        languages = _languages(settings)
        done = [record(text, settings.snapshots, languages.get(text.name, ())) for text in (*texts, *further)]
    _say(done, files(folder).prefix, output)
    return EXIT_CONTENT if any(one.failed for one in done) else EXIT_OK


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


def _say(done: Sequence[Recorded], prefix: str, output: Output) -> None:
    for one in done:
        reason = f" ({one.reason[:1].lower()}{one.reason[1:]})" if one.reason else ""
        place = f" {prefix}content/snapshots/{one.name}.fingerprint and .context" if one.was_put else ""
        output.result(f"{visible(one.name)}: {one.outcome}{visible(place)}{visible(reason)}")
        if one.outside:
            output.info(f"{visible(one.name)} lies in no snapshots folder; checks use its fingerprint alone.")
    output.info(count(len(done), "text"))

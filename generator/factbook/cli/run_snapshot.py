"""`factbook snapshot`: records the fingerprints of texts, or holds all of them against their texts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factbook.authoring.scaffold.fingerprints import held, names, record, verify
from factbook.cli.run_site import CONTENT, FINE, USAGE, files, opened
from factbook.diagnostics.report import count, visible
from factbook.evidence.texts.store import Snapshots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.authoring.scaffold.fingerprints import Recorded
    from factbook.config.settings import Settings
    from factbook.diagnostics.report import Output


def run(folder: Path, output: Output, texts: Sequence[Path] = (), *, every: bool = False, check: bool = False) -> int:
    """Records the fingerprints of `texts`, or of `every` text at hand; with `check` verifies instead."""
    settings = opened(folder, output)
    if settings is None:
        return USAGE
    if not texts and not every and not check:
        output.complain("Name a text, or take all with --all, or hold all against their texts with --verify.")
        return USAGE
    snapshots = Snapshots(settings.snapshots)
    if check:
        chosen = [text.name for text in texts] or _named(settings)
        done = [verify(name, snapshots) for name in chosen]
    else:
        further = map(Path, held(_named(settings), snapshots)) if every else ()
        done = [record(text, settings.snapshots) for text in (*texts, *further)]
    _say(done, files(folder).prefix, output)
    return CONTENT if any(one.failed for one in done) else FINE


def _named(settings: Settings) -> tuple[str, ...]:
    from factbook.pipeline import stages as pipeline

    corpus, _ = pipeline.read(settings)
    return names((source.file for source in corpus.sources.values()), settings.snapshots)


def _say(done: Sequence[Recorded], prefix: str, output: Output) -> None:
    for one in done:
        reason = f" ({one.reason[:1].lower()}{one.reason[1:]})" if one.reason else ""
        place = f" {prefix}content/snapshots/{one.name}.fingerprint" if one.was_put else ""
        output.result(f"{visible(one.name)}: {one.outcome}{visible(place)}{visible(reason)}")
        if one.outside:
            output.note(f"{visible(one.name)} lies in no snapshots folder; checks use its fingerprint alone.")
    output.note(count(len(done), "text"))

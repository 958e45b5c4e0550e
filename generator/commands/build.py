"""`factbook build`: everything checked, then the site written; with an error nothing is written."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from generator.commands.check import extent, lookup
from generator.commands.site import FINE, USAGE, files, opened, status
from generator.comparison.remembered import remembered
from generator.comparison.revision import NoRevision, old_content
from generator.report import progress, show, summary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.model import Corpus
    from generator.report import Format, Output
    from generator.settings import Settings


def run(
    folder: Path,
    output: Output,
    format: Format = "full",
    *,
    strict: bool = False,
    target: Path | None = None,
    since: str | None = None,
) -> int:
    """Builds the site in `folder` into `target` (its own `site` by default) and gives the exit status.

    Corrections since the git revision `since` show the words that stood there before.
    """
    settings = opened(folder, output, format)
    if settings is None:
        return USAGE
    from generator import pipeline

    target = target or settings.output
    try:
        recall = _recall(settings, since) if since else None
    except NoRevision as error:
        output.complain(f"There is no earlier state to take old words from: {error}.")
        return USAGE
    with progress(output) as tell:
        built = pipeline.build(settings, target, strict=strict, tell=tell, recall=recall)
    show(built.diagnostics, format, files(folder, format), output)
    outcome = status(built.diagnostics, strict=strict)
    output.detail(lookup(built.evidence))
    written = f"{extent(built.corpus)} are in {os.path.relpath(target)}{os.sep}"
    output.note(summary(built.diagnostics, written if outcome == FINE else "nothing was written"))
    return outcome


def _recall(settings: Settings, since: str) -> Callable[[Corpus], Corpus]:
    """Puts old words into a corpus, as they stood at a git revision. Raises `NoRevision`."""
    from generator import pipeline

    with old_content(settings.root, since) as folder:
        before, _ = pipeline.read(replace(settings, root=folder))
    return partial(remembered, before)

"""`factbook build`: everything checked, then the site written; with an error nothing is written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from generator.commands.check import extent, lookup
from generator.commands.site import FINE, USAGE, files, opened, status
from generator.report import progress, show, summary

if TYPE_CHECKING:
    from pathlib import Path

    from generator.report import Format, Output


def run(
    folder: Path,
    output: Output,
    format: Format = "full",
    *,
    strict: bool = False,
    target: Path | None = None,
) -> int:
    """Builds the site in `folder` into `target` (its own `site` by default) and gives the exit status."""
    settings = opened(folder, output, format)
    if settings is None:
        return USAGE
    from generator import pipeline

    target = target or settings.output
    with progress(output) as tell:
        built = pipeline.build(settings, target, strict=strict, tell=tell)
    show(built.diagnostics, format, files(folder, format), output)
    outcome = status(built.diagnostics, strict=strict)
    output.detail(lookup(built.evidence))
    written = f"{extent(built.corpus)} are in {os.path.relpath(target)}{os.sep}"
    output.note(summary(built.diagnostics, written if outcome == FINE else "nothing was written"))
    return outcome

"""`factbook diff REV`: what changed since a git revision, and what the change still owes its readers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from factbook.authoring.diff import compare
from factbook.authoring.diff.git import NoRevision, old_content
from factbook.authoring.diff.obligations import demands
from factbook.cli.progress import progress
from factbook.cli.run_site import CONTENT, FINE, USAGE, files, opened
from factbook.diagnostics.report import count, show
from factbook.diagnostics.types import has_errors

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.authoring.diff import Comparison
    from factbook.config.settings import Settings
    from factbook.diagnostics.report import Output
    from factbook.diagnostics.types import Diagnostic

Format = Literal["text", "markdown", "json"]


def run(folder: Path, output: Output, revision: str, format: Format = "text") -> int:
    """Compares the site in `folder` with its state at `revision`; fails when a note or a fact is missing."""
    settings = opened(folder, output)
    if settings is None:
        return USAGE
    from factbook.pipeline import stages as pipeline

    try:
        with progress(output) as tell, old_content(folder, revision) as old_folder:
            tell("Comparing")
            before, old_problems = pipeline.read(replace(settings, root=old_folder))
            after, problems = pipeline.read(settings)
    except NoRevision as error:
        output.complain(f"There is nothing to compare with: {error}.")
        return USAGE
    _warn(output, revision, old_problems, problems)
    comparison = compare(before, after, settings.languages[0])
    owed = demands(comparison, after.redirects, revision)
    _show(comparison, owed, revision, format, settings, output)
    return CONTENT if has_errors((*owed, *problems)) else FINE


def _warn(output: Output, revision: str, old: tuple[Diagnostic, ...], new: tuple[Diagnostic, ...]) -> None:
    """Says when something could not be read, and is therefore missing from the comparison."""
    for problems, where in ((old, f"at {revision}"), (new, "now")):
        errors = sum(problem.is_error for problem in problems)
        if errors:
            output.complain(
                f"The content {where} has {count(errors, 'error')}; what cannot be read is left out here."
            )


def _show(
    comparison: Comparison,
    owed: tuple[Diagnostic, ...],
    revision: str,
    format: Format,
    settings: Settings,
    output: Output,
) -> None:
    language, site = settings.languages[0], files(settings.root)
    if format == "json":
        from factbook.authoring.diff.report_json import changes_json

        output.result(changes_json(comparison, owed, revision, language, site.prefix))
    elif format == "markdown":
        from factbook.authoring.diff.report_markdown import as_markdown

        output.result(as_markdown(comparison, owed, revision, language))
    else:
        from factbook.authoring.diff.report import Changes

        output.result(Changes(comparison, revision, language, output.paint, site.prefix).text())
        output.result("")
        show(owed, "full", site, output)

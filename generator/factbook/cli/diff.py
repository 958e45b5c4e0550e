"""`factbook diff REV`: what changed since a git revision, and what the change still owes its readers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, get_args

import click

from factbook.authoring.diff import compare
from factbook.authoring.diff.fingerprints import fingerprint_changes
from factbook.authoring.diff.git import NoRevision, old_content
from factbook.authoring.diff.obligations import obligations
from factbook.cli.exit_status import EXIT_CONTENT, EXIT_OK, EXIT_USAGE
from factbook.cli.options import site
from factbook.cli.session import files, load_settings
from factbook.cli.show_progress import progress
from factbook.content.link.drafts import published
from factbook.diagnostics.report import count, show
from factbook.diagnostics.types import has_errors
from factbook.pipeline import stages

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.authoring.diff import Comparison
    from factbook.config.settings import Settings
    from factbook.diagnostics.report import Output
    from factbook.diagnostics.types import Diagnostic

Format = Literal["text", "markdown", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)
_FORMATS_HELP = "For people, for the summary of a job or a comment, for programs."


@click.command()
@click.argument("revision", metavar="REV")
@click.option("--format", type=click.Choice(FORMATS), default="text", show_default=True, help=_FORMATS_HELP)
@site
def diff(folder: Path, output: Output, revision: str, format: Format) -> int:
    """What changed since a git revision, for reviewers and for the change log.

    New and changed fingerprints of texts are the contributor's own evidence, and listed; one that changed under
    published facts has to be confirmed with `factbook snapshot --verify TEXT` by somebody who has the text.
    A published fact whose statement, date, figure, speakers or citations changed needs a `revised` note, and
    facts are retracted, not deleted: where one is missing, the exit status is 1.

    \b
    Examples:
      factbook diff main
      factbook diff HEAD~1 --format markdown >> "$GITHUB_STEP_SUMMARY"
    """
    settings = load_settings(folder, output)
    try:
        with progress(output) as on_progress, old_content(folder, revision) as old_folder:
            on_progress("Comparing")
            before, old_problems = stages.read(replace(settings, root=old_folder))
            after, problems = stages.read(settings)
            first = settings.languages[0]
            said = published(before, first)[0]
            prints = fingerprint_changes(old_folder, settings.root, said)
    except NoRevision as error:
        output.error(f"There is nothing to compare with: {error}.")
        return EXIT_USAGE
    _warn(output, revision, old_problems, problems)
    comparison = compare(said, published(after, first)[0], first, prints)
    owed = obligations(comparison, after.redirects, revision)
    _show(comparison, owed, revision, format, settings, output)
    return EXIT_CONTENT if has_errors((*owed, *problems)) else EXIT_OK


def _warn(output: Output, revision: str, old: tuple[Diagnostic, ...], new: tuple[Diagnostic, ...]) -> None:
    """Says when something could not be read, and is therefore missing from the comparison."""
    for problems, where in ((old, f"at {revision}"), (new, "now")):
        errors = sum(problem.is_error for problem in problems)
        if errors:
            output.error(f"The content {where} has {count(errors, 'error')}; what cannot be read is left out here.")


def _show(
    comparison: Comparison,
    owed: tuple[Diagnostic, ...],
    revision: str,
    format: Format,
    settings: Settings,
    output: Output,
) -> None:
    language, seen = settings.languages[0], files(settings.root)
    if format == "json":
        from factbook.authoring.diff.report_json import changes_json

        output.text(changes_json(comparison, owed, revision, language, seen.prefix))
    elif format == "markdown":
        from factbook.authoring.diff.report_markdown import as_markdown

        output.text(as_markdown(comparison, owed, revision, language))
    else:
        from factbook.authoring.diff.report_text import Changes

        output.text(Changes(comparison, revision, language, output.paint, seen.prefix).text())
        output.result("")
        show(owed, "full", seen, output)

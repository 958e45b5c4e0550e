"""Command line: diff and explain, for reviewers and for who is puzzled by a message."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from factbook.cli.completion import codes
from factbook.cli.options import site, talk
from factbook.diagnostics.report import Output

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.cli.run_diff import Format


_FORMATS = ("text", "markdown", "json")
_FORMATS_HELP = "For people, for the summary of a job or a comment, for programs."


@click.command(short_help="What changed since a git revision.")
@click.argument("revision", metavar="REV")
@click.option("--format", type=click.Choice(_FORMATS), default="text", show_default=True, help=_FORMATS_HELP)
@site
@click.pass_context
def diff(ctx: click.Context, revision: str, format: str, folder: Path, quiet: bool, verbose: bool) -> None:
    """What changed since a git revision, for reviewers and for the change log.

    A published fact whose statement, date, figure, speakers or citations changed needs a `revised` note, and
    facts are retracted, not deleted: where one is missing, the exit status is 1.

    \b
    Examples:
      factbook diff main
      factbook diff HEAD~1 --format markdown >> "$GITHUB_STEP_SUMMARY"
    """
    from factbook.cli import run_diff as diff

    ctx.exit(diff.run(folder, Output(quiet, verbose), revision, cast("Format", format)))


@click.command(short_help="What a diagnostic means, and what to do.")
@click.argument("code", required=False, shell_complete=codes)
@talk
@click.pass_context
def explain(ctx: click.Context, code: str | None, quiet: bool, verbose: bool) -> None:
    """What a diagnostic means: a wrong example, a right one, and why it matters. Without CODE: the list.

    \b
    Example:
      factbook explain quote-not-found
    """
    from factbook.cli import run_explain as explain

    ctx.exit(explain.run(Output(quiet, verbose), code))

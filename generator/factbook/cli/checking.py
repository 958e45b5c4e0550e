"""Command line: check, build, serve."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from factbook.cli.options import FOLDER, findings, site
from factbook.diagnostics.report import Output

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.diagnostics.report import Format


@click.command(short_help="Check everything, then write the site.")
@site
@findings
@click.option("--output", "target", metavar="DIR", type=FOLDER, help="Where to write.  [default: site]")
@click.option("--since", metavar="REV", help="Show old words beside corrections made since this git revision.")
@click.option("--fresh", is_flag=True, help="Build the site again even when nothing has changed.")
@click.pass_context
def build(
    ctx: click.Context,
    folder: Path,
    format: str,
    strict: bool,
    target: Path | None,
    since: str | None,
    fresh: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Check everything, then write the site; when there is an error, nothing is written.

    \b
    Examples:
      factbook build
      factbook build --site ../other-site --strict
    """
    from factbook.cli import run_build as build

    output = Output(quiet, verbose)
    shape = cast("Format", format)
    ctx.exit(build.run(folder, output, shape, strict=strict, target=target, since=since, fresh=fresh))


@click.command(short_help="Check everything, write nothing.")
@site
@findings
@click.pass_context
def check(ctx: click.Context, folder: Path, format: str, strict: bool, quiet: bool, verbose: bool) -> None:
    """Check everything, write nothing: for a commit hook, for CI, and between two sentences.

    \b
    Examples:
      factbook check
      factbook check --format concise
      factbook check --format json > problems.json
    """
    from factbook.cli import run_check as check

    ctx.exit(check.run(folder, Output(quiet, verbose), cast("Format", format), strict=strict))


@click.command(short_help="The site while you write.")
@site
@click.option("--address", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Where to listen.")
@click.pass_context
def serve(ctx: click.Context, folder: Path, address: str, port: int, quiet: bool, verbose: bool) -> None:
    """Show the site while you write: an edit is on the open page when it is saved, and so is an error.

    Only this computer sees it, and nothing is written.

    \b
    Example:
      factbook serve --port 8001
    """
    from factbook.cli import run_serve as serve

    ctx.exit(serve.run(folder, Output(quiet, verbose), address, port))

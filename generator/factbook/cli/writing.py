"""Command line: init, fmt and schema, which write files for contributors."""

from __future__ import annotations

from pathlib import Path

import click

from factbook.cli.options import FOLDER, site, talk
from factbook.diagnostics.report import Output


@click.command(short_help="Put the content's files into canonical form.")
@click.argument("files", nargs=-1, type=FOLDER)
@click.option("--check", is_flag=True, help="Write nothing; fail when a file is not in form.")
@site
@click.pass_context
def fmt(ctx: click.Context, files: tuple[Path, ...], check: bool, folder: Path, quiet: bool, verbose: bool) -> None:
    """Put content files into canonical form: keys in order, long texts folded, two spaces a level.

    Values, comments and quotation marks stay. Without FILES: all files of the content.

    \b
    Examples:
      factbook fmt
      factbook fmt --check content/facts/ships.yml
    """
    from factbook.cli import run_fmt as fmt

    ctx.exit(fmt.run(folder, Output(quiet, verbose), files, check=check))


@click.command(short_help="A new site in an empty folder.")
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--name", default="My fact base", show_default=True, help="What the site is called.")
@talk
@click.pass_context
def init(ctx: click.Context, folder: Path, name: str, quiet: bool, verbose: bool) -> None:
    """Write a new site into DIR, a new or empty folder: one example of each kind, which builds at once.

    \b
    Example:
      factbook init my-site --name "Harbour watch"
      factbook build --site my-site
    """
    from factbook.cli import run_init as init

    ctx.exit(init.run(folder, Output(quiet, verbose), name))


@click.command(short_help="JSON Schemas for editors.")
@click.argument("kind", required=False)
@click.option("--write", "target", metavar="DIR", type=FOLDER, help="Write all of them into this folder.")
@click.option("--forms", metavar="DIR", type=FOLDER, help="Write the forms of GitHub's issues into this folder.")
@click.option("--templates", metavar="DIR", type=FOLDER, help="Write those of GitLab's issues into this folder.")
@talk
@click.pass_context
def schema(
    ctx: click.Context,
    kind: str | None,
    target: Path | None,
    forms: Path | None,
    templates: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """JSON Schemas of the content's files, with which an editor completes and explains each field.

    KIND is source, actor, topic, series, fact, briefing or config: its schema is printed. With --write all
    are written, ready for the YAML extension of VS Code and any other yaml-language-server.

    \b
    Examples:
      factbook schema fact
      factbook schema --write schemas
      factbook schema --forms .github/ISSUE_TEMPLATE
      factbook schema --templates .gitlab/issue_templates
    """
    from factbook.cli import run_schema as schema

    ctx.exit(schema.run(Output(quiet, verbose), kind, target, forms, templates))


@click.command(short_help="Take a filled issue form into the content.")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--event", is_flag=True, help="FILE is the JSON by which GitHub tells a workflow of an issue.")
@site
@click.pass_context
def form(ctx: click.Context, file: Path, event: bool, folder: Path, quiet: bool, verbose: bool) -> None:
    """Turn an issue that was written with one of the forms into a file of content, and check it.

    FILE holds the issue's text; `-` reads it from standard input. The text is data only: ids and file names are
    made here. A proposed fact or source is written; of a reported mistake it is said where the fact stands.

    \b
    Examples:
      gh issue view 12 --json body --jq .body | factbook form -
      factbook form --event "$GITHUB_EVENT_PATH"
    """
    from factbook.cli import run_form as form

    ctx.exit(form.run(folder, Output(quiet, verbose), file, event=event))

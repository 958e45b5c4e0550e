"""Command line: export and import, which carry the content out and in."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from factbook.cli.options import FOLDER, site
from factbook.diagnostics.report import FORMATS, Output

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.cli.run_export import Format
    from factbook.diagnostics.report import Format as Shown

_KINDS = ("json", "csv", "jsonld", "bibtex", "csl", "markdown", "zip", "pdf")


@click.command(short_help="Write JSON, CSV, JSON-LD, BibTeX, CSL, Markdown, a ZIP or a PDF.")
@click.argument("kind", metavar="FORMAT", type=click.Choice(_KINDS))
@click.argument("target", metavar="[TARGET]", type=FOLDER, required=False)
@click.option(
    "--page", "pages", metavar="PATH", multiple=True, help="pdf: print this page (topics/ID); may be repeated."
)
@click.option("--language", metavar="CODE", help="pdf: the language to print.  [default: the site's first]")
@site
@click.pass_context
def export(
    ctx: click.Context,
    kind: str,
    target: Path | None,
    pages: tuple[str, ...],
    language: str | None,
    folder: Path,
    quiet: bool,
    verbose: bool,
) -> None:
    """Write the checked content in another form, without building the site.

    FORMAT is json (a folder of files with their JSON Schemas), csv, jsonld, bibtex or csl (one file; without
    TARGET it goes to standard output), markdown (a folder that MkDocs with Material, or Zensical, builds as it
    stands), zip (the whole site in one file, to be read from a folder without a server), or pdf (the whole
    briefing, or the pages that --page names; needs Chromium and `pip install 'factbook[pdf]'`).

    \b
    Examples:
      factbook export json data
      factbook export csv facts.csv
      factbook export markdown way-out
      factbook export zip briefing.zip
      factbook export bibtex > sources.bib
      factbook export pdf flood.pdf --page topics/flood
    """
    if kind == "pdf":
        from factbook.cli import run_export_pdf as export_pdf

        ctx.exit(export_pdf.run(folder, Output(quiet, verbose), target, pages, language))
    if pages or language:
        raise click.UsageError("--page and --language go with pdf alone.")
    from factbook.cli import run_export as export

    ctx.exit(export.run(folder, Output(quiet, verbose), cast("Format", kind), target))


@click.command("import", short_help="Take a table or a JSON export into the content.")
@click.argument("paths", metavar="FILE...", type=FOLDER, nargs=-1, required=True)
@click.option("--into", metavar="FILE", help="File of the content for new facts.  [default: that of their topic]")
@click.option("--check", "dry", is_flag=True, help="Say what is wrong and write nothing.")
@click.option("--format", type=click.Choice(FORMATS), default="full", show_default=True, help="How to show problems.")
@site
@click.pass_context
def import_(
    ctx: click.Context,
    paths: tuple[Path, ...],
    into: str | None,
    dry: bool,
    format: str,
    folder: Path,
    quiet: bool,
    verbose: bool,
) -> None:
    """Take what CSV tables and JSON files hold into the content, in the form in which `export` writes them.

    Everything is checked first as if it stood in the content already, with row and column in each message;
    when anything is wrong, nothing is written. What the content has already is passed over.

    \b
    Examples:
      factbook import claims.csv --check
      factbook import claims.csv --into content/facts/harbour.yml
      factbook import data/*.json --site another-site
    """
    from factbook.cli import run_import_ as import_

    shown = cast("Shown", format)
    ctx.exit(import_.run(folder, Output(quiet, verbose), paths, shown, into=into, dry=dry))

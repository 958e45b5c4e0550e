"""`factbook init DIR`: a new site in an empty folder, which builds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factbook.authoring.scaffold.example_site import NotEmpty, write_site
from factbook.authoring.scaffold.requirements import own_hash
from factbook.cli.exit_status import EXIT_OK, EXIT_USAGE
from factbook.cli.options import FOLDER, talk
from factbook.cli.schema import write_forms, write_schemas, write_templates
from factbook.diagnostics.report import count, visible

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.diagnostics.report import Output


@click.command()
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--name", default="My fact base", show_default=True, help="What the site is called.")
@talk
def init(folder: Path, output: Output, name: str) -> int:
    """Write a new site into DIR, a new or empty folder: one example of each kind, which builds at once.

    \b
    Example:
      factbook init my-site --name "Harbour watch"
      factbook build --site my-site
    """
    try:
        written = write_site(folder, name)
    except NotEmpty:
        output.error(f"{visible(str(folder))} is not an empty folder, and nothing in it was touched.")
        return EXIT_USAGE
    write_schemas(folder / "schemas")
    write_forms(folder / ".github" / "ISSUE_TEMPLATE")
    write_templates(folder / ".gitlab" / "issue_templates")
    for path in written:
        output.debug(path)
    files = count(len(written), "file")
    output.result(f"A new site stands in {visible(str(folder))}: {files}, schemas for editors and issue forms.")
    if own_hash() is None:
        output.info("requirements/factbook.txt waits for the hash of Factbook's file; it says how to fill it in.")
    output.info(f"Next: factbook serve --site {visible(str(folder))}")
    return EXIT_OK

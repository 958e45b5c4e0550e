"""`factbook init DIR`: a new site in an empty folder, which builds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.authoring.scaffold.example_site import NotEmpty, write_site
from factbook.authoring.scaffold.requirements import own_hash
from factbook.cli import run_schema as schema
from factbook.cli.run_site import FINE, USAGE
from factbook.diagnostics.report import count, visible

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.diagnostics.report import Output


def run(target: Path, output: Output, name: str) -> int:
    """Writes a new site called `name` into the folder `target`."""
    try:
        written = write_site(target, name)
    except NotEmpty:
        output.complain(f"{visible(str(target))} is not an empty folder, and nothing in it was touched.")
        return USAGE
    schema.write(target / "schemas")
    schema.write_forms(target / ".github" / "ISSUE_TEMPLATE")
    schema.write_templates(target / ".gitlab" / "issue_templates")
    for path in written:
        output.detail(path)
    files = count(len(written), "file")
    output.result(f"A new site stands in {visible(str(target))}: {files}, schemas for editors and issue forms.")
    if own_hash() is None:
        output.note("requirements/factbook.txt waits for the hash of Factbook's file; it says how to fill it in.")
    output.note(f"Next: factbook serve --site {visible(str(target))}")
    return FINE

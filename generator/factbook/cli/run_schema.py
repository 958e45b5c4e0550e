"""`factbook schema`: the JSON Schemas of the content, for editors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factbook.authoring.format.files import put
from factbook.cli.run_site import FINE, USAGE
from factbook.content.schema import json_schema as schema
from factbook.diagnostics.suggest import near

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.diagnostics.report import Output


def run(
    output: Output,
    kind: str | None = None,
    target: Path | None = None,
    forms: Path | None = None,
    templates: Path | None = None,
) -> int:
    """Prints the schema of `kind`, or lists them; writes all into `target`, or the forms for issues into a folder.

    `forms` is such a folder of GitHub's, `templates` one of GitLab's.
    """
    if forms is not None or templates is not None:
        written = (*(write_forms(forms) if forms else ()), *(write_templates(templates) if templates else ()))
        output.result("\n".join(map(str, written)))
        return FINE
    if target is not None:
        write(target)
        output.result("\n".join(f"{target / name}.schema.json  {schema.files(name)}" for name in schema.NAMES))
        return FINE
    if kind is None:
        output.result("\n".join(f"{name:<9} {schema.files(name)}" for name in schema.NAMES))
        return FINE
    if kind not in schema.NAMES:
        close = near(kind, schema.NAMES)
        advice = f"Did you mean {close[0]}?" if close else f"There are {', '.join(schema.NAMES)}."
        output.complain(f"There is no schema of {kind}. {advice}")
        return USAGE
    output.result(text(kind).rstrip("\n"))
    return FINE


def write(target: Path) -> None:
    """Writes every schema into the folder `target`."""
    target.mkdir(parents=True, exist_ok=True)
    for name in schema.NAMES:
        put(target / f"{name}.schema.json", text(name))


def write_forms(target: Path) -> tuple[Path, ...]:
    """Writes the forms for GitHub's issues into the folder `target`; gives the files."""
    from factbook.authoring.scaffold.issue_forms import NAMES, as_template, form

    target.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        put(target / f"{name}.yml", as_template(form(name)))
    return tuple(target / f"{name}.yml" for name in NAMES)


def write_templates(target: Path) -> tuple[Path, ...]:
    """Writes the same questions as descriptions for GitLab's issues into the folder `target`; gives the files."""
    from factbook.authoring.scaffold.issue_forms import NAMES, as_description, form

    target.mkdir(parents=True, exist_ok=True)
    written = {target / f"{form(name).title}.md": as_description(form(name)) for name in NAMES}
    for path, description in written.items():
        put(path, description)
    return tuple(written)


def text(name: str) -> str:
    """The schema as a file's text."""
    return json.dumps(schema.schema(name), indent=2, ensure_ascii=False) + "\n"

"""`factbook schema`: the JSON Schemas of the content, for editors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from factbook.cli.exit_status import EXIT_OK, EXIT_USAGE
from factbook.cli.options import FOLDER, talk
from factbook.content.schema import json_schema
from factbook.diagnostics.suggest import did_you_mean
from factbook.runtime.atomic_write import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.diagnostics.report import Output


@click.command()
@click.argument("kind", required=False)
@click.option("--write", "target", metavar="DIR", type=FOLDER, help="Write all of them into this folder.")
@click.option("--forms", metavar="DIR", type=FOLDER, help="Write the forms of GitHub's issues into this folder.")
@click.option("--templates", metavar="DIR", type=FOLDER, help="Write those of GitLab's issues into this folder.")
@talk
def schema(output: Output, kind: str | None, target: Path | None, forms: Path | None, templates: Path | None) -> int:
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
    if forms is not None or templates is not None:
        written = (*(write_forms(forms) if forms else ()), *(write_templates(templates) if templates else ()))
        for path in written:
            output.result(str(path))
        return EXIT_OK
    if target is not None:
        write_schemas(target)
        for name in json_schema.NAMES:
            output.result(f"{target / name}.schema.json  {json_schema.files(name)}")
        return EXIT_OK
    if kind is None:
        output.text("\n".join(f"{name:<9} {json_schema.files(name)}" for name in json_schema.NAMES))
        return EXIT_OK
    if kind not in json_schema.NAMES:
        close = did_you_mean(kind, json_schema.NAMES)
        advice = f"Did you mean {close[0]}?" if close else f"There are {', '.join(json_schema.NAMES)}."
        output.error(f"There is no schema of {kind}. {advice}")
        return EXIT_USAGE
    output.text(schema_text(kind).rstrip("\n"))
    return EXIT_OK


def write_schemas(target: Path) -> None:
    """Writes every schema into the folder `target`."""
    target.mkdir(parents=True, exist_ok=True)
    for name in json_schema.NAMES:
        write_atomically(target / f"{name}.schema.json", schema_text(name).encode("utf-8"))


def write_forms(target: Path) -> tuple[Path, ...]:
    """Writes the forms for GitHub's issues into the folder `target`; gives the files."""
    from factbook.authoring.scaffold.issue_forms import NAMES, as_template, form

    target.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        write_atomically(target / f"{name}.yml", as_template(form(name)).encode("utf-8"))
    return tuple(target / f"{name}.yml" for name in NAMES)


def write_templates(target: Path) -> tuple[Path, ...]:
    """Writes the same questions as descriptions for GitLab's issues into the folder `target`; gives the files."""
    from factbook.authoring.scaffold.issue_forms import NAMES, as_description, form

    target.mkdir(parents=True, exist_ok=True)
    written = {target / f"{form(name).title}.md": as_description(form(name)) for name in NAMES}
    for path, description in written.items():
        write_atomically(path, description.encode("utf-8"))
    return tuple(written)


def schema_text(name: str) -> str:
    """The schema as a file's text."""
    return json.dumps(json_schema.schema(name), indent=2, ensure_ascii=False) + "\n"

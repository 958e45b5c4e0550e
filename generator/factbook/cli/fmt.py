"""`factbook fmt`: content files in their canonical form; with `--check` it only says which are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factbook.authoring.format.formatter import canonical
from factbook.cli import session
from factbook.cli.exit_status import EXIT_CONTENT, EXIT_OK, EXIT_USAGE
from factbook.cli.options import FOLDER, site
from factbook.cli.session import inside, load_settings
from factbook.content import yaml
from factbook.content.content_files import files_in_place, kind_at
from factbook.content.schema import kind
from factbook.diagnostics.report import count, show
from factbook.runtime.site_path import read_below, write_below

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factbook.content.model import Kind
    from factbook.diagnostics.report import Output
    from factbook.diagnostics.types import Diagnostic


@click.command()
@click.argument("files", nargs=-1, type=FOLDER)
@click.option("--check", is_flag=True, help="Write nothing; fail when a file is not in form.")
@site
def fmt(folder: Path, output: Output, files: tuple[Path, ...], check: bool) -> int:
    """Put content files into canonical form: keys in order, long texts folded, two spaces a level.

    Values, comments and quotation marks stay. Without FILES: all files of the content.

    \b
    Examples:
      factbook fmt
      factbook fmt --check content/facts/ships.yml
    """
    load_settings(folder, output)
    chosen = _chosen(folder, files, output) if files else tuple(files_in_place(folder))
    if chosen is None:
        return EXIT_USAGE
    changed: list[str] = []
    problems: list[Diagnostic] = []
    for path, of in chosen:
        data = read_below(folder, path, yaml.MAX_BYTES)
        text, wrong = canonical(data, path, kind(of))
        problems += wrong
        if text is not None and text.encode("utf-8") != data:
            changed.append(path)
            if not check:
                write_below(folder, path, text.encode("utf-8"))
    seen = session.files(folder)
    for path in changed:
        output.result(f"{'not in form' if check else 'rewritten'}: {seen.prefix}{path}")
    show(problems, "full", seen, output)
    output.info(f"{count(len(chosen), 'file')}, {len(changed)} {'to be rewritten' if check else 'rewritten'}")
    return EXIT_CONTENT if problems or (check and changed) else EXIT_OK


def _chosen(folder: Path, paths: Sequence[Path], output: Output) -> tuple[tuple[str, Kind], ...] | None:
    """The named files with their kinds; None when one is no file of the content, which has then been said."""
    chosen: list[tuple[str, Kind]] = []
    for path in paths:
        place = inside(folder, path)
        of = kind_at(place) if place else None
        if place is None or of is None or not (folder / place).is_file():
            output.error(f"{path} is not a file of this site's content that could be put into form.")
            return None
        chosen.append((place, of))
    return tuple(chosen)

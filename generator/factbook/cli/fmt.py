"""`factbook fmt`: content files in their canonical form, and facts in files of their own or in lists."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from factbook.authoring.format.fact_files import Refused, join, split
from factbook.authoring.format.formatter import canonical
from factbook.cli import session
from factbook.cli.exit_status import EXIT_CONTENT, EXIT_OK, EXIT_USAGE
from factbook.cli.options import FOLDER, site
from factbook.cli.session import inside, load_settings
from factbook.content import yaml
from factbook.content.content_files import files_in_place, kind_at
from factbook.content.schema import kind
from factbook.diagnostics.report import count, show
from factbook.runtime.replace_files import replace_files
from factbook.runtime.site_path import read_below, write_below

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from factbook.authoring.format.fact_files import Move
    from factbook.content.model import Kind
    from factbook.diagnostics.report import Output
    from factbook.diagnostics.types import Diagnostic


@click.command()
@click.argument("files", nargs=-1, type=FOLDER)
@click.option("--check", is_flag=True, help="Write nothing; fail when a file would be written.")
@click.option("--split", "move", flag_value="split", help="Give each fact of a list a file of its own.")
@click.option("--join", "move", flag_value="join", help="Put facts with files of their own into their topic's list.")
@site
def fmt(folder: Path, output: Output, files: tuple[Path, ...], check: bool, move: str | None) -> int:
    """Put content files into canonical form: keys in order, long texts folded, two spaces a level.

    Values, comments and quotation marks stay. Without FILES: all files of the content. --split and --join move facts
    between content/facts/TOPIC/ID.yml and the list content/facts/TOPIC.yml: all of them or, where a file with
    something else stands in the way, none.

    \b
    Examples:
      factbook fmt
      factbook fmt --check content/facts/ships.yml
      factbook fmt --split content/facts/ships.yml
    """
    load_settings(folder, output)
    chosen = _chosen(folder, files, output) if files else tuple(files_in_place(folder))
    if chosen is None:
        return EXIT_USAGE
    if move:
        facts = [path for path, of in chosen if of == "fact"]
        return _move(folder, output, facts, split if move == "split" else join, check=check)
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


def _move(folder: Path, output: Output, paths: list[str], way: Callable[..., Move], *, check: bool) -> int:
    def present(path: str) -> bytes | None:
        return read_below(folder, path, yaml.MAX_BYTES) if os.path.lexists(folder / path) else None

    try:
        move = way({path: read_below(folder, path, yaml.MAX_BYTES) for path in paths}, present)
    except Refused as reason:
        output.error(f"Nothing was written: {reason}.")
        return EXIT_CONTENT
    if not check:
        replace_files(folder, move.writes, move.removes, yaml.MAX_BYTES)
    prefix = session.files(folder).prefix
    for path in sorted(move.writes):
        output.result(f"{'to be written' if check else 'written'}: {prefix}{path}")
    for path in sorted(move.removes):
        output.result(f"{'to be removed' if check else 'removed'}: {prefix}{path}")
    output.info(f"{count(len(paths), 'file')} of facts, {len(move.writes)} {'to be written' if check else 'written'}")
    return EXIT_CONTENT if check and move.writes else EXIT_OK


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

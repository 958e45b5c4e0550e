"""Command line: find and snapshot, which read the sources' texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factbook.cli.completion import ids
from factbook.cli.options import FOLDER, site
from factbook.diagnostics.report import Output

if TYPE_CHECKING:
    from pathlib import Path


@click.command(short_help="Find words in the texts; prints a ready citation.")
@click.argument("words", nargs=-1, required=True)
@click.option("--source", metavar="ID", shell_complete=ids("sources"), help="Look only in this source's text.")
@site
@click.pass_context
def find(
    ctx: click.Context, words: tuple[str, ...], source: str | None, folder: Path, quiet: bool, verbose: bool
) -> None:
    """Find words in the texts at hand, and print a citation that leads to exactly that place.

    White space, kinds of quotation mark and dashes do not matter; `[…]` skips words. When the very words
    stand nowhere, the closest ones are shown and the exit status is 1.

    \b
    Examples:
      factbook find 11,000 North Korean troops
      factbook find --source gazette "two ships […] at night"
    """
    from factbook.cli import run_find as find

    ctx.exit(find.run(folder, Output(quiet, verbose), " ".join(words), source))


@click.command(short_help="Record a text's fingerprint; verify all.")
@click.argument("texts", nargs=-1, metavar="[TEXT]...", type=FOLDER)
@click.option("--all", "every", is_flag=True, help="Take every text at hand.")
@click.option("--verify", "check", is_flag=True, help="Hold fingerprints against their texts; write nothing.")
@site
@click.pass_context
def snapshot(
    ctx: click.Context,
    texts: tuple[Path, ...],
    every: bool,
    check: bool,
    folder: Path,
    quiet: bool,
    verbose: bool,
) -> None:
    """Record a text's fingerprint in content/snapshots, where it is committed in the text's place.

    TEXT is a name in one of the snapshots folders, or the path of a file. With the fingerprint, who does not
    have the text can still check every quote of it.

    \b
    Examples:
      factbook snapshot gazette-2024-05-03.txt
      factbook snapshot --all
      factbook snapshot --verify
    """
    from factbook.cli import run_snapshot as snapshot

    ctx.exit(snapshot.run(folder, Output(quiet, verbose), texts, every=every, check=check))

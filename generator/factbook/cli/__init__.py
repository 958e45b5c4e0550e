"""The command line: one file a command, with its options and what it does; the only room that knows click."""

from __future__ import annotations

from shutil import get_terminal_size

import click

from factbook import __version__
from factbook.cli.group import LazyGroup
from factbook.runtime import surroundings

_COLUMNS = get_terminal_size().columns - 2
_SETTINGS = {
    "help_option_names": ["-h", "--help"],
    "max_content_width": 100,
    # click writes help no narrower than 50 columns: on a telephone's terminal every row of it would break in two.
    "terminal_width": max(_COLUMNS, 30) if _COLUMNS < 50 else None,
}
_COMMANDS = {
    "build": ("build", "Check everything, then write the site."),
    "check": ("check", "Check everything, write nothing."),
    "serve": ("serve", "The site while you write."),
    "find": ("find", "Find words in the texts; prints a ready citation."),
    "new": ("new", "Write a new source, actor, topic, series or fact."),
    "snapshot": ("snapshot", "Take a page in; record or verify fingerprints."),
    "links": ("check_links", "Are the sources' addresses alive?"),
    "diff": ("diff", "What changed since a git revision."),
    "export": ("export", "Write JSON, CSV, JSON-LD, BibTeX, CSL, SQLite, Markdown, ZIP or PDF."),
    "import": ("import_", "Take a table or a JSON export into the content."),
    "form": ("issue_form", "Take a filled issue form into the content."),
    "fmt": ("fmt", "Put the content's files into canonical form."),
    "schema": ("schema", "JSON Schemas for editors."),
    "init": ("init", "A new site in an empty folder."),
    "explain": ("explain", "What a diagnostic means, and what to do."),
    "completion": ("completion", "Completion of commands and options in the shell."),
    "help": ("help", "The help of a command, as `--help` gives it."),
}
"""Each command, in the order of the work, with the module of this folder that holds it, and what it is for."""


@click.group(cls=LazyGroup, modules=_COMMANDS, context_settings=_SETTINGS)
@click.version_option(__version__, prog_name="factbook", message="%(prog)s %(version)s")
def cli() -> None:
    """Turns curated YAML facts, each citing its sources, into a briefing site.

    Nothing is printed that its source does not say: every quote is looked up in its source's text on every
    build.

    \b
    Start here:
      factbook init my-site     a new site in an empty folder
      factbook check            is everything in order?
      factbook serve            the site while you write
      factbook explain CODE     what a message means, and what to do

    Exit status: 0 fine; 1 the content has errors; 2 the command line or the configuration is wrong.
    """


def main() -> None:
    """The `factbook` command."""
    surroundings.open_closed_streams()
    surroundings.end_when_told_to()
    cli(prog_name="factbook")

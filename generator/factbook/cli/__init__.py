"""The command line: turns what was typed into calls of `factbook.commands`; the only room that knows click.

What a command needs is imported when it runs, so that `factbook check` in a commit hook starts at once.
"""

from __future__ import annotations

from shutil import get_terminal_size

import click

from factbook import __version__
from factbook.cli import checking, data, reviewing, texts, writing
from factbook.cli.group import Commands
from factbook.cli.new import new

_CELLS = get_terminal_size().columns - 2
_SETTINGS = {
    "help_option_names": ["-h", "--help"],
    "max_content_width": 100,
    # click writes help no narrower than 50 cells: on a telephone's terminal every row of it would break in two.
    "terminal_width": max(_CELLS, 30) if _CELLS < 50 else None,
}
_SHELLS = ("bash", "zsh", "fish")


@click.group(cls=Commands, context_settings=_SETTINGS)
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


@click.command(short_help="Completion of commands and options in the shell.")
@click.argument("shell", type=click.Choice(_SHELLS))
def completion(shell: str) -> None:
    """Print the script that completes commands and options in SHELL.

    \b
    Examples:
      factbook completion bash >> ~/.bashrc
      factbook completion fish > ~/.config/fish/completions/factbook.fish
    """
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    if made is not None:
        click.echo(made(cli, {}, "factbook", "_FACTBOOK_COMPLETE").source())


@click.command("help", short_help="The help of a command, as `--help` gives it.")
@click.argument("command", nargs=-1)
@click.pass_context
def help_(ctx: click.Context, command: tuple[str, ...]) -> None:
    """What COMMAND does, with its options and an example; without COMMAND the list of them.

    \b
    Examples:
      factbook help check
      factbook help new fact
    """
    cli.main([*command, "--help"], prog_name="factbook", standalone_mode=False)


for _command in (
    checking.build,
    checking.check,
    checking.serve,
    texts.find,
    new,
    texts.snapshot,
    reviewing.diff,
    data.export,
    data.import_,
    writing.form,
    writing.fmt,
    writing.schema,
    writing.init,
    reviewing.explain,
    completion,
    help_,
):
    cli.add_command(_command)


def main() -> None:
    """The `factbook` command."""
    cli(prog_name="factbook")

"""`factbook help COMMAND`: the help of a command, for those who look for it there."""

from __future__ import annotations

import click


@click.command("help")
@click.argument("command", nargs=-1)
@click.pass_context
def help_(ctx: click.Context, command: tuple[str, ...]) -> None:
    """What COMMAND does, with its options and an example; without COMMAND the list of them.

    \b
    Examples:
      factbook help check
      factbook help new fact
    """
    ctx.find_root().command.main([*command, "--help"], prog_name="factbook", standalone_mode=False)

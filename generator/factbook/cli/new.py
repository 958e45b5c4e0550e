"""Command line: `factbook new`, which writes a new source, actor, topic, series or fact."""

from __future__ import annotations

import click

RECORDS = ("source", "actor", "topic", "series")


class New(click.Group):
    """One command a kind, made when it is called: the vocabulary is not read for other commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*RECORDS, "fact"]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name == "fact":
            from factbook.cli.new_fact import new_fact

            return new_fact
        if cmd_name in RECORDS:
            from factbook.cli.new_record import new_record

            return new_record(cmd_name)
        return None


@click.group(cls=New)
def new() -> None:
    """Write a new source, actor, topic, series or fact where it belongs, in canonical form.

    At a terminal it asks for what is missing. Ids are suggested from names and headlines; a fact's quote is
    looked up in its source first.

    \b
    Examples:
      factbook new actor "Harbour master" --kind person
      factbook new fact --source gazette --quote "counted 12 ships in the bay"
    """

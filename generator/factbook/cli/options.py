"""Command line: the options that several commands share."""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from factbook.diagnostics.report import FORMATS, Output

if TYPE_CHECKING:
    from collections.abc import Callable

    Command = TypeVar("Command", bound=Callable[..., Any])

FOLDER = click.Path(path_type=Path)


class Choice(click.Choice[str]):
    """One of the vocabulary's choices; for another word, the nearest right one is named."""

    def get_invalid_choice_message(self, value: str, ctx: click.Context | None) -> str:
        from factbook.content.schema.unknown_choices import meant

        message = super().get_invalid_choice_message(value, ctx)
        close = meant(str(value), self.choices)
        return f"{message} Did you mean {close[0]}?" if close else message


def site(command: Command) -> Command:
    """What every command about a site takes: where it is, and how much to say."""
    text = "The site's folder, which holds site_config.yml.  [default: this folder]"
    return click.option("--site", "folder", metavar="DIR", type=FOLDER, default=Path(), help=text)(talk(command))


def talk(command: Command) -> Command:
    """How much to say: the command gets its `output`, and what it returns is the exit status."""

    @click.option("-q", "--quiet", is_flag=True, help="Print only results and what is wrong.")
    @click.option("-v", "--verbose", is_flag=True, help="Also say what each step does.")
    @wraps(command)
    def run(quiet: bool, verbose: bool, **given: Any) -> None:
        output = Output(quiet, verbose)
        status = command(output=output, **given)
        output.flush()  # here it can still be said that nobody has the results
        click.get_current_context().exit(status)

    return cast("Command", run)


def findings(command: Command) -> Command:
    """What a command that shows diagnostics takes."""
    text = (
        "How to show what is wrong: for people, one line each, for GitHub's or GitLab's notes, for code scanning, for"
        " programs."
    )
    format = click.option("--format", type=click.Choice(FORMATS), default="full", show_default=True, help=text)
    strict = click.option("--strict", is_flag=True, help="Let warnings fail too.")
    return format(strict(command))

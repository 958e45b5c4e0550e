"""Command line: new source, actor, topic, series and fact; the flags come from the vocabulary."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from factbook.cli.completion import ids
from factbook.cli.options import site
from factbook.diagnostics.report import Output

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factbook.cli.options import Command
    from factbook.cli.run_asking import Ask
    from factbook.content.schema import Field

THINGS = ("source", "actor", "topic", "series")
_NOT_TYPED = ("record", "participant")
_EXAMPLES = {
    "source": 'new source "Ships in the harbour" --file gazette.txt --publisher "The Gazette" --language en',
    "actor": 'new actor "Harbour master" --kind person',
    "topic": 'new topic "Ships in the harbour"',
    "series": 'new series "Ships in the bay" --unit ships --scope "at noon"',
}


class New(click.Group):
    """One command a kind, made when it is called: the vocabulary is not read for other commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*THINGS, "fact"]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name == "fact":
            return fact
        return _thing(cmd_name) if cmd_name in THINGS else None


@click.group(cls=New, short_help="Write a new source, actor, topic, series or fact.")
def new() -> None:
    """Write a new source, actor, topic, series or fact where it belongs, in canonical form.

    At a terminal it asks for what is missing. Ids are suggested from names and headlines; a fact's quote is
    looked up in its source first.

    \b
    Examples:
      factbook new actor "Harbour master" --kind person
      factbook new fact --source gazette --quote "counted 12 ships in the bay"
    """


def _id(flag: str, folder: str, text: str, *, multiple: bool = False) -> Callable[[Command], Command]:
    """An option that takes ids of the things in a folder of the content."""
    return click.option(flag, metavar="ID", multiple=multiple, shell_complete=ids(folder), help=text)


@click.command(short_help="A fact, from a quote of a source.")
@_id("--source", "sources", "The source that says it.")
@click.option("--quote", metavar="WORDS", help="The shortest words of it that carry the fact.")
@click.option("--prefix", metavar="WORDS", help="Words right before, when the quote stands more than once.")
@click.option("--suffix", metavar="WORDS", help="Words right after, when the quote stands more than once.")
@click.option("--translation", metavar="WORDS", help="The quote in the site's language.")
@click.option("--statement", metavar="WORDS", help="The fact in your own words, the speaker first.")
@click.option("--date", metavar="DATE", help="When it happened.  [default: by the day of publication]")
@_id("--topic", "topics", "A topic; the first is the fact's home.", multiple=True)
@_id("--actor", "actors", "Who takes part.", multiple=True)
@_id("--asserted-by", "actors", "Who says so, if not the publisher.", multiple=True)
@_id("--via", "actors", "Through whom the words reached the source.", multiple=True)
@_id("--series", "series", "The series on which the fact puts a value.")
@click.option("--value", metavar="NUMBER", help="That value, in plain digits.")
@click.option("--modifier", metavar="WORD", help="exactly, about, up-to, at-least or more-than.")
@click.option("--id", metavar="ID", help="The fact's id.  [default: from the quote]")
@click.option("--into", metavar="FILE", help="The file to add it to.  [default: its home topic's]")
@site
@click.pass_context
def fact(ctx: click.Context, /, folder: Path, quiet: bool, verbose: bool, **answers: Any) -> None:
    """Write a fact on a quote of a source; the quote is looked up first.

    What is not given is drawn from the source: the date is the day by which it was published, the topic the
    one that is home to most facts of the source, and the statement repeats the quote as the publisher's
    until you say it in your own words.

    \b
    Example:
      factbook new fact --source gazette --quote "counted 12 ships in the bay" --topic ships
    """
    from factbook.cli import run_new_fact as new_fact

    ctx.exit(new_fact.run(folder, Output(quiet, verbose), answers, _asker()))


def _thing(of: str) -> click.Command:
    """The command that writes a record of the kind `of`."""
    from factbook.content.schema import kind

    def run(folder: Path, quiet: bool, verbose: bool, called: str | None, **answers: Any) -> None:
        from factbook.cli import run_new as new

        output = Output(quiet, verbose)
        click.get_current_context().exit(new.run(folder, output, of, answers, _asker(), called))

    shape = kind(of)
    fields = [field for field in shape.fields if field.type not in _NOT_TYPED and field.name != "redirect_from"]
    text = f"{shape.description}\n\n\b\nExample:\n  factbook {_EXAMPLES[of]}"
    called = click.Argument(["called"], metavar="[NAME]" if of == "actor" else "[TITLE]", required=False)
    params = [called, *_options(fields)]
    return site(click.Command(of, callback=run, help=text, short_help=shape.description, params=params))


def _options(fields: list[Field]) -> list[click.Parameter]:
    return [
        click.Option(
            [f"--{field.name.replace('_', '-')}", field.name],
            multiple=field.many,
            type=click.Choice(field.choices) if field.choices else str,
            metavar=None if field.choices else field.type.upper(),
            help=field.description,
        )
        for field in fields
    ]


def _asker() -> Ask | None:
    """Asks at the terminal, if somebody sits there."""
    return _ask if sys.stdin.isatty() and sys.stderr.isatty() else None


def _ask(what: str, example: str, choices: tuple[str, ...]) -> str:
    kind = click.Choice(choices) if choices else str
    shown = f"{what.replace('_', ' ').capitalize()} ({example})" if example else what.capitalize()
    answer: str = click.prompt(shown, default="", show_default=False, type=kind if choices else None, err=True)
    return answer.strip()

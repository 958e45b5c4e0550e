"""Command line: the group of commands, each imported when it is called, and one sentence for whatever goes wrong."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from factbook.cli.exit_status import EXIT_BUG, EXIT_INTERRUPTED, EXIT_USAGE
from factbook.diagnostics.report import Output, visible

if TYPE_CHECKING:
    from collections.abc import Mapping


_UNFIT = "The theme that is installed does not fit: it has no template {}. Install what requirements/ names."


class LazyGroup(click.Group):
    """Commands in the order of the table `modules`. No traceback reaches the reader unasked.

    The table gives a command's module in `factbook.cli` and its short help, so that nothing is imported to list them.
    """

    def __init__(self, *, modules: Mapping[str, tuple[str, str]], **attributes: Any) -> None:
        super().__init__(**attributes)
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._modules:
            return None
        name, short_help = self._modules[cmd_name]
        module = import_module(f"factbook.cli.{name}")
        found = (value for value in vars(module).values() if isinstance(value, click.Command))
        command = next(one for one in found if one.name == cmd_name)
        command.short_help = short_help
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, short_help) for name, (_, short_help) in self._modules.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            from factbook.diagnostics.suggest import did_you_mean

            close = " or ".join(f"`{name}`" for name in did_you_mean(args[0], self._modules, limit=2))
            advice = f"Did you mean {close}?" if close else "`factbook --help` lists them."
            raise click.UsageError(f"There is no command `{args[0]}`. {advice}", ctx) from None

    def invoke(self, ctx: click.Context) -> Any:
        typed = tuple(ctx.args)
        try:
            return super().invoke(ctx)
        except click.ClickException as error:
            # It names what somebody typed, or a file of strangers. Click declares it final for those who import it.
            error.message = visible(error.message)  # type: ignore[misc]
            raise
        except (click.exceptions.Exit, BrokenPipeError):
            raise
        except (KeyboardInterrupt, click.Abort):
            Output().error("Interrupted.")
            ctx.exit(EXIT_INTERRUPTED)
        except OSError as error:
            if isinstance(error, LookupError):  # what Jinja raises for a template that is not there
                _fail(ctx, _UNFIT.format(getattr(error, "name", error)), EXIT_BUG, error, typed)
            _fail(ctx, _refusal(error), EXIT_USAGE, error, typed)
        except Exception as error:
            what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
            _fail(ctx, f"Factbook itself failed, which is a bug: {what}. Please report it.", EXIT_BUG, error, typed)


def _refusal(error: OSError) -> str:
    """What the system refuses, for people."""
    try:
        os.getcwd()
    except OSError:
        return "The folder in which this command runs is gone: go to another one, and start it there."
    what = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else "The system refuses"
    return f"{what}: {error.strerror or error}."


def _fail(ctx: click.Context, words: str, status: int, error: Exception, typed: tuple[str, ...]) -> None:
    from factbook.cli.crash_report import failure

    failure(words, error, Output(verbose="-v" in typed or "--verbose" in typed))
    ctx.exit(status)

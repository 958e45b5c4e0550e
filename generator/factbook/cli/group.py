"""Command line: the group of commands, and one plain sentence for whatever goes wrong inside one."""

from __future__ import annotations

from typing import Any

import click

from factbook.diagnostics.report import Output, visible

BUG = 70
"""Exit status when Factbook itself fails (EX_SOFTWARE of sysexits.h): neither content nor command is wrong."""
USAGE = 2


class Commands(click.Group):
    """Commands in the order in which they were added. No traceback reaches the reader unasked."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            from factbook.diagnostics.suggest import near

            close = " or ".join(f"`{name}`" for name in near(args[0], self.commands, limit=2))
            advice = f"Did you mean {close}?" if close else "`factbook --help` lists them."
            raise click.UsageError(f"There is no command `{visible(args[0])}`. {advice}", ctx) from None

    def invoke(self, ctx: click.Context) -> Any:
        typed = tuple(ctx.args)
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except OSError as error:
            what = str(error.filename) if error.filename else "The system refuses"
            _fail(ctx, f"{what}: {error.strerror or error}.", USAGE, error, typed)
        except Exception as error:
            what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
            _fail(ctx, f"Factbook itself failed, which is a bug: {what}. Please report it.", BUG, error, typed)


def _fail(ctx: click.Context, words: str, status: int, error: Exception, typed: tuple[str, ...]) -> None:
    from factbook.cli.crash_report import failure

    failure(words, error, Output(verbose="-v" in typed or "--verbose" in typed))
    ctx.exit(status)

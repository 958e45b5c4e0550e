"""`factbook completion SHELL`, and what the shell completes beside commands and options: codes and ids."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import get_completion_class

if TYPE_CHECKING:
    from collections.abc import Callable

    Completion = Callable[[click.Context, click.Parameter, str], list[str]]

_SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script that completes commands and options in SHELL.

    \b
    Examples:
      factbook completion bash >> ~/.bashrc
      factbook completion fish > ~/.config/fish/completions/factbook.fish
    """
    script = get_completion_class(shell)
    assert script is not None  # click knows each of the three
    click.echo(script(ctx.find_root().command, {}, "factbook", "_FACTBOOK_COMPLETE").source())


def codes(ctx: click.Context, param: click.Parameter, begun: str) -> list[str]:
    """Codes of diagnostics."""
    from factbook.diagnostics.catalogue import names

    return [name for name in names() if name.startswith(begun)]


def ids(folder: str) -> Completion:
    """Ids of the things in this folder of the content, which are the names of their files; nothing is read."""

    def complete(ctx: click.Context, param: click.Parameter, begun: str) -> list[str]:
        site = Path(ctx.params.get("folder") or ".")
        return sorted(path.stem for path in (site / "content" / folder).glob("*.yml") if path.stem.startswith(begun))

    return complete

"""Command line: what the shell completes beside commands and options: codes, and ids by the names of their files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import click

    Completion = Callable[[click.Context, click.Parameter, str], list[str]]


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

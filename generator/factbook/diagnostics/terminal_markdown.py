"""Report: Markdown that we wrote ourselves, drawn by rich on a terminal and left as it is elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.diagnostics.console import Output


def markdown(text: str, output: Output) -> None:
    """Prints `text` on standard output."""
    if not output.paint.on:
        output.text(text.rstrip("\n"))
        return
    from rich.console import Console
    from rich.markdown import Markdown

    Console(width=min(output.columns, 100)).print(Markdown(text))

"""`factbook serve`: the site in a browser while its content is edited; nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.commands.site import FINE, USAGE, files, opened
from generator.report import show, summary

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Diagnostic
    from generator.report import Output


def run(folder: Path, output: Output, address: str, port: int) -> int:
    """Serves the site in `folder` until interrupted; after each edit says what is wrong."""
    settings = opened(folder, output)
    if settings is None:
        return USAGE
    from generator import pipeline

    def told(problems: tuple[Diagnostic, ...]) -> None:
        show(problems, "full", files(folder), output)
        output.note(summary(problems, f"http://{address}:{port}/ (Ctrl+C ends it)"))

    output.note("Reading the content")
    try:
        pipeline.serve(settings, address=address, port=port, on_build=told)
    except OSError as error:
        output.complain(f"The site cannot be served at {address}:{port}: {error.strerror or error}.")
        return USAGE
    return FINE

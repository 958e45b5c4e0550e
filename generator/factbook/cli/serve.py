"""`factbook serve`: the site in a browser while its content is edited; nothing is written."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from factbook.authoring.diff.git import NoRevision
from factbook.authoring.diff.working_tree import draft
from factbook.cli.exit_status import EXIT_OK, EXIT_USAGE
from factbook.cli.options import site
from factbook.cli.session import files, load_settings
from factbook.config import reader
from factbook.diagnostics.report import show, summary
from factbook.diagnostics.types import has_errors
from factbook.pipeline import stages
from factbook.publish.server.run_server import CannotListen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from factbook.config.settings import Settings
    from factbook.diagnostics.report import Output
    from factbook.diagnostics.types import Diagnostic


class _Configured(Exception):
    """The configuration was edited, and the site is to be served with these settings."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings


@click.command()
@site
@click.option("--address", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Where to listen.")
def serve(folder: Path, output: Output, address: str, port: int) -> int:
    """Show the site while you write: an edit is on the open page when it is saved, and so is an error.

    Only this computer sees it, and nothing is written.

    \b
    Example:
      factbook serve --port 8001
    """
    settings = load_settings(folder, output)
    while True:
        output.info("Reading the content")
        try:
            _serve(folder, settings, output, address, port)
        except _Configured as edited:
            settings = edited.settings
        except CannotListen as reason:
            output.error(f"The site cannot be served at {address}:{port}: {reason}.")
            return EXIT_USAGE
        else:
            return EXIT_OK


def _serve(folder: Path, settings: Settings, output: Output, address: str, port: int) -> None:
    def on_build(problems: tuple[Diagnostic, ...]) -> None:
        show(problems, "full", files(folder), output)
        host = f"[{address}]" if ":" in address else address
        output.info(summary(problems, f"http://{host}:{port}/ (Ctrl+C ends it)"))

    def reread() -> tuple[Diagnostic, ...]:
        edited, problems = reader.read(folder)
        if edited is not None and edited != settings and not has_errors(problems):
            raise _Configured(edited)
        return problems

    stages.serve(
        settings,
        address=address,
        port=port,
        on_build=on_build,
        configuration=settings.root / reader.NAME,
        reread=reread,
        draft=lambda: _draft(settings),
    )


def _draft(settings: Settings) -> Mapping[str, Any]:
    """What is not committed yet, as the open page shows it; `why` when that cannot be told."""
    try:
        return asdict(draft(settings.root, stages.parsed_one))
    except NoRevision as reason:
        return {"why": str(reason)}

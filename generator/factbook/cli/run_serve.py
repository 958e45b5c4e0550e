"""`factbook serve`: the site in a browser while its content is edited; nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factbook.cli.run_site import FINE, USAGE, files, opened
from factbook.config import reader as config
from factbook.diagnostics.report import show, summary
from factbook.diagnostics.types import has_errors

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


def run(folder: Path, output: Output, address: str, port: int) -> int:
    """Serves the site in `folder` until interrupted; after each edit says what is wrong."""
    settings = opened(folder, output)
    while settings is not None:
        output.note("Reading the content")
        try:
            _serve(folder, settings, output, address, port)
        except _Configured as edited:
            settings = edited.settings
        except OSError as error:
            output.complain(f"The site cannot be served at {address}:{port}: {error.strerror or error}.")
            return USAGE
        else:
            return FINE
    return USAGE


def _serve(folder: Path, settings: Settings, output: Output, address: str, port: int) -> None:
    from factbook.pipeline import stages as pipeline

    def told(problems: tuple[Diagnostic, ...]) -> None:
        show(problems, "full", files(folder), output)
        output.note(summary(problems, f"http://{address}:{port}/ (Ctrl+C ends it)"))

    def reread() -> tuple[Diagnostic, ...]:
        edited, problems = config.read(folder)
        if edited is not None and edited != settings and not has_errors(problems):
            raise _Configured(edited)
        return problems

    pipeline.serve(
        settings,
        address=address,
        port=port,
        on_build=told,
        configuration=settings.root / config.NAME,
        reread=reread,
        draft=lambda: _draft(settings),
    )


def _draft(settings: Settings) -> Mapping[str, Any]:
    """What is not committed yet, as the open page shows it; `why` when that cannot be told."""
    from dataclasses import asdict

    from factbook.authoring.diff.git import NoRevision
    from factbook.authoring.diff.working_tree import draft
    from factbook.pipeline import stages as pipeline

    try:
        return asdict(draft(settings.root, pipeline.parsed_one))
    except NoRevision as reason:
        return {"why": str(reason)}

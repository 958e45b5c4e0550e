"""`factbook serve`: the site in a browser while its content is edited; nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator import config
from generator.commands.site import FINE, USAGE, files, opened
from generator.diagnostics import has_errors
from generator.report import show, summary

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.diagnostics import Diagnostic
    from generator.report import Output
    from generator.settings import Settings


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
    from generator import pipeline

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

    from generator import pipeline
    from generator.comparison.draft import draft
    from generator.comparison.revision import NoRevision

    try:
        return asdict(draft(settings.root, pipeline.parsed_one))
    except NoRevision as reason:
        return {"why": str(reason)}

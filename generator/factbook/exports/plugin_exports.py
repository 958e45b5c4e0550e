"""Exports: the files that a plugin makes of the checked content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.config import plugins
from factbook.diagnostics.types import Diagnostic
from factbook.runtime.site_path import is_inside

if TYPE_CHECKING:
    from factbook.config.settings import Plugin, Settings
    from factbook.content.model import Corpus
    from factbook.evidence.model import Evidence


def files(
    plugin: Plugin, corpus: Corpus, evidence: Evidence, settings: Settings
) -> list[tuple[str, bytes]] | Diagnostic:
    """Path, from the folder of the export, and bytes of each file; or why the plugin failed."""
    made = plugins.called(plugin, "factbook.exports", corpus, evidence, settings)
    if isinstance(made, Diagnostic):
        return made
    for one in made:
        match one:
            case (str(path), bytes()) if is_inside(path):
                continue
            case (str(path), bytes()):
                return plugins.failed(plugin, f"its export names the file `{path}`, which leads out of the folder")
            case _:
                return plugins.failed(plugin, "its export gave something else than the path and the bytes of a file")
    return made

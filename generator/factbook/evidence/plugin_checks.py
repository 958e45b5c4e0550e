"""Stage: the checks of plugins, after our own: each sees all content and evidence every time, and nothing is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.config import plugins
from factbook.diagnostics.types import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Plugin, Settings
    from factbook.content.model import Corpus
    from factbook.evidence.model import Evidence


def run(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """All that the configured plugins find; an error for each that fails."""
    for plugin in settings.plugins:
        found = plugins.called(plugin, "factbook.checks", corpus, evidence, settings)
        if isinstance(found, Diagnostic):
            yield found
        else:
            yield from (problem if _is_fit(problem, plugin) else _unfit(problem, plugin) for problem in found)


def _is_fit(problem: object, plugin: Plugin) -> bool:
    """Whether it is a diagnostic whose code says of which plugin it is."""
    return isinstance(problem, Diagnostic) and problem.code.startswith(f"{plugin.name}-")


def _unfit(problem: object, plugin: Plugin) -> Diagnostic:
    if not isinstance(problem, Diagnostic):
        return plugins.failed(
            plugin, f"its check gave a value of the type {type(problem).__name__}, not a Diagnostic"
        )
    return plugins.failed(plugin, f"its check used the code `{problem.code}`, which does not begin `{plugin.name}-`")

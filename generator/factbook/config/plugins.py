"""Ground: the plugins that `plugins:` names: found by their entry points, imported when they are called, heard out.

A plugin is an installed package. What `plugins:` does not name is not imported, and what fails is told as any other
problem, with the plugin's name.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from factbook.content.yaml import shown
from factbook.diagnostics.suggest import did_you_mean
from factbook.diagnostics.types import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from importlib.metadata import EntryPoint

    from factbook.config.settings import Plugin

Group = Literal["factbook.checks", "factbook.exports"]
GROUPS: tuple[Group, ...] = ("factbook.checks", "factbook.exports")


def missing(plugins: tuple[Plugin, ...]) -> Iterator[Diagnostic]:
    """An error for each plugin that is named and not installed."""
    if not plugins:
        return
    there = {entry.name for group in GROUPS for entry in _entries(group)}
    for plugin in plugins:
        if plugin.name not in there:
            close = did_you_mean(plugin.name, sorted(there))
            advice = f"Did you mean `{close[0]}`?" if close else "Install the package that brings it, or take it out."
            message = f"no package that is installed here has a plugin `{shown(plugin.name)}`"
            yield Diagnostic("plugin-missing", message, plugin.span, help=(advice,))


def has_entry(plugin: Plugin, group: Group) -> bool:
    """Whether a plugin has something for a group."""
    return any(entry.name == plugin.name for entry in _entries(group))


def called(plugin: Plugin, group: Group, *given: object) -> list[Any] | Diagnostic:
    """All that a plugin's function gives, and nothing when it has none for the group; or why it failed."""
    try:
        entries = (entry for entry in _entries(group) if entry.name == plugin.name)
        return [item for entry in entries for item in entry.load()(*given)]
    except (Exception, SystemExit) as error:
        return failed(plugin, f"{type(error).__name__}: {error}", _place(error))


def failed(plugin: Plugin, reason: str, *help: str) -> Diagnostic:
    """The error that a plugin did not do what it should."""
    advice = "Take it out of `plugins:`, or tell those who wrote it."
    return Diagnostic(
        "plugin-failed", f"the plugin `{plugin.name}` failed: {reason}", plugin.span, help=(*help, advice)
    )


def code_places(plugin: Plugin) -> Iterator[Path]:
    """The files and folders that hold a plugin's code; nothing is imported for it."""
    for entry in (entry for group in GROUPS for entry in _entries(group) if entry.name == plugin.name):
        yield from _places(entry)


def _entries(group: Group) -> Iterable[EntryPoint]:
    from importlib.metadata import entry_points  # takes longer than all else that a build with nothing to do needs

    return entry_points(group=group)


def _places(entry: EntryPoint) -> Iterator[Path]:
    spec = find_spec(entry.module.partition(".")[0])
    if spec is not None and spec.submodule_search_locations is not None:
        yield from map(Path, spec.submodule_search_locations)
    elif spec is not None and spec.origin:
        yield Path(spec.origin)


def _place(error: BaseException) -> str:
    """Where in the plugin it happened."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    return f"It happened in {Path(frames[-1].filename).name}, line {frames[-1].lineno}."

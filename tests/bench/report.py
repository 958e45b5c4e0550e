"""Bench: the page of results in plain words: what is reached, what is not, the tables, the machine.

No name of a host and no path stands in it.
"""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from tests.bench.goals import GOALS, Measured
from tests.bench.peers import OURS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from tests.bench.goals import Results
    from tests.bench.set_up import SetUp

MARK = "<!-- Below this line `make bench` writes. -->"
_PLACE = {"memory": "in memory", "disk": "on the machine's disk"}
_PROGRAMS = ("mkdocs", "mkdocs-material", "zensical", "hugo", "pyyaml", "jinja2")
_IDLE = 2.5
"""Load average up to which only the bench itself was at work."""


@dataclass(frozen=True, slots=True)
class _Table:
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def lines(self) -> Iterator[str]:
        yield f"| {' | '.join(self.heads)} |"
        yield f"|{'---|' * len(self.heads)}"
        yield from (f"| {' | '.join(row)} |" for row in self.rows)
        yield ""


def write(results: Sequence[Results], installed: Mapping[str, SetUp], page: Path) -> None:
    """Writes the results below the mark in `page`; what stands above it is written by hand and stays."""
    above = page.read_text(encoding="utf-8").partition(MARK)[0] if page.exists() else "# Performance\n\n"
    lines = [above.rstrip(), "", MARK, "", *_machine(results), *_goals(Measured(results, installed))]
    for each in results:
        lines += _size(each)
    if installed:
        lines += _set_up(installed)
    page.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def _machine(results: Sequence[Results]) -> Iterator[str]:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    programs = ", ".join(f"{name} {found}" for name in _PROGRAMS if (found := _version(name)))
    yield "## The machine"
    yield ""
    yield f"{cores} cores ({platform.machine()}), {memory:.0f} GB, {platform.system()}."
    yield f"Python {platform.python_version()}, {programs}."
    if max(each.load for each in results) > _IDLE:
        yield "**Other work ran beside the bench**: read the ratios of CPU time and no wall time."
    yield ""


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _goals(measured: Measured) -> Iterator[str]:
    """What was to be reached beside what is, and in a sentence each what is not."""
    found = [(goal, value) for goal in GOALS if (value := goal.measure(measured)) is not None]
    if not found:
        return
    yield "## What was to be reached"
    yield ""
    rows = tuple((goal.what, goal.words(goal.must), goal.words(goal.aim), goal.words(value)) for goal, value in found)
    yield from _Table(("", "must", "aim", "measured"), rows).lines()
    missed = [(goal, value) for goal, value in found if value > goal.must]
    yield "## What is not reached"
    yield ""
    for goal, value in missed:
        yield f"- {goal.what}: {goal.words(value)}, where {goal.words(goal.must)} was to be reached."
    if not missed:
        yield "Nothing: every must is reached."
    yield ""


def _size(results: Results) -> Iterator[str]:
    yield f"## {results.size.capitalize()}, {_PLACE[results.place]}"
    yield ""
    yield f"Cold builds, each from nothing; medians of {results.rounds}."
    yield ""
    yield from _cold(results).lines()
    again = tuple(
        (row.program, row.task, _seconds(row.cost.wall), _seconds(row.cost.cpu), _megabytes(row.cost.peak))
        for row in results.rows
        if row.task != "cold"
    )
    yield from _Table(("again", "what", "wall s", "CPU s", "largest process MB"), again).lines()
    for name, served in results.served.items():
        yield (
            f"{name} under `serve`: the first page after {served.first:.1f} s, "
            f"a saved fact on its page after {served.edit:.2f} s."
        )
        yield ""
    if results.stages:
        stages = tuple((stage, _seconds(spent)) for stage, spent in results.stages.items())
        yield from _Table(("stage of our cold build, in one process", "CPU s"), stages).lines()


def _cold(results: Results) -> _Table:
    own = results.cost(OURS, "cold")
    heads = ("cold build", "wall s", "CPU s", "CPU, ours = 1", "largest process MB", "files", "MB", "of it HTML MB")
    rows = []
    for row in results.rows:
        if row.extent is None:
            continue
        cost, extent = row.cost, row.extent
        spent = (_seconds(cost.wall), _seconds(cost.cpu), f"{cost.cpu / own.cpu:.2f}" if own else "")
        rows.append(
            (
                row.program,
                *spent,
                _megabytes(cost.peak),
                f"{extent.files:,}",
                f"{extent.size / 1e6:.1f}",
                f"{extent.html / 1e6:.1f}",
                f"{extent.largest / 1e3:,.0f}",
                f"{extent.elements:,}",
            )
        )
    return _Table((*heads, "largest page KB", "most elements"), tuple(rows))


def _set_up(installed: Mapping[str, SetUp]) -> Iterator[str]:
    yield "## A first `make site` on a fresh machine"
    yield ""
    rows = tuple(
        (name, *(_seconds(each) for each in (set.installing.wall, set.installing.cpu, set.building.cpu)))
        for name, set in installed.items()
    )
    yield from _Table(("", "installing, wall s", "installing, CPU s", "building the site, CPU s"), rows).lines()


def _seconds(seconds: float) -> str:
    return f"{seconds:.2f}"


def _megabytes(size: float) -> str:
    return f"{size / 1e6:.0f}"

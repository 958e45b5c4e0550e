"""Bench: the page of results: tables, ratios, the machine, and how busy it was; no name of a host, no path."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from tests.bench.measure import Cost

OURS = "Factbook"
_MARK = "<!-- Below this line `make bench` writes. -->"


@dataclass(frozen=True, slots=True)
class Results:
    """What was measured of one size; costs are medians."""

    size: str
    rounds: int
    costs: Mapping[str, Cost]
    phases: Mapping[str, float]
    """CPU seconds, in one process."""
    live: tuple[float, float]
    """Seconds to the first page, and from a saved edit to its page."""
    load: float
    """Average number of waiting processes when the size was done."""


def write(results: Sequence[Results], page: Path) -> None:
    """Writes the results below the mark in `page`; what stands above it is written by hand and stays."""
    above = page.read_text(encoding="utf-8").partition(_MARK)[0] if page.exists() else "# Performance\n\n"
    lines = [above.rstrip(), "", _MARK, "", *_machine(results)]
    for each in results:
        lines += _size(each)
    page.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _machine(results: Sequence[Results]) -> Iterator[str]:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    programs = ", ".join(f"{name} {found}" for name in _PROGRAMS if (found := _version(name)))
    yield "## The machine"
    yield ""
    yield f"{cores} cores ({platform.machine()}), {memory:.0f} GB, {platform.system()}, "
    yield f"Python {platform.python_version()}, {programs}."
    loads = ", ".join(f"{each.load:.1f} after {each.size}" for each in results)
    yield f"Other work ran on the machine: load average {loads} (the bench itself makes 1 to 2)."
    yield ""


_PROGRAMS = ("mkdocs", "mkdocs-material", "zensical", "hugo", "pyyaml", "jinja2")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _size(results: Results) -> Iterator[str]:
    own = results.costs[OURS]
    search = results.phases.get("search index", 0.0)
    yield f"## {results.size.capitalize()}"
    yield ""
    yield f"Medians of up to {results.rounds} rounds, in turn."
    yield ""
    yield "| cold build | wall s | CPU s | largest process MB | files | output MB | wall, ours = 1 | CPU, ours = 1 |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, cost in results.costs.items():
        if cost.output:
            without = search if name.startswith("Hugo") else 0.0
            yield _row(name, cost, cost.wall / (own.wall - without / 2), cost.cpu / (own.cpu - without))
    yield ""
    yield "Against Hugo our search index is left out (half of its CPU time from the wall time): it builds none."
    yield ""
    yield "| ours again | wall s | CPU s | largest process MB |"
    yield "|---|---|---|---|"
    for name, cost in results.costs.items():
        if not cost.output:
            yield f"| {name} | {cost.wall:.2f} | {cost.cpu:.2f} | {cost.peak / 1e6:.0f} |"
    yield ""
    first, edit = results.live
    yield f"Under `serve`: the first page after {first:.1f} s, a saved fact on its page after {edit:.2f} s (median)."
    yield ""
    yield "| phase, one process | CPU s |"
    yield "|---|---|"
    yield from (f"| {name} | {seconds:.2f} |" for name, seconds in results.phases.items())
    yield ""


def _row(name: str, cost: Cost, wall: float, cpu: float) -> str:
    megabytes = cost.output / 1e6
    return (
        f"| {name} | {cost.wall:.2f} | {cost.cpu:.2f} | {cost.peak / 1e6:.0f} | {cost.files:,} | {megabytes:.1f} "
        f"| {wall:.2f} | {cpu:.2f} |"
    )

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
    lines += _goals({each.size: each for each in results})
    for each in results:
        lines += _size(each)
    page.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _machine(results: Sequence[Results]) -> Iterator[str]:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    programs = ", ".join(f"{name} {found}" for name in _PROGRAMS if (found := _version(name)))
    yield "## The machine"
    yield ""
    yield f"{cores} cores ({platform.machine()}), {memory:.0f} GB, {platform.system()}."
    yield f"Python {platform.python_version()}, {programs}."
    loads = ", ".join(f"{each.load:.1f} after {each.size}" for each in results)
    yield f"Load average {loads}; the bench itself makes 1 to 2."
    yield ""


_PROGRAMS = ("mkdocs", "mkdocs-material", "zensical", "hugo", "pyyaml", "jinja2")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _goals(results: Mapping[str, Results]) -> Iterator[str]:
    """What was to be reached, beside what is; none of it is asked of the small size."""
    if set(results) <= {"small"}:
        return
    yield from ("## What was to be reached", "", "| against | to be reached | reached |", "|---|---|---|")
    for size, each in results.items():
        for name, least in _FASTER.items():
            if name in each.costs and size != "small":
                ratio = each.costs[name].wall / _without_search(each, name)
                yield f"| {name}, {size}, cold, wall | {least:g} times faster | {ratio:.2f} times |"
        if FLOOR in each.costs and size == "medium":
            ratio = _without_search(each, FLOOR) / each.costs[FLOOR].wall
            yield f"| the floor, {size}, cold, wall | at most 6 times it | {ratio:.1f} times |"
        if size in _SERVED:
            yield f"| one fact saved to its page served, {size} | {_SERVED[size]:g} s | {each.live[1]:.2f} s |"
    if "medium" in results:
        unchanged = results["medium"].costs["build again, nothing changed"].wall
        yield f"| build again, nothing changed, medium | 0.4 s | {unchanged:.2f} s |"
    if "large" in results:
        yield f"| largest process, large | 400 MB | {results['large'].costs[OURS].peak / 1e6:.0f} MB |"
    if "medium" in results and "large" in results:
        large, medium = (results[size].costs[OURS] for size in ("large", "medium"))
        ratio = large.wall / large.output / (medium.wall / medium.output)
        yield f"| large against medium, time for each byte | at most 1.2 times | {ratio:.2f} times |"
    yield ""


FLOOR = "Floor: start, read, write"
_FASTER = {"MkDocs + Material, Markdown": 20, "Zensical, Markdown": 18, "Hugo, YAML": 1.5, "Hugo, Markdown": 1.3}
_SERVED = {"medium": 0.2, "large": 0.3}
"""Seconds."""


def _without_search(results: Results, peer: str) -> float:
    """Wall seconds of our build; without the search index, half of its CPU time, against who makes none."""
    index = results.phases.get("search index", 0.0)
    return results.costs[OURS].wall - (index / 2 if peer.startswith(("Hugo", "Floor")) else 0)


def _size(results: Results) -> Iterator[str]:
    own = results.costs[OURS]
    search = results.phases.get("search index", 0.0)
    yield f"## {results.size.capitalize()}"
    yield ""
    yield f"Medians of up to {results.rounds} rounds, in turn."
    yield ""
    yield (
        "| cold build | wall s | CPU s | largest process MB | files | output MB | of it HTML MB "
        "| wall, ours = 1 | CPU, ours = 1 |"
    )
    yield "|---|---|---|---|---|---|---|---|---|"
    for name, cost in results.costs.items():
        if cost.output:
            without = search if name.startswith(("Hugo", "Floor")) else 0.0
            yield _row(name, cost, cost.wall / _without_search(results, name), cost.cpu / (own.cpu - without))
    yield ""
    yield "Against Hugo and the floor our search index is left out (half of its CPU time from the wall time)."
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
    spent = f"{cost.wall:.2f} | {cost.cpu:.2f} | {cost.peak / 1e6:.0f}"
    wrote = f"{cost.files:,} | {cost.output / 1e6:.1f} | {cost.html / 1e6:.1f}"
    return f"| {name} | {spent} | {wrote} | {wall:.2f} | {cpu:.2f} |"

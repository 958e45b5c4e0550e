"""Bench: what was measured, and what of it was to be reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.bench.peers import EARLIER, FLOOR, HUGO, MKDOCS, OURS, ZENSICAL

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tests.bench.live import Served
    from tests.bench.measure import Cost, Extent
    from tests.bench.set_up import SetUp


@dataclass(frozen=True, slots=True)
class Row:
    """What one task cost one program (median)."""

    program: str
    task: str
    cost: Cost
    extent: Extent | None
    """Of the site that a cold build wrote."""


@dataclass(frozen=True, slots=True)
class Results:
    """What was measured of one size in one place."""

    size: str
    place: str
    rounds: int
    rows: tuple[Row, ...]
    stages: Mapping[str, float]
    """CPU seconds of our cold build, in one process."""
    served: Mapping[str, Served]
    load: float
    """Average number of waiting processes when the size was done."""

    def cost(self, program: str, task: str) -> Cost | None:
        """Nothing where it was not measured."""
        return next((row.cost for row in self.rows if (row.program, row.task) == (program, task)), None)

    def extent(self, program: str) -> Extent | None:
        """Of what a cold build wrote."""
        return next((row.extent for row in self.rows if row.program == program and row.extent), None)


@dataclass(frozen=True, slots=True)
class Measured:
    """All results of one run of the bench."""

    results: Sequence[Results]
    installed: Mapping[str, SetUp]

    def of(self, size: str) -> Results | None:
        """What was measured of a size in memory, for which goals are set."""
        return next((each for each in self.results if (each.size, each.place) == (size, "memory")), None)


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure that is to be small: what it is of, what it has to be and what it should be."""

    what: str
    must: float
    aim: float
    measure: Callable[[Measured], float | None]
    """Nothing where it was not measured."""
    words: Callable[[float], str]


def _against(size: str, program: str) -> Callable[[Measured], float | None]:
    """Wall seconds of our cold build as a part of another program's."""

    def measure(measured: Measured) -> float | None:
        found = measured.of(size)
        own, other = (found and found.cost(name, "cold") for name in (OURS, program))
        return own.wall / other.wall if own and other else None

    return measure


def _part(size: str, task: str) -> Callable[[Measured], float | None]:
    """CPU seconds of a task as a part of what it cost in the first edition."""

    def measure(measured: Measured) -> float | None:
        found = measured.of(size)
        own, earlier = (found and found.cost(name, task) for name in (OURS, EARLIER))
        return own.cpu / earlier.cpu if own and earlier else None

    return measure


def _first_page(measured: Measured) -> float | None:
    found = measured.of("large")
    if found is None or {OURS, EARLIER} - set(found.served):
        return None
    return found.served[OURS].first / found.served[EARLIER].first


def _saved_edit(measured: Measured) -> float | None:
    found = measured.of("large")
    return found.served[OURS].edit if found and OURS in found.served else None


def _largest_process(measured: Measured) -> float | None:
    found = measured.of("large")
    cost = found and found.cost(OURS, "cold")
    return cost.peak / 1e6 if cost else None


def _size_of_site(measured: Measured) -> float | None:
    found = measured.of("large")
    extent = found and found.extent(OURS)
    return extent.size / 1e9 if extent else None


def _page(of: Callable[[Extent], float]) -> Callable[[Measured], float | None]:
    def measure(measured: Measured) -> float | None:
        found = measured.of("medium")
        extent = found and found.extent(OURS)
        return of(extent) if extent else None

    return measure


def _installing(measured: Measured) -> float | None:
    own, earlier = (measured.installed.get(name) for name in (OURS, EARLIER))
    return own.installing.cpu / earlier.installing.cpu if own and earlier else None


def _as_long(value: float) -> str:
    return f"{value:.2f} times its time"


def _faster(value: float) -> str:
    return f"{1 / value:.1f} times faster"


def _of_earlier(value: float) -> str:
    return f"{value:.2f} of the first edition's"


def _unit(unit: str, digits: int = 0) -> Callable[[float], str]:
    return lambda value: f"{value:,.{digits}f} {unit}"


GOALS = (
    Goal(
        "Medium, cold, wall, against Hugo with our kinds of files",
        1,
        1 / 1.5,
        _against("medium", HUGO),
        _as_long,
    ),
    Goal("Medium, cold, wall, against MkDocs with Material", 1 / 16, 1 / 25, _against("medium", MKDOCS), _faster),
    Goal("Medium, cold, wall, against Zensical", 1 / 13, 1 / 20, _against("medium", ZENSICAL), _faster),
    Goal("Medium, cold, wall, against the floor", 5, 3, _against("medium", FLOOR), _as_long),
    *(
        Goal(f"{size.capitalize()}, one fact changed, cache restored, CPU", 0.2, 0.125, measure, _of_earlier)
        for size in ("medium", "large")
        for measure in (_part(size, "one fact changed, cache restored"),)
    ),
    Goal("Medium, `check` with nothing kept, CPU", 1.3, 1, _part("medium", "check, nothing kept"), _of_earlier),
    Goal("Medium, `check` with all kept, CPU", 1 / 3, 0.2, _part("medium", "check, all kept"), _of_earlier),
    Goal("Large, first page under `serve`", 0.2, 0.1, _first_page, _of_earlier),
    Goal("Large, a saved edit on its page", 0.3, 0.1, _saved_edit, _unit("s", 2)),
    Goal("Large, largest process", 500, 300, _largest_process, _unit("MB")),
    Goal("Large, size of the site", 0.9, 0.6, _size_of_site, _unit("GB", 2)),
    Goal("Medium, largest page", 150, 150, _page(lambda extent: extent.largest / 1e3), _unit("KB")),
    Goal("Medium, elements of a page at most", 3000, 3000, _page(lambda extent: extent.elements), _unit("elements")),
    Goal("Installing for a first `make site`, CPU", 1 / 3, 1 / 6, _installing, _of_earlier),
)

"""Bench: runs one command to its end, and tells what it cost; looks at a site, and tells how large it is."""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

_TAG = re.compile(rb"<[a-zA-Z]")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost, in seconds and bytes."""

    wall: float
    cpu: float
    """Of the command and all its processes."""
    peak: int
    """Memory of its largest process."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How large a site is, in bytes where nothing else is said."""

    files: int
    size: int
    html: int
    """Of its pages together."""
    largest: int
    """Of its largest page."""
    elements: int
    """Of the page that has most; how many."""


class Failed(Exception):
    """A command did not end well; what it said."""


def cost(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Runs `command` in `folder`, Python's code compiled once. Raises `Failed` with the end of what it said."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    process = subprocess.Popen(
        list(command),
        cwd=folder,
        env={**kept, "NO_MKDOCS_2_WARNING": "1", **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise Failed(f"{command[0]} ended with {process.returncode}: {said[-1500:].decode(errors='replace')}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * unit)


def median(costs: Iterable[Cost]) -> Cost:
    """Each figure's own median."""
    found = list(costs)
    return Cost(
        wall=statistics.median(each.wall for each in found),
        cpu=statistics.median(each.cpu for each in found),
        peak=int(statistics.median(each.peak for each in found)),
    )


def extent(site: Path) -> Extent:
    """How large a site is."""
    sizes = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
    pages = {path: size for path, size in sizes.items() if path.suffix == ".html"}
    heaviest = sorted(pages, key=pages.__getitem__)[-20:]
    elements = max((len(_TAG.findall(path.read_bytes())) for path in heaviest), default=0)
    return Extent(len(sizes), sum(sizes.values()), sum(pages.values()), max(pages.values(), default=0), elements)


def removed(*folders: Path) -> None:
    """Empties the way for a cold build."""
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)

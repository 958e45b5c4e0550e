"""Bench: runs one command to its end, and tells what it cost."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost, in seconds and bytes."""

    wall: float
    cpu: float
    """Of the command and all its processes."""
    peak: int
    """Memory of its largest process."""
    output: int
    """Bytes of all files that it wrote."""
    files: int
    html: int
    """Bytes of its pages among them."""


class Failed(Exception):
    """A command did not end well; what it said."""


def cost(
    command: Sequence[str], folder: Path, output: Path | None, environment: Mapping[str, str] | None = None
) -> Cost:
    """Runs `command` in `folder`; `output` is where it writes. Raises `Failed` with the end of what it said."""
    start = time.perf_counter()
    process = subprocess.Popen(
        list(command),
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **(environment or {})},
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
    sizes = _sizes(output) if output else {}
    pages = sum(size for path, size in sizes.items() if path.suffix == ".html")
    cpu = used.ru_utime + used.ru_stime
    return Cost(wall, cpu, used.ru_maxrss * unit, sum(sizes.values()), len(sizes), pages)


def median(costs: Iterable[Cost]) -> Cost:
    """Each figure's own median."""
    found = list(costs)

    def middle(of: Callable[[Cost], float]) -> float:
        return statistics.median(of(each) for each in found)

    return Cost(
        wall=middle(lambda each: each.wall),
        cpu=middle(lambda each: each.cpu),
        peak=int(middle(lambda each: each.peak)),
        output=found[-1].output,
        files=found[-1].files,
        html=found[-1].html,
    )


def removed(*folders: Path) -> None:
    """Empties the way for a cold build."""
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _sizes(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_size for path in folder.rglob("*") if path.is_file()}

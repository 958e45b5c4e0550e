"""Report: rich's progress bar on standard error; rich is loaded when the first bar is drawn.

rich would draw from a thread of its own. A process with a second thread is not forked
(`factbook.runtime.parallel`), so the bar would cost half of the machine: it is drawn here, when the work tells
something, a few times a second.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.progress import Progress, TaskID

EVERY = 0.1
"""Seconds between two drawings."""


class Bar:
    """One bar, which takes on the name and size of each stage in turn."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn

        columns = (TextColumn("{task.description}"), BarColumn(None), TextColumn("{task.fields[counted]}"))
        no_colour = bool(os.environ.get("NO_COLOR"))
        console = Console(stderr=True, no_color=no_colour, highlight=False)
        self._progress: Progress = Progress(
            *columns, console=console, transient=True, auto_refresh=False, expand=True
        )
        self._progress.start()
        self._task: TaskID = self._progress.add_task("", total=None, counted="")
        self._clock, self._drawn, self._stage, self._done = clock, clock() - EVERY, "", -1

    def update(self, stage: str, done: int, total: int) -> None:
        is_new = stage != self._stage
        if is_new:
            self._stage = stage
            self._progress.reset(self._task, description=stage, total=total or None)
        is_last = done == total != self._done
        if is_new or is_last or self._clock() - self._drawn >= EVERY:
            self._drawn, self._done = self._clock(), done
            counted = f"{done:,} of {total:,}" if total else ""
            self._progress.update(self._task, completed=done, total=total or None, counted=counted)
            self._progress.refresh()

    def close(self) -> None:
        self._progress.stop()

"""Report: how far long work is: a bar on a terminal, now and then a plain line elsewhere."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factbook.runtime.progress import Progress, no_progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factbook.cli.progress_bar import Bar
    from factbook.diagnostics.console import Output

PATIENCE = 0.5
"""Seconds of work before a bar appears: quick work shows none and does not load what draws it."""
PLAIN_EVERY = 10.0
"""Seconds between two plain lines."""


@contextmanager
def progress(output: Output, clock: Callable[[], float] = time.monotonic) -> Iterator[Progress]:
    """A `Progress` for the work inside, drawn on standard error; silent when quiet."""
    if output.quiet:
        yield no_progress
        return
    can_draw = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    shown = _Bar(clock) if can_draw and not output.verbose else _Lines(output, clock)
    try:
        yield shown
    finally:
        shown.close()


class _Lines:
    """For logs: a line when a stage has taken long."""

    def __init__(self, output: Output, clock: Callable[[], float]) -> None:
        self._output, self._clock = output, clock
        self._next = clock() + PLAIN_EVERY
        self._stage = ""

    def __call__(self, stage: str, done: int = 0, total: int = 0) -> None:
        if stage != self._stage:
            self._stage = stage
            self._output.debug(stage)
        if self._clock() >= self._next:
            self._next = self._clock() + PLAIN_EVERY
            self._output.info(f"{stage}: {done:,} of {total:,}" if total else f"{stage} …")

    def close(self) -> None:
        """Nothing is left to take away."""


class _Bar:
    """For terminals: rich's bar, once the work has taken a moment."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock, self._start = clock, clock()
        self._bar: Bar | None = None

    def __call__(self, stage: str, done: int = 0, total: int = 0) -> None:
        if self._bar is None and self._clock() - self._start < PATIENCE:
            return
        if self._bar is None:
            from factbook.cli.progress_bar import Bar

            self._bar = Bar(self._clock)
        self._bar.update(stage, done, total)

    def close(self) -> None:
        if self._bar:
            self._bar.close()

"""Bench: how long each stage of our own build takes, as the build itself tells its stages; prints JSON.

python -m tests.bench.stages SITE OUTPUT
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path


class Clock:
    """Hears the stages of a build, and holds the CPU seconds of each, those of its own processes too."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._stage, self._start = "Starting", 0.0

    def __call__(self, stage: str, done: int = 0, total: int = 0) -> None:
        """A stage goes on until another one is told."""
        if stage != self._stage:
            self._end(stage)

    def stopped(self) -> dict[str, float]:
        """What each stage has taken."""
        self._end("")
        return self.spent

    def _end(self, following: str) -> None:
        now = time.process_time()
        self.spent[self._stage] = self.spent.get(self._stage, 0.0) + now - self._start
        self._stage, self._start = following, now


def main() -> None:
    """The command line."""
    clock = Clock()
    from factbook.config import reader
    from factbook.pipeline import stages

    settings, _ = reader.read(Path(sys.argv[1]))
    assert settings is not None
    stages.build(settings, Path(sys.argv[2]), on_progress=clock)
    print(json.dumps(clock.stopped()))


if __name__ == "__main__":
    main()

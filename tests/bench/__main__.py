"""Bench: builds the same content with Factbook and its peers in turn, and writes the page of what each costs.

make bench                      small and medium, three rounds
make bench SIZES="medium large" ROUNDS=5
python -m tests.bench --size small --rounds 1 --only ours --page FILE
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import corpus, live, measure, peers, set_up
from tests.bench.goals import Results, Row
from tests.bench.report import write

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.bench.measure import Cost, Extent
    from tests.bench.peers import Program

REPOSITORY = Path(__file__).parents[2]
PAGE = REPOSITORY / "docs" / "explanation" / "performance.md"
FIRST_EDITION = "b4c5b2b"
"""The commit that the targets of the second edition speak of as "now"."""
WHO = ("ours", "earlier", "hugo", "mkdocs", "zensical", "floor", "setup")
PLACES = ("memory", "disk")
_EDITS = 5


class Bench:
    """One size in one place: everything in turn, round by round, so that a busy minute of the machine meets all."""

    def __init__(self, size: str, folder: Path, only: Sequence[str]) -> None:
        """Writes the content into `folder`, which is emptied, and gets each program ready."""
        measure.removed(folder)
        self.site, self.size = folder / "content", corpus.SIZES[size]
        corpus.write(self.site, self.size)
        self.folder, self.only = folder, only
        self._costs: dict[tuple[str, str], list[Cost]] = defaultdict(list)
        self._extents: dict[str, Extent] = {}
        self._ours = [peers.factbook(peers.OURS, self.site, _made(folder / "ours"))]
        if "earlier" in only:
            code = earlier(folder / "earlier-code")
            site = peers.with_own_fingerprints(self.site, folder / "earlier-content", code)
            self._ours.append(peers.factbook(peers.EARLIER, site, _made(folder / "earlier"), code))
        for own in self._ours:
            own.cold()  # compiles the theme's templates, as the first run on a machine does
        self._peers = list(self._others(size))

    def round(self) -> None:
        """Each program once."""
        for own in self._ours:
            self._keep(own, "cold", own.cold())
            self._keep(own, "nothing changed", own.again())
            self._keep(own, "check, all kept", own.checked())
            with _edited(own.site):
                self._keep(own, "one fact changed, cache restored", own.anew())
            own.forget()
            self._keep(own, "check, nothing kept", own.checked())
        for peer in tuple(self._peers):
            try:
                self._keep(peer, "cold", peer.cold())
            except measure.Failed as failed:
                print(f"  {peer.name} does not build this size: {failed}", flush=True)
                self._peers.remove(peer)

    def rows(self) -> tuple[Row, ...]:
        """The medians of all rounds."""
        programs = (*self._ours, *self._peers)
        return tuple(
            Row(program.name, task, measure.median(costs), self._extents[program.name] if task == "cold" else None)
            for program in programs
            for (name, task), costs in self._costs.items()
            if name == program.name
        )

    def served(self) -> dict[str, live.Served]:
        """The preview of each of our own programs, records of an earlier run kept."""
        topic = self.size.topics - 2
        return {own.name: live.served(own.site, topic, _EDITS, own.serve, own.environment) for own in self._ours}

    def stages(self) -> dict[str, float]:
        """CPU seconds of each stage of our build, in one process."""
        own = self._ours[0]
        own.forget()
        command = (sys.executable, "-m", "tests.bench.stages", str(self.site), str(self.folder / "stages" / "site"))
        environment = {**os.environ, **own.environment, "FACTBOOK_ONE_PROCESS": "1"}
        (self.folder / "stages").mkdir()
        said = subprocess.run(
            command, check=True, capture_output=True, text=True, env=environment, cwd=REPOSITORY
        ).stdout
        return {str(name): float(seconds) for name, seconds in json.loads(said).items()}

    def _others(self, size: str) -> Iterator[Program]:
        page = self._ours[0].output / "topics" / f"topic-{self.size.topics - 2}" / "index.html"
        if "hugo" in self.only:
            yield peers.hugo(peers.HUGO, self.site, self.folder / "hugo", page)
            yield peers.hugo(peers.HUGO_PAGES, self.site, self.folder / "hugo-pages", page)
        if "floor" in self.only:
            written = self.folder / "written"
            shutil.copytree(self._ours[0].output, written)
            (self.folder / "floor").mkdir()
            yield peers.floor(self.site, written, self.folder / "floor")
        if size == "large" or not {"mkdocs", "zensical"} & set(self.only):
            return  # MkDocs and Zensical take hours at large
        tree = self.folder / "tree"
        peers.markdown(self.site, tree)
        if "mkdocs" in self.only:
            yield peers.mkdocs(tree, self.folder / "mkdocs")
        if "zensical" in self.only:
            yield peers.zensical(tree, self.folder / "zensical")

    def _keep(self, program: Program, task: str, cost: Cost) -> None:
        print(
            f"  {program.name}, {task}: {cost.wall:.2f} s, CPU {cost.cpu:.2f} s, {cost.peak / 1e6:.0f} MB", flush=True
        )
        self._costs[program.name, task].append(cost)
        if task == "cold" and program.name not in self._extents:
            self._extents[program.name] = measure.extent(program.output)


@contextmanager
def _edited(site: Path) -> Iterator[None]:
    """The content with other words in one fact of the heaviest topic."""
    file = max((site / "content" / "facts").glob("topic-0-*.yml"))
    before = file.read_text()
    file.write_text(before.replace(" were ", " had been ", 1))
    try:
        yield
    finally:
        file.write_text(before)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def earlier(folder: Path) -> Path:
    """The code of the first edition, in a folder of its own."""
    subprocess.run(("git", "clone", "--quiet", str(REPOSITORY), str(folder)), check=True)
    subprocess.run(("git", "-C", str(folder), "checkout", "--quiet", FIRST_EDITION), check=True)
    return folder


def run(size: str, place: str, folder: Path, rounds: int, only: Sequence[str]) -> Results:
    """All that is measured of one size in one place; on the disk only what writes much."""
    print(f"{size}, {place}:", flush=True)
    in_memory = place == "memory"
    bench = Bench(size, folder, only if in_memory else [who for who in only if who not in ("mkdocs", "zensical")])
    for _ in range(rounds):
        bench.round()
    return Results(
        size=size,
        place=place,
        rounds=rounds,
        rows=bench.rows(),
        stages=bench.stages() if in_memory else {},
        served=bench.served() if in_memory else {},
        load=os.getloadavg()[0],
    )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--size", choices=corpus.SIZES, nargs="+", default=["small", "medium"])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=WHO, nargs="+", default=list(WHO))
    parser.add_argument("--place", choices=PLACES, nargs="+", default=list(PLACES))
    parser.add_argument("--page", type=Path, default=PAGE, help="the page that is written")
    given = parser.parse_args()
    results: list[Results] = []
    installed = set_ups() if "setup" in given.only else {}
    for size in given.size:
        for place in given.place:
            with _folder(place) as folder:
                results.append(run(size, place, folder / size, given.rounds, given.only))
            write(results, installed, given.page)


def set_ups() -> dict[str, set_up.SetUp]:
    """A first `make site` of this commit and of the first edition's."""
    found = {}
    for name, commit in ((peers.OURS, "HEAD"), (peers.EARLIER, FIRST_EDITION)):
        with _folder("disk") as folder:
            found[name] = set_up.first_site(REPOSITORY, commit, folder)
    return found


@contextmanager
def _folder(place: str) -> Iterator[Path]:
    """A folder in memory, where the system has such, or on the disk on which the repository lies."""
    memory = Path("/dev/shm")
    disk = REPOSITORY / ".cache"
    disk.mkdir(exist_ok=True)
    within = memory if place == "memory" and memory.is_dir() else disk
    with tempfile.TemporaryDirectory(prefix="factbook-bench-", dir=within) as folder:
        yield Path(folder)


if __name__ == "__main__":
    main()

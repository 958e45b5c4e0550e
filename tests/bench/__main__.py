"""Bench: builds the same content with Factbook and its peers in turn, and writes the table of what each costs.

make bench                      small and medium, three rounds
make bench SIZES="medium large" ROUNDS=5
python -m tests.bench --size small --rounds 1 --only ours --folder FOLDER
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import corpus, live, measure, peers
from tests.bench.report import FLOOR, Results, write

if TYPE_CHECKING:
    from tests.bench.measure import Cost
    from tests.bench.peers import Peer

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "performance.md"
_SLOW = ("mkdocs", "zensical")
"""Not run on the large corpus: they take many minutes a build."""
WHO = ("ours", "floor", "mkdocs", "zensical", "hugo")


def run(size: str, folder: Path, rounds: int, slow_rounds: int, only: tuple[str, ...]) -> Results:
    """One size: everything in turn, round by round, so that a busy minute of the machine meets all alike."""
    site, output = folder / "content", folder / "ours" / "site"
    corpus.write(site, corpus.SIZES[size])
    os.environ["XDG_CACHE_HOME"] = str(folder / "ours" / "cache")
    output.parent.mkdir()
    own = peers.ours(site, output)
    own.cold()  # compiles the theme's templates, as the first run on a machine does
    found: dict[str, list[Cost]] = {}
    others = [] if set(only) <= {"ours", "floor"} else _others(size, site, folder, only)
    for number in range(rounds):
        _keep(found, own.name, own.cold())
        for peer in others:
            if number < (slow_rounds if "Hugo" not in peer.name else rounds):
                _keep(found, peer.name, peer.cold())
        if "floor" in only:
            _keep(found, FLOOR, _floor(site, output, folder))
        _again(found, own, site)
    return Results(
        size=size,
        rounds=rounds,
        costs={name: measure.median(costs) for name, costs in found.items()},
        phases=_phases(site, folder / "phases" / "site"),
        live=live.edit_to_page(site, 5, {}),
        load=os.getloadavg()[0],
    )


def _again(found: dict[str, list[Cost]], own: Peer, site: Path) -> None:
    """`check` from nothing, a rebuild without a change, and one with a changed fact."""
    kept = own.caches[0]
    _keep(found, "build again, nothing changed", measure.cost(own.command, own.folder, None))
    file = min((site / "content" / "facts").glob("topic-0-*.yml"))
    text = file.read_text()
    file.write_text(text.replace(" said that ", " told us that ", 1))
    _keep(found, "build again, one fact changed", measure.cost(own.command, own.folder, None))
    file.write_text(text)
    command = (sys.executable, "-m", "factbook", "check", "--site", str(site), "--quiet")
    _keep(found, "check, records kept", measure.cost(command, own.folder, None))
    measure.removed(kept)
    _keep(found, "check, cold", measure.cost(command, own.folder, None))


def _others(size: str, site: Path, folder: Path, only: tuple[str, ...]) -> list[Peer]:
    tree, page = folder / "tree", folder / "ours" / "site" / "topics" / "topic-1" / "index.html"
    peers.markdown(site, tree)
    found = []
    if "mkdocs" in only and size != "large":
        found.append(peers.mkdocs(tree, folder / "mkdocs"))
    if "zensical" in only and size != "large":
        found.append(peers.zensical(tree, folder / "zensical"))
    if "hugo" in only:
        found += [
            peers.hugo_markdown(tree, folder / "hugo-markdown", page),
            peers.hugo_yaml(site, folder / "hugo-yaml", page),
        ]
    return found


def _floor(site: Path, output: Path, folder: Path) -> Cost:
    target = folder / "floor"
    measure.removed(target)
    command = (sys.executable, "-m", "tests.bench.floor", str(site / "content"), str(output), str(target))
    return measure.cost(command, Path.cwd(), target)


def _phases(site: Path, output: Path) -> dict[str, float]:
    output.parent.mkdir()
    command = (sys.executable, "-m", "tests.bench.phases", str(site), str(output))
    environment = {**os.environ, "FACTBOOK_ONE_PROCESS": "1"}
    said = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
    return {str(name): float(seconds) for name, seconds in json.loads(said).items()}


def _keep(found: dict[str, list[Cost]], name: str, cost: Cost) -> None:
    print(f"  {name}: {cost.wall:.2f} s, CPU {cost.cpu:.2f} s, {cost.peak / 1e6:.0f} MB", flush=True)
    found.setdefault(name, []).append(cost)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--size", choices=corpus.SIZES, nargs="+", default=["small", "medium"])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--slow-rounds", type=int, default=1, help="rounds of MkDocs and Zensical")
    parser.add_argument("--only", choices=WHO, nargs="+", default=list(WHO))
    parser.add_argument("--folder", type=Path, help="where to work; by default a folder that is removed at the end")
    parser.add_argument("--page", type=Path, default=PAGE, help="the page that is written")
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp(prefix="factbook-bench-"))
    try:
        results = []
        for size in given.size:
            print(f"{size}:", flush=True)
            measure.removed(folder / size)
            results.append(run(size, folder / size, given.rounds, given.slow_rounds, tuple(given.only)))
            write(results, given.page)
    finally:
        if given.folder is None:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()

"""Promise 1: whatever a file holds, there is an answer with its place, in little time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from factbook.content import yaml as marked_yaml
from tests.conftest import FLOOD, REPOSITORY
from tests.trust.conftest import FULL
from tests.trust.mutations import content_files, mutation

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECONDS, MEGABYTES = 2.0, 300
"""Of the processor, so that a busy machine does not count; and of memory, for all files of a group together."""


def run(folder: Path, *arguments: object) -> list[dict[str, Any]]:
    """The trials of a group, in a process of its own; fails with the file that ended it."""
    command = [sys.executable, "-m", "tests.trust.trial", str(folder), *map(str, arguments)]
    ended = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False, timeout=900)
    lines = [json.loads(line) for line in ended.stdout.splitlines() if line.startswith("{")]
    assert ended.returncode == 0, f"{lines[-1:]} ended the process: {ended.returncode}\n{ended.stderr[-2000:]}"
    return [line for line in lines if "done" in line]


def faults(trials: list[dict[str, Any]]) -> list[str]:
    """Each trial that failed, took too long or needed too much."""
    return [
        f"{trial['done']}: {trial['seconds']} s, {trial['megabytes']} MB {trial['failure']}"
        for trial in trials
        if trial["failure"] or (FULL and (trial["seconds"] > SECONDS or trial["megabytes"] > MEGABYTES))
    ]


def worst(trials: list[dict[str, Any]]) -> str:
    seconds, memory = max(trial["seconds"] for trial in trials), max(trial["megabytes"] for trial in trials)
    return f"no traceback, signal or hang; slowest {seconds:.2f} s, most memory {memory} MB"


def test_traps(tmp_path: Path, record: Callable[[int, str, str, str], None]) -> None:
    """Depth, bombs, directives, encodings, control characters, sizes: in content, settings, pages and texts."""
    trials = run(tmp_path / "site", "flood", "traps")
    assert len(trials) > 190
    assert not faults(trials)
    record(1, "known traps, in every kind of file", f"{len(trials)} files", worst(trials))


@pytest.mark.parametrize(("site", "first", "sample", "all_"), [("flood", 0, 250, 2600), ("shipped", 50_000, 30, 600)])
def test_mutations(
    tmp_path: Path, full: bool, record: Callable[[int, str, str, str], None], site: str, first: int, sample: int,
    all_: int,
) -> None:  # fmt: skip
    """Seeded damage to each file of a valid site; what is refused is refused with its place."""
    trials = run(tmp_path / "site", site, "mutations", first, all_ if full else sample)
    assert not faults(trials)
    refused = [trial for trial in trials if trial["errors"]]
    assert len(refused) > len(trials) / 4
    placed = [trial for trial in refused if all(error.count(":") >= 2 for error in trial["errors"])]
    assert len(placed) == len(refused)
    what = f"seeded damage to the {'small' if site == 'flood' else 'shipped'} site"
    record(1, what, f"{len(trials)} files, {len(refused)} refused, each with file and line", worst(trials))


def test_what_is_accepted_is_what_stands_there(full: bool, record: Callable[[int, str, str, str], None]) -> None:
    """Read a second time by libyaml's own composer, all values as strings, an accepted file gives the same values."""
    files = {path: data for path, data in content_files(FLOOD).items() if path.endswith(".yml")}
    accepted = 0
    for seed in range(100_000, 100_000 + (6000 if full else 1200)):
        case = mutation(files, seed)
        if len(case.data) > 60_000:
            continue
        tree, problems = marked_yaml.read(case.data, case.path)
        if tree is not None and not problems:
            accepted += 1
            text = case.data.decode("utf-8").removeprefix("\ufeff")
            assert tree.value == _plain(yaml.load(text, yaml.CBaseLoader)), case.name
    assert accepted > 100
    record(1, "accepted values against a second reader", f"{accepted} damaged files", "every value equal")


def _plain(value: object) -> object:
    return "" if value is None else value


def test_objects_are_not_made(tmp_path: Path) -> None:
    """A tag that would run a program in other readers runs none here."""
    marker = tmp_path / "was-here"
    data = f"!!python/object/apply:pathlib.Path.touch [!!python/object/apply:pathlib.Path ['{marker}']]".encode()
    tree, problems = marked_yaml.read(data, "content/facts/a.yml")
    assert problems
    assert problems[0].code == "yaml-tag"
    assert not marker.exists()
    assert tree is not None

"""Proof: makes corrupted copies of the shipped facts and counts which of them the checks catch, and where.

    python -m tests.evidence.proof        (FACTBOOK_SNAPSHOTS names the folder of the texts)

Each copy is checked alone, with all sources, actors, topics and series around it, exactly as `factbook check`
would: it is written as YAML text, read, linked, held against the texts, and run through every check.
"""

from __future__ import annotations

import json
import os
import random
import re
import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from factbook.config import reader
from factbook.content import link, load
from factbook.evidence import checks, lookup
from factbook.evidence.checks import copies_declared
from factbook.evidence.texts.store import Snapshots
from tests.evidence.corruptions import KINDS, Corruption, World

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Record
    from factbook.diagnostics.types import Diagnostic

ROOT = Path(__file__).parents[2]
WANTED = 2400


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    kind: str
    made: int
    caught: int


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of it."""

    rows: tuple[Row, ...]
    missed: tuple[tuple[Corruption, tuple[Diagnostic, ...]], ...]

    @property
    def made(self) -> int:
        """How many corrupted copies there were."""
        return sum(row.made for row in self.rows)

    @property
    def share(self) -> float:
        """Part of them that was caught, with a right code on the right line."""
        return sum(row.caught for row in self.rows) / self.made

    def table(self) -> str:
        """The table, in Markdown."""
        lines = ["| what was done to a right fact | copies | caught |", "|---|---|---|"]
        lines += [f"| {row.kind} | {row.made} | {row.caught} |" for row in self.rows]
        caught = sum(row.caught for row in self.rows)
        lines.append(f"| **all** | **{self.made}** | **{caught}** ({self.share:.2%}) |")
        return "\n".join(lines)


class Bench:
    """The right content, ready to be checked with one fact replaced."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        records, _ = load.read(settings.root)
        self.others = [record for record in records if record.kind not in ("fact", "briefing")]
        self.facts = {record.id: record for record in records if record.kind == "fact"}
        self.snapshots = Snapshots(settings.snapshots)
        self.corpus, _ = link.link(records, settings.languages[0])
        self.evidence = lookup.look_up_all(self.corpus, self.snapshots)

    def check(self, values: dict[str, object]) -> tuple[tuple[Diagnostic, ...], Record | None]:
        """What the checks say of one fact, written out as a file of its own."""
        path = f"content/facts/{values['id']}.yml"
        text = json.dumps(values, ensure_ascii=False, indent=1)
        records, misshapen = load.parse(text.encode(), path)
        named = re.findall(r"[a-z0-9-]+", text)
        around = [self.facts[name] for name in dict.fromkeys(named) if name in self.facts and name != values["id"]]
        used = [record for record in self.others if record.kind != "source" or f'"{record.id}"' in text]
        corpus, unlinked = link.link([*used, *around, *records], self.settings.languages[0])
        gathered = lookup.look_up_all(corpus, self.snapshots)
        found = (*misshapen, *unlinked, *checks.run(corpus, gathered, self.settings))
        mine = tuple(d for d in found if d.span.path == path)
        return mine, records[0] if records else None


def prove(settings: Settings, seed: int = 1, wanted: int = WANTED) -> Proof:
    """Makes at least `wanted` corrupted copies, evenly over the kinds and facts, and checks each."""
    bench = Bench(settings)
    words = sorted({w for f in bench.corpus.facts.values() for c in f.citations for w in c.quote.split()})
    world = World(bench.corpus, bench.evidence, tuple(words))
    draw = random.Random(seed)
    made: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    missed = []
    while sum(made.values()) < wanted:
        before = sum(made.values())
        for record in bench.facts.values():
            for kind in KINDS:
                for corruption in kind(record.tree.value, world, draw):  # type: ignore[arg-type]
                    found, changed = bench.check(corruption.fact)
                    made[corruption.kind] += 1
                    if _caught(corruption, found, changed):
                        caught[corruption.kind] += 1
                    else:
                        missed.append((corruption, found))
        assert sum(made.values()) > before, "no corruption could be made"
    rows = [Row(kind, made[kind], caught[kind]) for kind in made]
    return Proof((*rows, *copies(bench, draw)), tuple(missed))


def copies(bench: Bench, draw: random.Random) -> tuple[Row, ...]:
    """Copies of each document that nobody declares: as it is, cut, with words left out, under other words."""
    with TemporaryDirectory() as folder:
        told = [_is_told(bench, name, text, Path(folder)) for name, text in _copies(bench, draw)]
    translations = [_translation_is_told(bench, name) for name in bench.corpus.sources]
    found = [result for result in translations if result is not None]
    rows = (
        Row("copy declared independent", len(told), sum(told)),
        Row("translation declared independent", len(found), sum(found)),
    )
    return tuple(row for row in rows if row.made)


def _copies(bench: Bench, draw: random.Random) -> Iterator[tuple[str, str]]:
    for name, text in bench.evidence.texts.items():
        words = text.split()
        if len(words) < 60:
            continue
        half = len(words) // 2
        yield name, text
        yield name, " ".join(words[:half])
        yield name, " ".join(words[half:])
        yield name, " ".join(word for number, word in enumerate(words) if number % 12)
        others = [draw.choice(words) for _ in range(half)]
        yield name, " ".join(["Another headline.", *words, *others])


def _is_told(bench: Bench, name: str, text: str, folder: Path) -> bool:
    (folder / "copy.txt").write_text(text, encoding="utf-8")
    language = bench.corpus.sources[name].language
    record = f"id: undeclared-copy\nlanguage: {language}\nfile: copy.txt\n"
    records, _ = load.parse(record.encode(), "content/sources/undeclared-copy.yml")
    corpus, _ = link.link([*bench.others, *records], bench.settings.languages[0])
    gathered = lookup.look_up_all(corpus, Snapshots((folder, *bench.settings.snapshots)))
    found = copies_declared.check(corpus, gathered, bench.settings)
    return any("undeclared-copy.yml" in problem.span.path for problem in found)


def _translation_is_told(bench: Bench, name: str) -> bool | None:
    """Whether a translation is found when its `derived_from` is taken away; None for what is no translation."""
    source = bench.corpus.sources[name]
    if source.made_from is None or source.made_from.how != "translation" or name not in bench.evidence.texts:
        return None
    sources = {**bench.corpus.sources, name: replace(source, derived_from=())}
    origin_of = {**bench.corpus.origin_of, name: name}
    alone = replace(bench.corpus, sources=sources, origin_of=origin_of)
    found = copies_declared.check(alone, bench.evidence, bench.settings)
    return any(name in problem.span.path for problem in found)


def false_alarms(settings: Settings) -> tuple[Diagnostic, ...]:
    """What the checks say of the right content, fact by fact, as they are run above."""
    bench = Bench(settings)
    return tuple(d for record in bench.facts.values() for d in bench.check(record.tree.value)[0])  # type: ignore[arg-type]


def settings_here() -> Settings:
    """The shipped site's settings, with the texts that FACTBOOK_SNAPSHOTS names."""
    settings, _ = reader.read(ROOT, os.environ)
    assert settings is not None
    return replace(settings, root=ROOT)


def _caught(corruption: Corruption, found: tuple[Diagnostic, ...], record: Record | None) -> bool:
    """Whether a right code stands on the line of the fault."""
    if record is None:
        return False
    line = record.span(*corruption.way).line
    return any(d.code in corruption.codes and d.span.line == line for d in found)


def main() -> None:
    """Prints the table, and what was missed."""
    proof = prove(settings_here())
    print(proof.table())
    for corruption, found in proof.missed:
        here: object = corruption.fact
        for step in corruption.way:
            here = here[step]  # type: ignore[index]
        told = ", ".join(f"{d.code}@{d.span.line}" for d in found)
        print(f"missed: {corruption.kind}: {corruption.fact['id']}: {here} [{told}]", file=sys.stderr)


if __name__ == "__main__":
    main()

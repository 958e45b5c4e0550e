"""Proof: right facts and falsehoods of every known kind from passages of our own, and what is told of each.

python -m tests.evidence.field            # prints the table
python -m tests.evidence.field --write    # writes it into docs/explanation/checks.md
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from factbook.config import reader as config
from factbook.pipeline import stages as pipeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PASSAGES = tuple(Path(__file__).with_name(name) for name in ("passages.yml", "fresh_passages.yml"))
PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "checks.md"
BEGIN, END = "<!-- written by `python -m tests.evidence.field --write` -->", "<!-- to here -->"
CONFIG = "name: Probe\ndescription: Passages of our own.\nlanguages: [en, de]\n"


@dataclass(frozen=True, slots=True)
class Told:
    """What `check` tells of one fact: its codes, and whether one of them is an error."""

    codes: frozenset[str]
    error: bool


@dataclass(frozen=True, slots=True)
class Falsehood:
    """A right fact with something changed."""

    kind: str
    of: str
    fact: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Results:
    """What was told of the right facts and of the falsehoods."""

    right: dict[str, Told]
    wrong: dict[str, tuple[int, int]]
    """By kind: how many were tried, and of how many something was told."""

    @property
    def caught(self) -> float:
        return sum(caught for _, caught in self.wrong.values()) / sum(tried for tried, _ in self.wrong.values())


@cache
def results() -> Results:
    """Checks every right fact, and every falsehood beside no other of the same fact."""
    right = dict(_facts())
    told = _check(right)
    falsehoods = list(_falsehoods())
    counts: defaultdict[str, list[bool]] = defaultdict(list)
    while falsehoods:
        batch = {falsehood.of: falsehood for falsehood in reversed(falsehoods)}
        seen = _check({of: falsehood.fact for of, falsehood in batch.items()})
        for of, falsehood in batch.items():
            counts[falsehood.kind].append(bool(seen[of].codes - told[of].codes))
        falsehoods = [falsehood for falsehood in falsehoods if falsehood is not batch[falsehood.of]]
    return Results(told, {kind: (len(seen), sum(seen)) for kind, seen in sorted(counts.items())})


def table(found: Results) -> str:
    """The table as Markdown, kinds at 0 % too."""
    rows = [f"| {kind} | {tried} | {caught / tried:.0%} |" for kind, (tried, caught) in found.wrong.items()]
    all_tried = sum(tried for tried, _ in found.wrong.values())
    alarms = sum(bool(told.codes) for told in found.right.values())
    return "\n".join(
        (
            "| what is false | facts | pointed out |",
            "|---|---|---|",
            *rows,
            f"| **all** | **{all_tried}** | **{found.caught:.0%}** |",
            "",
            f"Of the {len(found.right)} right facts from the same passages {alarms} got a message.",
        )
    )


def _passages() -> list[dict[str, Any]]:
    return [
        {"id": passage["language"], **passage}
        for file in PASSAGES
        for passage in yaml.safe_load(file.read_text("utf-8"))
    ]


def _facts() -> Iterator[tuple[str, dict[str, Any]]]:
    for passage in _passages():
        for number, fact in enumerate(passage["facts"]):
            yield f"{passage['id']}-{number}", _written(passage["id"], fact)


def _falsehoods() -> Iterator[Falsehood]:
    for passage in _passages():
        for number, fact in enumerate(passage["facts"]):
            for kind, changes in fact["wrong"].items():
                changed = _written(passage["id"], {**fact, **changes})
                yield Falsehood(kind, f"{passage['id']}-{number}", changed)


def _written(source: str, fact: dict[str, Any]) -> dict[str, Any]:
    """A fact as its file holds it."""
    citation = {"source": source, **{key: fact[key] for key in ("quote", "translation") if fact.get(key)}}
    own = {key: fact[key] for key in ("asserted_by", "stance", "caveat") if fact.get(key)}
    date = str(fact.get("date", "../2024-06-05"))
    return {"statement": fact["statement"], "date": date, "topics": ["news"], **own, "citations": [citation]}


def _check(facts: dict[str, dict[str, Any]]) -> dict[str, Told]:
    """What is told of each of the facts, by the file in which it stands."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for path, text in _site(facts):
            (place / path).parent.mkdir(parents=True, exist_ok=True)
            (place / path).write_text(text, encoding="utf-8")
        settings, _ = config.read(place, environment={})
        assert settings is not None
        problems = [problem for problem in pipeline.check(settings).diagnostics if problem.span]
    return {name: _told(name, problems) for name in facts}


def _told(name: str, problems: Iterable[Any]) -> Told:
    mine = [problem for problem in problems if str(problem.span.path).endswith(f"facts/{name}.yml")]
    return Told(frozenset(problem.code for problem in mine), any(problem.severity == "error" for problem in mine))


def _site(facts: dict[str, dict[str, Any]]) -> Iterator[tuple[str, str]]:
    yield "site_config.yml", CONFIG
    yield "content/topics/news.yml", "id: news\ntitle: {en: News, de: Nachrichten}\n"
    for passage in _passages():
        name, published = passage["id"], str(passage.get("published", "2024-06-05"))
        source = {"id": name, "title": name, "publisher": passage["publisher"], "language": passage["language"]}
        yield f"content/sources/{name}.yml", _dump({**source, "published": published, "file": f"{name}.txt"})
        yield f"content/snapshots/{name}.txt", passage["text"]
        for actor, called in passage.get("actors", {}).items():
            if isinstance(called, dict) and "name" in called:
                yield f"content/actors/{actor}.yml", _dump({"id": actor, **called})
                continue
            first = called if isinstance(called, str) else called["en"]
            aliases = [] if isinstance(called, str) else [word for key, word in called.items() if key != "en"]
            kind = "person" if "-" in actor else "organisation"
            yield f"content/actors/{actor}.yml", _dump({"id": actor, "name": first, "kind": kind, "aliases": aliases})
    for name, fact in facts.items():
        yield f"content/facts/{name}.yml", _dump({"id": name, **fact})


def _dump(record: dict[str, Any]) -> str:
    filled = {key: value for key, value in record.items() if value != []}
    return yaml.safe_dump(filled, allow_unicode=True, sort_keys=False, width=10_000)


def written(page: str, text: str) -> str:
    """The page with the table between its marks."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}"


def main() -> None:
    """Prints the table, or writes it into the documentation."""
    words = argparse.ArgumentParser(description="What the checks tell of right facts and of falsehoods.")
    words.add_argument("--write", action="store_true", help="write the table into docs/explanation/checks.md")
    text = table(results())
    if words.parse_args().write:
        PAGE.write_text(written(PAGE.read_text("utf-8"), text), encoding="utf-8")
    else:
        print(text)
        for name, told in results().right.items():
            if told.codes:
                print(name, *sorted(told.codes))


if __name__ == "__main__":
    main()

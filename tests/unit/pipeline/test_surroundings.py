"""What a check of one fact may look at: with nothing else there it says the same; and the sum over it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from factbook.config import reader
from factbook.content import link, load
from factbook.evidence import checks, lookup
from factbook.evidence.texts.store import Snapshots
from factbook.pipeline.surroundings import ALL, Sums, Surroundings
from tests.cases.case import all_cases
from tests.conftest import FLOOD, REPOSITORY, VALLEY

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Fact
    from factbook.diagnostics.types import Diagnostic
    from factbook.evidence.model import Evidence

CASES = {case.name: case for case in all_cases() if case.name.startswith("checks/")}


@pytest.mark.parametrize("name", CASES)
def test_each_check_of_a_fact_says_the_same_without_the_rest_of_a_case(name: str, tmp_path: Path) -> None:
    CASES[name].lay_out(tmp_path)
    says_the_same_without_the_rest(tmp_path)


@pytest.mark.parametrize("site", [FLOOD, VALLEY, REPOSITORY], ids=lambda site: site.name)
def test_each_check_of_a_fact_says_the_same_without_the_rest_of_a_site(site: Path) -> None:
    says_the_same_without_the_rest(site)


def says_the_same_without_the_rest(root: Path) -> None:
    corpus, settings, found = read(root)
    for fact in corpus.facts.values():
        around = without_the_rest(fact, corpus)
        less = replace(
            found,
            lookups={place: finding for place, finding in found.lookups.items() if place[0] == fact.id},
            held_texts=kept(found.held_texts, around.sources),
            texts=kept(found.texts, around.sources),
        )
        alone = replace(corpus, facts={fact.id: fact})
        for check in (one for one in checks.CHECKS if one.scope == "fact"):
            said = of_fact(check(alone, replace(found, lookups=less.lookups), settings), fact)
            assert of_fact(check(around, less, settings), fact) == said, f"{check.name} looks further"


def without_the_rest(fact: Fact, corpus: Corpus) -> Corpus:
    """A corpus that holds what is around a fact and nothing else."""
    around = Surroundings(corpus).of_fact(fact)
    named = {table: {name for in_table, name in around if in_table == table} for table, _ in around}
    sources, actors = named.get("sources", set()), named.get("actors", set())
    return replace(
        corpus,
        facts={fact.id: fact},
        sources=kept(corpus.sources, sources),
        actors=kept(corpus.actors, actors),
        topics=kept(corpus.topics, named.get("topics", set())),
        series=kept(corpus.series, named.get("series", set())),
        facts_by_actor={},
        facts_said_by={},
        facts_by_topic={},
        facts_by_source={},
        facts_by_series={},
        contradictions={},
        superseded_by={},
        members=kept(corpus.members, actors),
        origins={name: origin for name, origin in corpus.origins.items() if set(origin.sources) <= sources},
        origin_of=kept(corpus.origin_of, sources),
        actor_by_name={
            name: actor for name, actor in corpus.actor_by_name.items() if actor in actors or ALL in actors
        },
        redirects={},
    )


def kept(table: Any, names: Any) -> dict[str, Any]:
    return {name: table[name] for name in table if name in names or ALL in names}


def of_fact(problems: Any, fact: Fact) -> list[Diagnostic]:
    """What stands in the fact; what a check says of sources by themselves is said each time."""
    own = fact.record.span()
    return [
        problem
        for problem in problems
        if problem.span.path == own.path and own.line <= problem.span.line <= own.end_line
    ]


def read(root: Path) -> tuple[Corpus, Settings, Evidence]:
    settings, _ = reader.read(root, {})
    assert settings is not None
    corpus, _ = link.link(load.read(root)[0], settings.languages[0])
    return corpus, settings, lookup.look_up_all(corpus, Snapshots(settings.snapshots))


CHANGES = {
    "its own words": ("content/facts/neighbour.yml", "rose by 40", "rose by some 40"),
    "its source": ("content/sources/gazette.yml", "2024-06-02", "2024-06-03"),
    "its text": ("content/snapshots/gazette.txt", "Nobody", "No one"),
    "the fingerprint of its text": ("content/snapshots/gazette.txt.fingerprint", "factbook", "factbooks"),
    "an actor": ("content/actors/ada-keller.yml", "Ada", "Ida"),
    "its series": ("content/series/rise.yml", "Rise", "Fall"),
    "its topic": ("content/topics/flood.yml", "flood", "tide"),
    "the configuration": ("site_config.yml", "languages: [en]", "languages: [de]"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_sum_is_another_one_after_a_change_of(change: str, tmp_path: Path) -> None:
    site(tmp_path)
    before, (path, old, new) = sum_of(tmp_path), CHANGES[change]
    file = tmp_path / path
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))
    assert sum_of(tmp_path) != before


OTHERS = {
    "another place in its file": ("content/facts/neighbour.yml", "# Moved down.\n\n"),
    "a fact elsewhere": ("content/facts/other.yml", "id: other\nstatement: Other words.\ndate: 2024-06-01\n"),
    "a text that it does not cite": ("content/snapshots/gazette.txts", "Another text.\n"),
}


@pytest.mark.parametrize("change", OTHERS)
def test_the_sum_stays_after(change: str, tmp_path: Path) -> None:
    site(tmp_path)
    before, (path, text) = sum_of(tmp_path), OTHERS[change]
    file = tmp_path / path
    file.write_text(text + (file.read_text() if file.exists() else ""))
    assert sum_of(tmp_path) == before


DAYS = {
    "past for both": ("2024-06-01", "2026-02-03", "2026-02-04", True),
    "past for the later day alone": ("2026-02-03", "2026-02-03", "2026-02-04", False),
    "to come for both": ("2030-01-01", "2026-02-03", "2026-02-04", False),
    "in a month that is not over": ("2026-02", "2026-02-03", "2026-02-04", False),
    "in a year that is over": ("2025", "2026-02-03", "2026-02-04", True),
}


@pytest.mark.parametrize("name", DAYS)
def test_the_day_of_the_build_matters_for_what_is_to_come(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A day that is over for both builds is over for good."""
    date, one, other, same = DAYS[name]
    site(tmp_path)
    file = tmp_path / "content/facts/neighbour.yml"
    file.write_text(file.read_text().replace("date: 2024-06-01", f'date: "{date}"'))
    sums = []
    for day in (one, other):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(seconds(day)))
        sums.append(sum_of(tmp_path))
    assert (sums[0] == sums[1]) is same


def seconds(day: str) -> int:
    from datetime import UTC, datetime

    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())


def site(root: Path) -> None:
    shutil.rmtree(root, ignore_errors=True)
    CASES["checks/quote-found"].lay_out(root)


def sum_of(root: Path) -> bytes:
    corpus, settings, _ = read(root)
    return Sums(corpus, settings).of_fact(corpus.facts["the-river-rises"])


@pytest.mark.timeout(60)
@pytest.mark.parametrize("ending", ["", ".fingerprint", ".context"])
def test_what_has_no_end_is_not_read_for_a_sum(tmp_path: Path, ending: str) -> None:
    copy = tmp_path / "root"
    shutil.copytree(FLOOD, copy)
    file = copy / "content" / "snapshots" / f"wire.txt{ending}"
    file.unlink()
    file.symlink_to("/dev/zero")
    corpus, settings, _ = read(copy)
    assert all(Sums(corpus, settings).of_fact(fact) for fact in corpus.facts.values())

"""Kept verdicts: what is found with them is what is found without, after edits of every kind."""

from __future__ import annotations

import os
import random
import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest

from factbook.config import reader
from factbook.config.settings import Plugin
from factbook.content import link, load
from factbook.diagnostics.types import Span
from factbook.evidence.model import Evidence
from factbook.pipeline import stages, verdicts
from factbook.runtime import disk_cache
from factbook.runtime.progress import no_progress
from tests.bench import corpus

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from factbook.evidence.model import QuoteLookup
    from factbook.pipeline.stages import CheckResult

SIZE = corpus.Size(actors=8, topics=5, sources=12, facts=40, series=2)
EDITS = int(os.environ.get("FACTBOOK_EDITS", "60"))


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    corpus.write(tmp_path / "root", SIZE)
    return tmp_path / "root"


def checked(root: Path) -> CheckResult:
    settings, _ = reader.read(root, {})
    assert settings is not None
    found = stages.check(settings)
    lookups = {place: replace(one, before="", after="") for place, one in found.evidence.lookups.items()}
    return replace(found, evidence=replace(found.evidence, lookups=lookups))


def checked_afresh(root: Path, monkeypatch: pytest.MonkeyPatch) -> CheckResult:
    with monkeypatch.context() as patched:
        patched.setenv(disk_cache.NONE, "1")
        return checked(root)


def fresh(root: Path) -> set[str]:
    """The facts that would be looked at now."""
    return set(looked(root).fresh)


def looked(root: Path) -> verdicts.Look:
    settings, _ = reader.read(root, {})
    assert settings is not None
    found, _ = link.link(load.read(root)[0], settings.languages[0])
    return verdicts.Look(found, settings, verdicts.read(settings, no_progress))


def test_all_that_evidence_holds_is_kept_or_made_on_demand() -> None:
    """A new table of it needs a place in `verdicts.Look`."""
    known = {"lookups", "held_texts", "suspected_copies", "lengths", "texts", "years"}
    assert {field.name for field in fields(Evidence)} == known


def test_nothing_is_looked_at_again_when_nothing_has_changed(root: Path) -> None:
    checked(root)
    assert fresh(root) == set()


@pytest.mark.parametrize(
    ("file", "pattern", "replacement"),
    [
        ("facts/topic-1-2020.yml", " were ", " had been "),
        ("topics/topic-1.yml", "summary: ", "summary: Once more, "),
        ("series/series-1.yml", "scope: ", "scope: again "),
        ("snapshots/report-3.txt", "river", "lake"),
    ],
)
def test_what_is_said_across_facts_is_asked_again_after_any_edit(
    root: Path, file: str, pattern: str, replacement: str
) -> None:
    checked(root)
    assert looked(root).is_quiet_across
    rewritten(root / "content" / file, pattern, replacement)
    assert not looked(root).is_quiet_across


def test_what_is_said_across_facts_is_asked_each_time_where_there_is_a_plugin(root: Path) -> None:
    checked(root)
    settings, _ = reader.read(root, {})
    assert settings is not None
    found, _ = link.link(load.read(root)[0], settings.languages[0])
    kept = verdicts.read(settings, no_progress)
    settings = replace(settings, plugins=(Plugin("another", Span("site_config.yml")),))
    look = verdicts.Look(found, settings, kept)
    again = verdicts.Look(found, settings, replace(kept, across=look._all))
    assert not again.is_quiet_across


def test_what_is_said_across_facts_is_asked_each_time_when_it_is_something(root: Path) -> None:
    rewritten(root / "content/topics/topic-1.yml", "summary: ", "summary: Some 7,654,321 of them. ")
    assert "number-without-fact" in {problem.code for problem in checked(root).diagnostics}
    assert not looked(root).is_quiet_across


def test_after_an_edit_of_one_fact_that_one_is_looked_at(root: Path) -> None:
    checked(root)
    rewritten(root / "content/facts/topic-1-2020.yml", r" were ", " had been ")
    assert len(fresh(root)) == 1


def test_a_fact_with_a_message_is_looked_at_each_time(root: Path) -> None:
    rewritten(root / "content/facts/topic-1-2020.yml", r"in delivery f\d+", "in no delivery")
    assert "quote-not-found" in {problem.code for problem in checked(root).diagnostics}
    assert len(fresh(root)) == 1


def test_what_is_expected_is_what_was_found_last_and_nothing_of_a_new_fact(root: Path) -> None:
    found = checked(root).evidence.lookups
    assert expected(root) == found
    rewritten(root / "content/facts/topic-1-2020.yml", r"- id: \w+", "- id: another")
    fewer = {place: finding for place, finding in expected(root).items() if finding.standing != "unread"}
    assert fewer.items() < found.items()


def expected(root: Path) -> Mapping[tuple[str, int], QuoteLookup]:
    settings, _ = reader.read(root, {})
    assert settings is not None
    found, _ = link.link(load.read(root)[0], settings.languages[0])
    return verdicts.expected(found, settings).lookups


@pytest.mark.timeout(3600)
def test_seeded_edits_find_what_a_look_from_nothing_finds(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draw = random.Random(1)
    checked(root)
    for number in range(EDITS):
        way = draw.choice(WAYS)
        way(root, draw, number)
        kept, without = checked(root), checked_afresh(root, monkeypatch)
        assert kept == without, f"edit {number}: {way.__name__}"
        assert list(kept.evidence.lookups) == list(without.evidence.lookups)


@pytest.mark.parametrize("spoil", [b"", b"nonsense", None], ids=["cut", "changed", "of another version"])
def test_a_cache_that_cannot_be_read_changes_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, spoil: bytes | None
) -> None:
    first = checked(root)
    (place,) = disk_cache.folder("verdicts").iterdir()
    data = place.read_bytes()
    place.write_bytes(b"another" + data if spoil is None else data[:90] + spoil)
    assert checked(root) == first
    assert fresh(root) == set()


def test_a_cache_that_cannot_be_written_changes_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = checked(root)
    (root / "no-folder").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(root / "no-folder"))
    assert checked(root) == first


def test_a_changed_rule_looks_at_everything(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked(root)
    monkeypatch.setattr(verdicts, "_RULES", (*verdicts._RULES, "cli"))
    assert len(fresh(root)) == SIZE.facts


def facts_file(root: Path, draw: random.Random) -> Path:
    return draw.choice(sorted((root / "content/facts").glob("*.yml")))


def rewritten(file: Path, pattern: str, replacement: str) -> None:
    text = file.read_text()
    assert re.search(pattern, text), f"{pattern} is not in {file.name}"
    file.write_text(re.sub(pattern, replacement, text, count=1))


def any_place(file: Path, draw: random.Random, pattern: str, replacement: str) -> None:
    """Rewrites one of the places at which the pattern stands, if there are any."""
    text = file.read_text()
    places = list(re.finditer(pattern, text))
    if places:
        place = draw.choice(places)
        file.write_text(text[: place.start()] + place.expand(replacement) + text[place.end() :])


def another_number(root: Path, draw: random.Random, number: int) -> None:
    """A statement whose number its quote does not have."""
    any_place(facts_file(root, draw), draw, r"said that [\d,]+", f"said that {number + 100_000:,}")


def another_quote(root: Path, draw: random.Random, number: int) -> None:
    any_place(facts_file(root, draw), draw, r"in delivery (f\d+)$", rf"in delivery \1{'' if number % 2 else 0}")


def a_cut_comment(root: Path, draw: random.Random, number: int) -> None:
    """Words that YAML takes for a comment, and a comment that is one."""
    any_place(facts_file(root, draw), draw, r'date: "(\S+)"', rf"date: \1 # edit {number}")


def a_line_above(root: Path, draw: random.Random, number: int) -> None:
    """Every fact of the file stands further down."""
    file = facts_file(root, draw)
    file.write_text(f"# edit {number}\n{file.read_text()}")


def a_link(root: Path, draw: random.Random, number: int) -> None:
    """A link to somebody else, to a topic, or to nobody."""
    names = [corpus.slug(actor) for actor in range(SIZE.actors)]
    name = draw.choice([*names, "topic-1", f"nobody-{number}"])
    any_place(facts_file(root, draw), draw, r"\[\[[\w-]+(\|\w+)?\]\]", f"[[{name}|somebody]]")


def a_renamed_file(root: Path, draw: random.Random, number: int) -> None:
    file = facts_file(root, draw)
    file.rename(file.with_name(f"renamed-{number}.yml"))


def a_renamed_actor(root: Path, draw: random.Random, number: int) -> None:
    """Another name, which the texts do not know."""
    file = root / f"content/actors/{corpus.slug(draw.randrange(SIZE.actors))}.yml"
    rewritten(file, r"name: .*", f"name: Actor of edit {'abcdefghij'[number % 10]}")


def another_id(root: Path, draw: random.Random, number: int) -> None:
    """A fact with another id, as another fact."""
    any_place(facts_file(root, draw), draw, r"- id: [\w-]+", f"- id: edit-{number}")


def another_part(root: Path, draw: random.Random, number: int) -> None:
    """An actor becomes a part of another one, through which that one is named."""
    file = root / f"content/actors/{corpus.slug(draw.randrange(4))}.yml"
    text = re.sub(r"part_of: .*\n", "", file.read_text())
    file.write_text(f"{text}part_of: {corpus.slug(4 + draw.randrange(4))}\n")


def another_text(root: Path, draw: random.Random, number: int) -> None:
    """A text that is not the fingerprinted one, which no longer has a number that was quoted."""
    file = root / f"content/snapshots/report-{draw.randrange(SIZE.sources)}.txt"
    if file.exists():
        any_place(file, draw, r"\d,\d\d\d", "9,876")


def a_text_less(root: Path, draw: random.Random, number: int) -> None:
    """Only the fingerprint is there any more."""
    (root / f"content/snapshots/report-{draw.randrange(SIZE.sources)}.txt").unlink(missing_ok=True)


def another_day(root: Path, draw: random.Random, number: int) -> None:
    """A report that was published before what it reports."""
    file = root / f"content/sources/source-{draw.randrange(SIZE.sources)}.yml"
    rewritten(file, r"published: .*", f'published: "20{draw.choice((19, 20, 21))}-01-07"')


def a_fact_less(root: Path, draw: random.Random, number: int) -> None:
    file = facts_file(root, draw)
    parts = file.read_text().split("- id: ")
    if len(parts) > 2:
        del parts[draw.randrange(1, len(parts))]
        file.write_text("- id: ".join(parts))


WAYS: tuple[Callable[[Path, random.Random, int], None], ...] = (
    another_number,
    another_quote,
    a_cut_comment,
    a_line_above,
    a_link,
    a_renamed_file,
    a_renamed_actor,
    another_id,
    another_part,
    another_text,
    a_text_less,
    another_day,
    a_fact_less,
)

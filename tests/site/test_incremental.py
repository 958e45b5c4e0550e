"""After each of many edits, what is kept and done anew gives what a clean build gives: no other byte, no stale file.

All of `EDITS` edits, with two builds each, take some twelve minutes of one processor, and `make trust` takes them;
`make test` takes a few, others each day. Another number: `FACTBOOK_EDITS=50 python -m pytest
tests/site/test_incremental.py`.
"""

from __future__ import annotations

import os
import random
import re
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from factbook.config import reader
from factbook.pipeline import stages
from factbook.pipeline.incremental import IncrementalSession
from factbook.publish.server.live_site import LiveSite
from factbook.runtime import manifest
from tests.bench import corpus

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factbook.config.settings import Settings

EDITS = 1000
FEW = 4
SIZE = corpus.Size(actors=8, topics=5, sources=12, facts=40, series=2)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    corpus.write(tmp_path / "root", SIZE)
    return tmp_path / "root"


def edits() -> tuple[int, int]:
    """How many, and the seed: all of them with the same, a few with another one each day."""
    many = int(os.environ.get("FACTBOOK_EDITS", FEW))
    return many, 0 if many >= EDITS else date.today().toordinal()


@pytest.mark.timeout(3 * 3600)
def test_each_edit_gives_what_a_clean_build_gives(root: Path) -> None:
    many, seed = edits()
    draw = random.Random(seed)
    settings = read(root)
    content, live = IncrementalSession(settings, stages.parsed), LiveSite(settings)
    glanced = stages.glanced(content, settings)
    assert glanced is not None
    assert live.show(glanced) == ()
    stages.rebuild(content, settings, frozenset())
    for number in range(many):
        way = draw.choice(WAYS)
        where = f"seed {seed}, edit {number}, {way.__name__}"
        same_as_from_nothing(settings, (content, live), way(root, draw, number), draw, where)
        if way in BREAKING:
            same_as_from_nothing(settings, (content, live), mended(root), draw, f"{where}, mended")


def same_as_from_nothing(
    settings: Settings,
    session: tuple[IncrementalSession, LiveSite],
    written: frozenset[Path],
    draw: random.Random,
    where: str,
) -> None:
    """What `factbook serve` and a build over the last one do after files were `written`, against both anew."""
    content, live = session
    editions, problems = stages.rebuild(content, settings, written)
    assert problems == stages.check(settings).diagnostics, where
    former = files(settings.output)
    if editions is None:
        assert stages.build(settings, settings.output).diagnostics == problems, where
        assert files(settings.output) == former, where
        return
    assert live.show(editions) == (), where
    clean, again = build(settings, settings.root / "clean"), build(settings, settings.output, keep=True)
    assert clean == again, where
    for path in draw.sample(sorted(clean.keys() - {manifest.NAME}), 12):
        assert live.page(path) == clean[path], f"{where}: {path}"


def build(settings: Settings, output: Path, *, keep: bool = False) -> dict[str, bytes]:
    """All files of a build; over what is there when `keep`, else from nothing."""
    if not keep:
        shutil.rmtree(output, ignore_errors=True)
        shutil.rmtree(output.with_name(f".{output.name}-spare"), ignore_errors=True)
        for kind in ("records", "verdicts", "stamps"):
            shutil.rmtree(f"{os.environ['XDG_CACHE_HOME']}/factbook/{kind}", ignore_errors=True)
    assert stages.build(settings, output).publishable
    return files(output)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def read(root: Path) -> Settings:
    settings, _ = reader.read(root, {})
    assert settings is not None
    return settings


def change_words(root: Path, draw: random.Random, number: int) -> frozenset[Path]:
    """Another wording of one fact."""
    return rewritten(
        facts_file(root, draw), r"( in [A-Z][a-z]+)(, says edit\w+)?\.", rf"\1, says edit{letters(number)}."
    )


def change_quote(root: Path, draw: random.Random, number: int) -> frozenset[Path]:
    """A shorter quote."""
    return rewritten(facts_file(root, draw), r"(had \w+ [\d,]+ \w+ in \w+, in delivery f\d+)", r"\1")


def change_speaker(root: Path, draw: random.Random, number: int) -> frozenset[Path]:
    """Another actor beside the one who spoke: other relations."""
    file = facts_file(root, draw)
    speaker = re.search(r"asserted_by: \[([\w-]+)", file.read_text())
    name = draw.choice([other for other in names(root, "actors") if not speaker or other != speaker[1]])
    return rewritten(file, r"asserted_by: \[([\w-]+)(, [\w-]+)?\]", rf"asserted_by: [\1, {name}]")


def change_date(root: Path, draw: random.Random, number: int) -> frozenset[Path]:
    """A fact at another place in the order of all facts."""
    return rewritten(facts_file(root, draw), r'date: "2020-\d\d-\d\d"', f'date: "2020-01-0{draw.randrange(1, 2)}"')


def retract(root: Path, draw: random.Random, number: int) -> frozenset[Path]:
    note = f"  retracted: {{on: 2026-02-03, note: It was edit {letters(number)}.}}\n"
    file = facts_file(root, draw)
    parts = file.read_text().split("\n- id: ")
    chosen = draw.randrange(len(parts))
    if "retracted:" not in parts[chosen]:
        parts[chosen] = f"{parts[chosen].rstrip()}\n{note}".rstrip()
    file.write_text("\n- id: ".join(parts).rstrip() + "\n")
    return frozenset([file])


def add_fact(root: Path, draw: random.Random, number: int) -> frozenset[Path]:
    """A copy of a fact under another id, in a file of its own."""
    fact = draw.choice(facts_file(root, draw).read_text().split("- id: ")[1:])
    file = root / "content" / "facts" / f"added-{number}.yml"
    file.write_text("- id: " + re.sub(r"^[\w-]+", f"added-{number}", fact))
    return frozenset([file])


def delete_fact(root: Path, draw: random.Random, number: int) -> frozenset[Path]:
    """One fact of a file that holds several, or a file that was added."""
    added = sorted((root / "content" / "facts").glob("added-*.yml"))
    if added:
        added[0].unlink()
        return frozenset([added[0]])
    file = facts_file(root, draw)
    parts = file.read_text().split("- id: ")
    if len(parts) > 3:
        del parts[draw.randrange(1, len(parts))]
        file.write_text("- id: ".join(parts))
    return frozenset([file])


def rename_file(root: Path, draw: random.Random, number: int) -> frozenset[Path]:
    """The same facts in a file of another name: other lines to edit."""
    file = facts_file(root, draw)
    target = file.with_name(f"renamed-{number}-{file.name.rpartition('-')[2]}")
    file.rename(target)
    return frozenset([file, target])


def change_actor(root: Path, draw: random.Random, number: int) -> frozenset[Path]:
    """Words that pages show of an actor."""
    file = root / "content" / "actors" / f"{draw.choice(names(root, 'actors'))}.yml"
    return rewritten(file, r"summary: .*", f"summary: Renewed in edit {letters(number)}.")


def change_topic(root: Path, draw: random.Random, number: int) -> frozenset[Path]:
    file = root / "content" / "topics" / f"{draw.choice(names(root, 'topics'))}.yml"
    return rewritten(file, r"title: .*", f"title: Chapter {letters(number)}")


def rename_thing(root: Path, draw: random.Random, number: int) -> frozenset[Path]:
    """Another id for an actor, topic, series or source, wherever it stands; its old address leads to the new."""
    kind = draw.choice(["actors", "topics", "series", "sources"])
    old, new = draw.choice(names(root, kind)), f"renamed-{letters(number)}"
    written = {root / "content" / kind / f"{name}.yml" for name in (old, new)}
    for file in (root / "content").rglob("*.yml"):
        text = file.read_text()
        renamed = re.sub(rf"(?<![\w-]){old}(?![\w.-])", new, text)
        if renamed != text:
            file.write_text(renamed)
            written.add(file)
    file = (root / "content" / kind / f"{old}.yml").rename(root / "content" / kind / f"{new}.yml")
    before = re.search(r"^redirect_from: \[(.*)\]\n", file.read_text(), re.M)
    text = file.read_text().replace(before[0], "") if before else file.read_text()
    file.write_text(f"{text.rstrip()}\nredirect_from: [{f'{before[1]}, ' if before else ''}{old}]\n")
    return frozenset(written)


def link_another(root: Path, draw: random.Random, number: int) -> frozenset[Path]:
    """A statement that names another actor than before."""
    return rewritten(facts_file(root, draw), r"\[\[[\w-]+\]\]", f"[[{draw.choice(names(root, 'actors'))}]]")


def comment(root: Path, draw: random.Random, number: int) -> frozenset[Path]:
    """A comment that says nothing: all below it stands in another line."""
    return rewritten(facts_file(root, draw), r"^", f"# edit {number}\n")


def cut_words(root: Path, draw: random.Random, number: int) -> frozenset[Path]:
    """A quote whose last word YAML takes for a comment."""
    return rewritten(facts_file(root, draw), r"(?m)quote: (?:>-\n +)?(.* )(\w+)$", rf"quote: \1{CUT}\2")


def lead_out(root: Path, draw: random.Random, number: int) -> frozenset[Path]:
    """A file, or the folder of all facts, that is a link to what stands outside the site."""
    facts = root / "content" / "facts"
    chosen = draw.choice([facts, *sorted(facts.glob("*.yml"))])
    (root.parent / "outside").mkdir(exist_ok=True)
    chosen.symlink_to(chosen.rename(root.parent / "outside" / chosen.name))
    return frozenset([chosen])


def mended(root: Path) -> frozenset[Path]:
    """Takes back what a breaking edit did."""
    facts = root / "content" / "facts"
    for path in (facts, *facts.glob("*.yml")):
        if path.is_symlink():
            outside = path.readlink()
            path.unlink()
            outside.rename(path)
            return frozenset([path])
    cut = next(file for file in facts.glob("*.yml") if CUT in file.read_text())
    cut.write_text(cut.read_text().replace(CUT, ""))
    return frozenset([cut])


CUT = "#cut "
WAYS: tuple[Callable[[Path, random.Random, int], frozenset[Path]], ...] = (
    change_words,
    change_words,
    change_quote,
    change_speaker,
    change_date,
    retract,
    add_fact,
    delete_fact,
    rename_file,
    rename_thing,
    change_actor,
    change_topic,
    link_another,
    comment,
    cut_words,
    lead_out,
)
BREAKING = (cut_words, lead_out)
"""After these nothing is published until they are taken back."""


def names(root: Path, kind: str) -> list[str]:
    """Ids of a kind, as their files have them."""
    return sorted(file.stem for file in (root / "content" / kind).glob("*.yml"))


def facts_file(root: Path, draw: random.Random) -> Path:
    return draw.choice(sorted((root / "content" / "facts").glob("*.yml")))


def rewritten(file: Path, pattern: str, replacement: str) -> frozenset[Path]:
    file.write_text(re.sub(pattern, replacement, file.read_text(), count=1))
    return frozenset([file])


def letters(number: int) -> str:
    """A number without figures, which would have to be quoted."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))

"""Facts in files of their own: two people never change the same one; `fmt` takes lists apart and joins them again."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from factbook.runtime.atomic_write import write_atomically
from tests.unit.cli.conftest import commit, git

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run

LIST = "content/facts/ships.yml"
OWN = {
    "content/facts/ships/twelve-ships.yml": """\
# yaml-language-server: $schema=../../../schemas/fact.schema.json
# What was counted.
id: twelve-ships
statement: The [[harbour-master]] counted 12 ships on Thursday.
date: 2024-05-02 # a Thursday
topics: [ships]
asserted_by: [harbour-master]
citations:
  - source: gazette
    quote: the harbour master counted 12 ships in the bay
""",
    "content/facts/ships/two-left.yml": """\
# yaml-language-server: $schema=../../../schemas/fact.schema.json
# By night.
id: two-left
statement: The Gazette reported that two ships had left the bay at night.
date: 2024-05-02
topics: [ships]
citations:
  # not the best quote
  - source: gazette
    quote: two ships had left the bay at night
# More to come.
""",
}
COMMENTED = """\
# yaml-language-server: $schema=../../schemas/fact.schema.json
# What was counted.
- id: twelve-ships
  statement: The [[harbour-master]] counted 12 ships on Thursday.
  date: 2024-05-02 # a Thursday
  topics: [ships]
  asserted_by: [harbour-master]
  citations:
    - source: gazette
      quote: the harbour master counted 12 ships in the bay

# By night.
- id: two-left
  statement: The Gazette reported that two ships had left the bay at night.
  date: 2024-05-02
  topics: [ships]
  citations:
    # not the best quote
    - source: gazette
      quote: two ships had left the bay at night
# More to come.
"""


def facts(site: Path) -> dict[str, str]:
    folder = site / "content/facts"
    return {
        path.relative_to(site).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


def test_a_list_is_taken_apart_and_joined_again_with_its_comments(repository: Path, run: Run) -> None:
    (repository / LIST).write_text(COMMENTED, encoding="utf-8")
    commit(repository)
    result = run("fmt", "--split")
    assert (result.exit_code, result.stdout.splitlines()) == (
        0,
        [*(f"written: {path}" for path in OWN), f"removed: {LIST}"],
    )
    assert facts(repository) == OWN
    assert run("check", "--strict").exit_code == 0
    assert run("diff", "HEAD").exit_code == 0, "a fact that moved owes nobody a note"
    assert run("fmt", "--split").stdout == ""
    assert run("fmt", "--join").exit_code == 0
    assert facts(repository) == {LIST: COMMENTED}
    assert run("fmt", "--join").stdout == ""
    assert list((repository / "content/facts").iterdir()) == [repository / LIST]


def test_single_facts_are_added_to_a_list_that_stays_as_it_is(site: Path, run: Run) -> None:
    before = (site / LIST).read_text() + "# the end\n"
    (site / LIST).write_text(before)
    assert run("new", "fact", "--source", "gazette", "--quote", "the bay at night").exit_code == 0
    assert run("fmt", "--join", "content/facts/ships/the-bay-at-night.yml").exit_code == 0
    assert list(facts(site)) == [LIST]
    assert facts(site)[LIST].startswith(f"{before}\n- id: the-bay-at-night\n")
    assert run("check").exit_code == 0


def test_check_says_what_would_be_written(site: Path, run: Run) -> None:
    before = facts(site)
    result = run("fmt", "--split", "--check")
    assert result.exit_code == 1
    assert f"to be removed: {LIST}\n" in result.stdout
    assert facts(site) == before


@pytest.mark.parametrize(
    ("way", "path", "text", "words"),
    [
        (
            "--split",
            "content/facts/ships/two-left.yml",
            "id: two-left\ntopics: [boats]\n",
            "is there already, and holds something else",
        ),
        ("--split", "content/facts/other.yml", "- id: twelve-ships\n  topics: [ships]\n", "holds a second fact for"),
        ("--split", "content/facts/other.yml", "- id: ../x\n  topics: [ships]\n", "needs a right `id`"),
        ("--split", "content/facts/other.yml", "- id: x\n  topics: [../../y]\n", "needs a right `topics`"),
        ("--split", "content/facts/other.yml", "- id: x\n  topics: ships\n", "needs a right `topics`"),
        ("--split", "content/facts/other.yml", "- just words\n", "needs a right `id`"),
        ("--split", "content/facts/other.yml", "- id: [x\n", "is left as it is"),
        (
            "--join",
            "content/facts/ships/x.yml",
            "id: x\ntopics: [boats]\n",
            "content/facts/boats.yml is there already",
        ),
    ],
)
def test_what_stands_in_the_way_is_said_and_nothing_is_written(
    site: Path, run: Run, way: str, path: str, text: str, words: str
) -> None:
    (site / "content/facts/ships").mkdir()
    if way == "--join":
        (site / "content/facts/boats.yml").write_text("id: b\ntopics: [ships]\n")
    (site / path).write_text(text)
    before = facts(site)
    result = run("fmt", way, LIST, path)
    assert result.exit_code == 1
    assert words in result.stderr
    assert facts(site) == before


def test_what_could_not_be_written_whole_is_put_back(site: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = facts(site)

    def full(path: Path, data: bytes) -> None:
        if path.name == "two-left.yml":
            raise OSError(28, "No space left on device", str(path))
        write_atomically(path, data)

    monkeypatch.setattr("factbook.runtime.site_path.write_atomically", full)
    result = run("fmt", "--split")
    assert result.exit_code != 0
    assert facts(site) == before


def test_two_people_add_facts_from_one_article_to_one_topic(
    repository: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each in a clone of their own, with the article's text from a folder that both have; CI has none."""
    texts = tmp_path / "texts"
    shutil.copytree(repository / "content/snapshots", texts, ignore=shutil.ignore_patterns("*.fingerprint"))
    (repository / ".gitignore").write_text("/content/snapshots/*.txt\n/.cache/\n")
    git(repository, "rm", "-q", "--cached", "content/snapshots/gazette.txt")
    git(repository, "config", "receive.denyCurrentBranch", "updateInstead")
    commit(repository)
    ada, bela = tmp_path / "ada", tmp_path / "bela"
    for clone in (ada, bela):
        git(tmp_path, "clone", "-q", str(repository), str(clone))
    monkeypatch.setenv("FACTBOOK_SNAPSHOTS", str(texts))
    for clone, quote in (
        (ada, "he wrote that two ships had left"),
        (bela, "On Thursday the harbour master counted 12"),
    ):
        new = run("new", "fact", "--site", str(clone), "--source", "gazette", "--quote", quote, "--topic", "ships")
        assert new.exit_code == 0, new.output
        commit(clone)
    monkeypatch.delenv("FACTBOOK_SNAPSHOTS")
    for clone in (ada, bela):
        git(clone, "pull", "-q", "--no-rebase", "--no-edit")
        merged = run("check", "--site", str(clone), "--strict")
        assert (clone / "content/snapshots/gazette.txt").exists() is False
        assert merged.exit_code == 0, merged.output
        assert run("diff", "origin/main", "--site", str(clone)).exit_code == 0
        git(clone, "push", "-q")
    merged = run("check", "--site", str(bela))
    assert "4 facts" in merged.output

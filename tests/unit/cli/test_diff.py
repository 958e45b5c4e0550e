"""diff: what reviewers see, what is demanded, and that no content breaks out of it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from factbook.authoring.diff.report_markdown import escaped
from tests.unit.cli.conftest import commit, git, replace

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run

FACTS = "content/facts/ships.yml"
NEW = """
- id: bay-busy
  statement: The Gazette reported on 12 ships.
  date: 2024-05-02
  topics: [ships]
  citations:
    - source: gazette
      quote: counted 12 ships in the bay
"""


def test_nothing_has_changed(repository: Path, run: Run) -> None:
    result = run("diff", "HEAD")
    assert result.exit_code == 0
    assert result.stdout == "Since HEAD: no fact has changed\n\n"


def test_a_new_fact_is_fine(repository: Path, run: Run) -> None:
    (repository / FACTS).write_text((repository / FACTS).read_text() + NEW)
    result = run("diff", "main")
    assert result.exit_code == 0
    assert "Since main: 1 fact added\n" in result.stdout
    quoted = "      “counted 12 ships in the bay” (gazette)\n"
    assert f"  + bay-busy  {FACTS}:18\n      The Gazette reported on 12 ships.\n{quoted}" in result.stdout
    assert "  topics/ships/\n" in result.stdout
    assert "  citations                  2 → 3\n" in result.stdout


def test_a_changed_word_is_shown_and_needs_a_note(repository: Path, run: Run) -> None:
    replace(repository, FACTS, "counted 12 ships on Thursday", "saw 12 ships on Thursday")
    result = run("diff", "main")
    assert result.exit_code == 1
    assert "statement: The [[harbour-master]] [-counted-]{+saw+} 12 ships on Thursday.\n" in result.stdout
    assert "error[change-without-note]" in result.stdout
    assert f" --> {FACTS}:2:14\n" in result.stdout
    with (repository / FACTS).open("a") as file:
        file.write("")
    replace(
        repository,
        FACTS,
        "\n\n- id: two-left",
        "\n  revised:\n    - on: 2024-05-05\n      note: He did not count.\n\n- id: two-left",
    )
    result = run("diff", "main")
    assert result.exit_code == 0
    assert "note: 2024-05-05: He did not count.\n" in result.stdout


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("quote: two ships had left the bay at night", "quote: two ships had left the bay", "quote from gazette"),
        ("date: 2024-05-02\n  topics: [ships]\n  asserted", "date: 2024-05\n  topics: [ships]\n  asserted", "date"),
        ("  asserted_by: [harbour-master]\n", "  actors: [harbour-master]\n", "asserted by"),
    ],
)
def test_whatever_readers_rely_on_needs_a_note(repository: Path, run: Run, old: str, new: str, shown: str) -> None:
    replace(repository, FACTS, old, new)
    result = run("diff", "main")
    assert result.exit_code == 1
    assert f"      {shown}: " in result.stdout


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  topics: [ships]\n  asserted", "  topics: [ships]\n  caveat: Not checked.\n  asserted"),
        ("quote: two ships had", "prefix: that\n      quote: two ships had"),
        ("statement: The Gazette reported that", "statement: >-\n    The Gazette\n    reported that"),
        ("statement: The Gazette reported", "statement:\n    de: Zwei Schiffe.\n    en: The Gazette reported"),
    ],
)
def test_what_changes_no_reader_s_mind_needs_none(repository: Path, run: Run, old: str, new: str) -> None:
    replace(repository, FACTS, old, new)
    assert run("diff", "main").exit_code == 0


def test_a_fact_that_is_gone_is_an_error(repository: Path, run: Run) -> None:
    text = (repository / FACTS).read_text()
    (repository / FACTS).write_text(text[: text.index("- id: two-left")])
    result = run("diff", "main")
    assert result.exit_code == 1
    assert "  - two-left  content/facts/ships.yml:10\n" in result.stdout
    assert "error[fact-disappeared]" in result.stdout


def test_a_retracted_fact_needs_no_further_note(repository: Path, run: Run) -> None:
    with (repository / FACTS).open("a") as file:
        file.write("  retracted:\n    on: 2024-05-09\n    note: The Gazette withdrew it.\n")
    result = run("diff", "main")
    assert result.exit_code == 0
    assert "Retracted\n  ~ two-left" in result.stdout
    assert "{+on 2024-05-09, note The Gazette withdrew it.+}" in result.stdout


def test_a_renamed_topic_leaves_an_address_behind(repository: Path, run: Run) -> None:
    topic = repository / "content/topics/ships.yml"
    topic.unlink()
    (topic.parent / "vessels.yml").write_text("id: vessels\ntitle: Ships in the harbour\n")
    replace(repository, FACTS, "topics: [ships]", "topics: [vessels]")
    assert "warning[page-disappeared]" in run("diff", "main").stdout
    with (topic.parent / "vessels.yml").open("a") as file:
        file.write("redirect_from: [ships]\n")
    assert "page-disappeared" not in run("diff", "main").stdout


def test_attributes_of_the_revision_hide_nothing(repository: Path, run: Run) -> None:
    (repository / ".gitattributes").write_text("content/facts/** export-ignore\n")
    commit(repository)
    (repository / FACTS).unlink()
    assert run("diff", "HEAD").exit_code == 1


def test_json_for_programs(repository: Path, run: Run) -> None:
    replace(repository, FACTS, "counted 12 ships on", "saw 12 ships on")
    found = json.loads(run("diff", "main", "--format", "json").stdout)
    assert found["revision"] == "main"
    (changed,) = found["changed"]
    assert (changed["id"], changed["fields"][0]["field"], changed["notes"]) == ("twelve-ships", "statement", [])
    assert found["demands"][0]["code"] == "change-without-note"
    assert found["evidence"]["after"]["origins"] == 1


def test_markdown_shows_words_and_is_never_more(repository: Path, run: Run) -> None:
    replace(repository, FACTS, "The Gazette reported that two", "<b>@all</b> [x](http://e.org) `a` (#1) that two")
    result = run("diff", "main", "--format", "markdown")
    assert result.exit_code == 1
    text = result.stdout
    assert text.startswith("### 1 fact changed since main\n")
    assert "#### To do before this can be merged" in text
    for harmful in ("<b>", "@all", "](", "://", "`a`", "#1"):
        assert harmful not in text


def test_escaped_text_holds_no_mark_of_its_own() -> None:
    marks = "".join(chr(number) for number in range(33, 127) if not chr(number).isalnum())
    assert not set(escaped(f"{marks}\x1b\n").replace("&#", "")) & set('!"#$&()*:<=>@[\\]^`{|}~_')
    assert "\n" not in escaped("a\n::error::b")


@pytest.mark.parametrize("revision", ["nothing", "--output=x", "HEAD~99", "main:content", ""])
def test_a_revision_that_is_none_ends_with_2(repository: Path, run: Run, revision: str) -> None:
    result = run("diff", "--", revision)
    assert result.exit_code == 2
    assert "There is nothing to compare with: git knows no revision" in result.stderr


def test_a_folder_without_git_ends_with_2(site: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(site.parent))
    result = run("diff", "main")
    assert result.exit_code == 2
    assert "not in a git repository" in result.stderr


def test_a_site_below_the_repository_s_root(tmp_path: Path, site: Path, run: Run) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path)
    replace(site, FACTS, "counted 12 ships on", "saw 12 ships on")
    result = run("diff", "main")
    assert result.exit_code == 1
    assert "1 fact changed" in result.stdout


def test_a_build_shows_old_words_beside_a_correction(repository: Path, run: Run) -> None:
    replace(repository, FACTS, "counted 12 ships on Thursday", "saw 12 ships on Thursday")
    note = "\n  revised:\n    - on: 2024-05-05\n      note: He did not count.\n\n- id: two-left"
    replace(repository, FACTS, "\n\n- id: two-left", note)
    assert run("build", "--since", "main").exit_code == 0
    page = (repository / "site" / "changes" / "index.html").read_text()
    assert re.search(r"<del>The (<[^>]+>)?Harbour master(</a>)? counted 12 ships on Thursday.</del>", page)
    assert "Before: The Harbour master counted 12 ships" in (repository / "site" / "feed.xml").read_text()
    assert run("build").exit_code == 0
    assert "<del>" not in (repository / "site" / "changes" / "index.html").read_text()


def test_a_build_since_no_revision(repository: Path, run: Run) -> None:
    result = run("build", "--since", "nowhere")
    assert result.exit_code == 2
    assert result.stderr.startswith("There is no earlier state to take old words from: git knows no revision")


@pytest.mark.parametrize(
    ("folder", "old"),
    [
        ("actors", "harbour-master"),
        ("sources", "gazette"),
        ("topics", "ships"),
        ("series", "bay"),
        ("", "twelve-ships"),
    ],
)
def test_a_rename_by_the_guide_owes_nothing(repository: Path, run: Run, folder: str, old: str) -> None:
    (repository / "content/series").mkdir()
    (repository / "content/series/bay.yml").write_text("id: bay\ntitle: Ships in the bay\nunit: ships\n")
    replace(repository, FACTS, "  asserted_by:", "  figure: {series: bay, value: 12}\n  asserted_by:")
    commit(repository)
    new = f"{old}-today"
    for file in (repository / "content").rglob("*.yml"):
        file.write_text(re.sub(rf"((?:id|source|series): |\[){old}(?=[\n,\]|])", rf"\g<1>{new}", file.read_text()))
    if folder:
        moved = (repository / "content" / folder / f"{old}.yml").rename(
            repository / "content" / folder / f"{new}.yml"
        )
        moved.write_text(f"{moved.read_text()}redirect_from: [{old}]\n")
    else:
        replace(repository, FACTS, f"- id: {new}\n", f"- id: {new}\n  redirect_from: [{old}]\n")
    result = run("diff", "main")
    assert (result.exit_code, "change-without-note" in result.stdout) == (0, False), result.output
    assert "error" not in result.output
    assert "page-disappeared" not in result.output
    assert run("build", "--strict").exit_code == 0
    places = {"series": f"numbers/{old}/index.html", "": f"facts/{old}.html"}
    assert new in (repository / "site" / places.get(folder, f"{folder}/{old}/index.html")).read_text()

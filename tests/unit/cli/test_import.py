"""import: everything is checked first, with the row in each message; then written, or nothing at all."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run

HEAD = "id,statement,date,topics,asserted_by,source,quote\n"
GOOD = "night,Two ships had left the bay.,2024-05-02,ships,,gazette,two ships had left the bay\n"
ADDED = """\
- id: night
  statement: Two ships had left the bay.
  date: 2024-05-02
  topics: [ships]
  citations:
    - source: gazette
      quote: two ships had left the bay
"""


def test_a_row_becomes_a_fact_of_its_topic(site: Path, run: Run) -> None:
    (site / "claims.csv").write_text(HEAD + GOOD)
    before = (site / "content/facts/ships.yml").read_text()
    result = run("import", "claims.csv")
    assert (result.exit_code, result.stdout) == (0, "content/facts/ships.yml\n"), result.output
    assert (site / "content/facts/ships.yml").read_text() == f"{before.rstrip()}\n\n{ADDED}"
    assert run("check").exit_code == 0
    assert "1 thing stood in the content already" in run("import", "claims.csv").stderr


def test_into_another_file(site: Path, run: Run) -> None:
    (site / "claims.csv").write_text(HEAD + GOOD)
    assert run("import", "claims.csv", "--into", "content/facts/new/night.yml").exit_code == 0
    assert (site / "content/facts/new/night.yml").read_text() == ADDED


def test_a_file_with_a_single_fact_stays_as_it_is(site: Path, run: Run) -> None:
    lone = site / "content/facts/lone.yml"
    text = ADDED.replace("- id: night", "  id: alone").replace("\n  ", "\n").removeprefix("  ")
    text = text.replace("two ships had left the bay", "On Thursday the harbour master counted 12 ships")
    lone.write_text(text.replace("Two ships had left the bay.", "On Thursday the master counted 12 ships."))
    before = lone.read_text()
    (site / "claims.csv").write_text(HEAD + GOOD)
    result = run("import", "claims.csv", "--into", "content/facts/lone.yml")
    assert result.stdout == "content/facts/lone-imported.yml\n", result.output
    assert lone.read_text() == before


def test_every_row_is_checked_as_if_it_stood_in_the_content(site: Path, run: Run) -> None:
    rows = (
        "wrong-quote,A ship had left the bay.,2024-05-02,ships,,gazette,three ships had left\n"
        "wrong-number,Nine ships had left the bay.,2024-05-02,ships,,gazette,two ships had left the bay\n"
        "wrong-topic,Ships had left the bay.,2024-05-02,boats,,gazette,two ships had left the bay\n"
        "wrong-day,Ships had left the bay.,2024-06-02,ships,,gazette,two ships had left the bay\n"
    )
    (site / "claims.csv").write_text(HEAD + rows + GOOD)
    before = {path: path.read_bytes() for path in site.rglob("*.yml")}
    result = run("import", "claims.csv", "--format", "concise")
    assert result.exit_code == 1
    told = {line.split(": ")[0].rpartition(":")[0]: line for line in result.stdout.splitlines()}
    assert "quote-not-found" in told["claims.csv:2"]
    assert "number-without-words" in told["claims.csv:3"]
    assert "reference-unknown" in told["claims.csv:4"]
    assert "date-after-publication" in told["claims.csv:5"]
    assert "claims.csv:6" not in told
    assert {path: path.read_bytes() for path in site.rglob("*.yml")} == before


def test_check_writes_nothing(site: Path, run: Run) -> None:
    (site / "claims.csv").write_text(HEAD + GOOD)
    before = (site / "content/facts/ships.yml").read_text()
    assert run("import", "claims.csv", "--check").exit_code == 0
    assert (site / "content/facts/ships.yml").read_text() == before


def test_what_the_content_says_otherwise_is_an_error(site: Path, run: Run) -> None:
    (site / "claims.csv").write_text(HEAD + GOOD.replace("night,", "two-left,"))
    result = run("import", "claims.csv")
    assert result.exit_code == 1
    assert "error[import-taken]" in result.stdout
    assert "Correct it in content/facts/ships.yml" in result.stdout


def test_an_export_makes_the_same_content_elsewhere(site: Path, run: Run, tmp_path: Path) -> None:
    run("export", "json", "data")
    other = tmp_path / "other"
    (other / "content").mkdir(parents=True)
    shutil.copytree(site / "content/snapshots", other / "content/snapshots")
    shutil.copy(site / "site_config.yml", other)
    exported = sorted(str(path) for path in (site / "data").glob("*.json"))
    result = run("import", *exported, "--site", str(other))
    assert result.exit_code == 0, result.output
    for path in (site / "content").rglob("*.yml"):
        assert (other / path.relative_to(site)).is_file(), path
    assert run("check", "--site", str(other)).exit_code == 0


def test_a_place_outside_the_facts_is_refused(site: Path, run: Run) -> None:
    (site / "claims.csv").write_text(HEAD + GOOD)
    for place in ("../elsewhere.yml", "content/facts/../../x.yml", "content/actors/x.yml", "/x.yml"):
        assert run("import", "claims.csv", "--into", place).exit_code == 2


def test_a_file_that_is_not_there(site: Path, run: Run) -> None:
    result = run("import", "nowhere.csv")
    assert result.exit_code == 2
    assert "nowhere.csv: No such file or directory." in result.stderr

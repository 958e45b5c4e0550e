"""import: everything is checked first, with the row in each message; then written, or nothing at all."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

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
  added: 2024-05-10
"""


@pytest.fixture(autouse=True)
def _that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1715335200")


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


def test_a_day_that_the_table_says_is_kept(site: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "claims.csv").write_text(HEAD.replace("id,", "added,id,") + f"2024-05-07,{GOOD}")
    assert run("import", "claims.csv", "--into", "content/facts/night.yml").exit_code == 0
    assert "added: 2024-05-07\n" in (site / "content/facts/night.yml").read_text()


def test_a_table_is_known_again_on_another_day(site: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "claims.csv").write_text(HEAD + GOOD)
    run("import", "claims.csv")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1718000000")
    assert "1 thing stood in the content already" in run("import", "claims.csv").stderr
    (site / "claims.csv").write_text(HEAD + GOOD.replace("Two ships", "Both ships"))
    assert "import-taken" in run("import", "claims.csv", "--format", "concise").stdout


ROW = "id,statement,date,topics,actors,source,quote,figure_series,figure_value\n{}\n"


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        (ROW.format('night,Nine ships left.,3.5.2024,boats,nobody,gazette,three ships had left,shps,"2,5"'),
         ["number-without-words", "date-form", "reference-unknown", "reference-unknown", "quote-not-found",
          "reference-unknown", "number-form", "number-without-words"]),
        (ROW.format("night,Nine ships left.,someday,boats,,gazette,two ships had left the bay,,"),
         ["number-without-words", "date-form", "reference-unknown"]),
        (ROW.format("night,,2024-05-02,boats,,gazette,three ships had left,,"),
         ["key-missing", "reference-unknown", "quote-not-found"]),
        (ROW.format("night,Nine ships left.,2024-05-02,,,gazette,two ships had left the bay,,"),
         ["key-missing", "number-without-words"]),
        (ROW.format("Night Time,Nine ships left.,2024-05-02,boats,,gazette,two ships had left the bay,,"),
         ["slug-form", "number-without-words", "reference-unknown"]),
        (ROW.format("night,Two ships left.,someday,boats,,gazete,two ships had left the bay,,"),
         ["date-form", "reference-unknown", "reference-unknown"]),
        (ROW.format("night,Two ships left.,someday,,,,two ships had left the bay,,"), ["date-form", "key-missing",
         "key-missing"]),
        (ROW.replace("quote", "qoute").format("night,Nine ships left.,2024-05-02,ships,,gazette,three ships left,,"),
         ["import-table", "number-without-words", "quote-not-found"]),
        (ROW.replace("statement", "Aussage").format("night,Nine ships left.,2024-05-02,ships,,gazette,two ships had "
                                                    "left the bay,,"),
         ["import-table", "number-without-words"]),
    ],
)  # fmt: skip
def test_all_faults_of_a_row_are_told_at_once(table: str, codes: list[str], site: Path, run: Run) -> None:
    (site / "claims.csv").write_text(table)
    before = sorted((site / "content").rglob("*"))
    result = run("import", "claims.csv", "--format", "json")
    told = [one for one in json.loads(result.stdout) if one["severity"] == "error"]
    assert sorted(one["code"] for one in told) == sorted(codes)
    assert {one["path"] for one in told} == {"claims.csv"}
    assert result.exit_code == 1
    assert sorted((site / "content").rglob("*")) == before


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("qoute", "Did you mean `quote` or"),
        ("Zitat", "Did you mean `quote`?"),
        ("Quelle", "Did you mean `source`?"),
        ("claim", "Did you mean `statement`?"),
        ("figure_valeu", "Did you mean `figure_value`"),
        ("statement_de", "Did you mean `statement"),
        ("colour", "`factbook export csv` shows all columns; remove this one, or leave its name empty to skip it."),
    ],
)
def test_near_names_of_columns_are_offered(name: str, advice: str, site: Path, run: Run) -> None:
    (site / "claims.csv").write_text(f"id,{name}\n")
    assert advice in run("import", "claims.csv").stdout


@pytest.mark.parametrize("name", ["claims.xlsx", "claims.csv", "claims.json"])
@pytest.mark.parametrize(
    ("start", "what"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00", "a workbook of Excel or LibreOffice"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "a workbook of an older Excel"),
    ],
    ids=["zip", "ole"],
)
def test_a_workbook_is_called_one(name: str, start: bytes, what: str, site: Path, run: Run) -> None:
    (site / name).write_bytes(start + bytes(200))
    result = run("import", name)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"error[import-table]: this is {what}, whatever its name says")
    assert "CSV UTF-8" in result.stdout
    assert "PK" not in result.stdout

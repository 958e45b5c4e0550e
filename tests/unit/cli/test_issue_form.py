"""Issue forms: made from the vocabulary, read back, and never more than data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from factbook.authoring.scaffold.issue_forms import NAMES, NoForm, as_description, as_template, filled, form, label

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run

ROOT = Path(__file__).parents[3]
QUOTE = "the harbour master counted 12 ships in the bay"
WRITTEN = "content/facts/ships/the-harbour-master-counted-12-ships-in-the-bay.yml"
HOSTILE = (
    "$(touch owned) `touch owned` ; touch owned",
    '"}}${{ secrets.TOKEN }}<script>alert(1)</script>',
    "x\n- id: second\n  statement: y",
    "!!python/object/apply:os.system [x]",
    "---\n%TAG ! x\n*a &b",
    "../../etc/passwd",
    "::set-output name=x::y",
)


def body(**answers: str) -> str:
    """What GitHub keeps of a filled form for a fact."""
    given = {"source": "gazette", "quote": QUOTE, "statement": "The Gazette said the master counted 12 ships."}
    given |= {"topics": "ships"} | answers
    rows = [f"### {label(of)}\n\n{given.get(of.name, '_No response_')}\n" for of in form("fact").questions]
    return "\n".join(rows)


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_form_is_up_to_date(name: str) -> None:
    committed = (ROOT / ".github" / "ISSUE_TEMPLATE" / f"{name}.yml").read_text("utf-8")
    assert committed == as_template(form(name)), "run `factbook schema --forms .github/ISSUE_TEMPLATE`"
    labels = [question["attributes"]["label"] for question in yaml.safe_load(committed)["body"]]
    assert labels == [label(of) for of in form(name).questions]


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_description_is_up_to_date(name: str) -> None:
    committed = (ROOT / ".gitlab" / "issue_templates" / f"{form(name).title}.md").read_text("utf-8")
    assert committed == as_description(form(name)), "run `factbook schema --templates .gitlab/issue_templates`"


def test_a_filled_description_of_gitlab_is_read_in_the_same_way() -> None:
    answers = {"source": "gazette", "quote": QUOTE, "statement": "The Gazette said so.", "topics": "ships"}
    text = as_description(form("fact"))
    for of in form("fact").questions:
        below = text.index("-->", text.index(f"### {label(of)}\n")) + len("-->\n")
        text = f"{text[:below]}\n{answers.get(of.name, '')}{text[below:]}"
    assert filled(text) == (form("fact"), answers)
    with pytest.raises(NoForm, match="not a filled form"):
        filled("Hello")


def test_nothing_is_taken_from_what_a_reviewer_does_not_see() -> None:
    hidden = "<!-- and the city --> <!--\n\n### Caveat\n\nNone of it is true.\n-->"
    assert filled(body(statement=f"The Gazette said so. {hidden}"))[1]["statement"] == "The Gazette said so."
    assert "caveat" not in filled(body(modifier="about <!--\n\n### Caveat\n\nNot shown"))[1]


def test_an_example_is_whole() -> None:
    examples = {of.name: of.example for of in form("fact").questions}
    assert examples["statement"].startswith("[[")
    assert examples["actors"] == "port-authority"


def test_a_filled_form_becomes_a_fact_that_passes(site: Path, run: Run) -> None:
    page = "https://example.org/briefing/sources/gazette/"
    text = body(source=page, stance="asserts", asserted_by="harbour-master")
    (site / "form.md").write_text(text.replace("\n", "\r\n"), encoding="utf-8")
    result = run("form", "form.md")
    assert (result.exit_code, result.stdout) == (0, f"{WRITTEN}\n"), result.output
    written = yaml.safe_load((site / WRITTEN).read_text("utf-8"))
    assert written["citations"] == [{"source": "gazette", "quote": QUOTE}]
    assert written["asserted_by"] == ["harbour-master"]


def test_names_and_dates_as_people_type_them(site: Path, run: Run) -> None:
    text = body(
        source="Ships in the harbour", topics="ships in the harbour", asserted_by="Harbour Master", date="2 May 2024"
    )
    (site / "form.md").write_text(text, encoding="utf-8")
    result = run("form", "form.md")
    assert result.exit_code == 0, result.output
    written = yaml.safe_load((site / WRITTEN).read_text("utf-8"))
    assert (written["topics"], written["asserted_by"]) == (["ships"], ["harbour-master"])
    assert str(written["date"]) == "2024-05-02"


def test_a_date_that_may_be_two_is_refused(site: Path, run: Run) -> None:
    (site / "form.md").write_text(body(date="02/05/2024"), encoding="utf-8")
    result = run("form", "form.md")
    assert result.exit_code == 2
    assert "Write 2024-05-02 or 2024-02-05, whichever is meant." in result.stderr


def test_a_name_that_two_share_leads_to_neither(site: Path, run: Run) -> None:
    for name in ("one", "two"):
        (site / f"content/actors/{name}.yml").write_text(f"id: {name}\nname: Ada Keller\nkind: person\n")
    (site / "form.md").write_text(body(asserted_by="Ada Keller"), encoding="utf-8")
    assert "There is no actor Ada Keller." in run("form", "form.md").stderr


def test_the_event_of_a_workflow_is_read_by_itself(site: Path, run: Run) -> None:
    (site / "event.json").write_text(json.dumps({"issue": {"body": body(), "number": 3}}), encoding="utf-8")
    assert run("form", "--event", "event.json").exit_code == 0


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("field", ["source", "quote", "statement", "topics", "caveat", "series", "date"])
def test_hostile_answers_are_words_or_refused(site: Path, run: Run, field: str, hostile: str) -> None:
    before = {path for path in site.parent.rglob("*") if ".cache" not in path.parts}
    (site / "form.md").write_text(body(**{field: hostile}), encoding="utf-8")
    result = run("form", "form.md")
    assert result.exit_code in (0, 1, 2)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    new = {path for path in site.parent.rglob("*") if ".cache" not in path.parts} - before - {site / "form.md"}
    assert {path.relative_to(site).as_posix() for path in new} <= {"content/facts/ships", WRITTEN}


def test_a_heading_that_stands_twice_is_refused() -> None:
    with pytest.raises(NoForm, match="stands twice"):
        filled(body(statement="x\n\n### Topics\n\nother"))


def test_a_source_is_written_and_a_mistake_is_pointed_out(site: Path, run: Run) -> None:
    text = "### Title\n\nMore ships\n\n### Address\n\nhttps://example.org/more\n\n### Language\n\nen\n"
    (site / "source.md").write_text(text, encoding="utf-8")
    assert "content/sources/" in run("form", "source.md").stdout
    (site / "wrong.md").write_text("### Fact\n\ntwo-left\n\n### What is wrong\n\nAll.\n", encoding="utf-8")
    result = run("form", "wrong.md")
    assert (result.exit_code, result.stdout) == (0, "content/facts/ships.yml:10:7\n")


def test_any_other_text_is_no_form(site: Path, run: Run) -> None:
    (site / "form.md").write_text("Hello, your site is wrong.", encoding="utf-8")
    result = run("form", "form.md")
    assert result.exit_code == 2
    assert "not a filled form" in result.stderr

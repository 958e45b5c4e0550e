"""The formats for programs and logs, the order, the summary, and what colours depend on."""

from __future__ import annotations

import io
import itertools
import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from factbook.cli.show_progress import progress
from factbook.diagnostics.colours import wants_colour
from factbook.diagnostics.report import Files, Output, show, summary
from factbook.diagnostics.sanitize import visible
from factbook.diagnostics.types import Diagnostic, Label, Severity, Span

if TYPE_CHECKING:
    from factbook.diagnostics.report import Format

FIRST = Diagnostic("quote-not-found", "not there", Span("content/a.yml", 2, 5, 2, 9), help=("Look at line 9.",))
SECOND = Diagnostic("unused-actor", "nobody", Span("content/b.yml", 1, 1, 3, 4), Severity.WARNING)


def _object(required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": required.split(), "properties": properties}


_TEXT = _object("text", text={"type": "string", "minLength": 1})
_NUMBER = {"type": "integer", "minimum": 1}
_REGION = _object("startLine", startLine=_NUMBER, startColumn=_NUMBER, endLine=_NUMBER, endColumn=_NUMBER)
_ADDRESS = _object("uri", uri={"type": "string", "pattern": "^[!-~]+$"})
_PLACE = _object("physicalLocation", physicalLocation=_object("", artifactLocation=_ADDRESS, region=_REGION))
_RESULT = _object(
    "message ruleId",
    message=_TEXT,
    level={"enum": ["none", "note", "warning", "error"]},
    ruleIndex={"type": "integer", "minimum": 0},
    locations={"type": "array", "items": _PLACE},
    relatedLocations={"type": "array", "items": _PLACE},
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
)
_RULE = _object("id", shortDescription=_TEXT, help=_TEXT)
_DRIVER = _object("name", rules={"type": "array", "items": _RULE, "uniqueItems": True})
_RUN = _object(
    "tool results",
    tool=_object("driver", driver=_DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": "array", "items": _RESULT},
)
SARIF = _object("version runs", version={"const": "2.1.0"}, runs={"type": "array", "items": _RUN, "minItems": 1})
"""What the schema of SARIF 2.1.0 asks of the parts that are written here."""


def printed(
    capsys: pytest.CaptureFixture[str], format: Format, *problems: Diagnostic, own: str = "", prefix: str = ""
) -> str:
    files = Files(lambda path: None, prefix, frozenset({own}))
    show(problems, format, files, Output())
    return capsys.readouterr().out


def test_concise_is_one_line_each_in_the_order_of_the_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "concise", SECOND, FIRST, prefix="sites/x/") == (
        "sites/x/content/a.yml:2:5: error[quote-not-found] not there\n"
        "sites/x/content/b.yml:1:1: warning[unused-actor] nobody\n"
    )


def test_github_makes_a_command_of_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "github", SECOND, FIRST) == (
        "::error file=content/a.yml,line=2,col=5,endColumn=9,title=quote-not-found::not there%0ALook at line 9.\n"
        "::warning file=content/b.yml,line=1,col=1,endLine=3,title=unused-actor::nobody\n"
    )


def test_github_shows_the_change_s_own_files_first(capsys: pytest.CaptureFixture[str]) -> None:
    rows = printed(capsys, "github", FIRST, SECOND, own="content/b.yml").splitlines()
    assert [row.split(" ")[0] for row in rows] == ["::warning", "::error"]


def test_content_cannot_give_github_commands(capsys: pytest.CaptureFixture[str]) -> None:
    evil = Diagnostic("c", "100%\n::stop-commands::x\r::error::y", Span("a,b:c\n.yml"), help=("\n::debug::z",))
    text = printed(capsys, "github", evil)
    assert text.count("\n") == 1
    assert text.startswith("::error file=a%2Cb%3Ac\\u000a.yml,line=1,col=1,title=c::100%25\\u000a::stop")


def test_gitlab_makes_a_report_with_a_fingerprint_of_each(capsys: pytest.CaptureFixture[str]) -> None:
    again = replace(FIRST, span=Span("content/a.yml", 9, 5, 9, 9))
    issues = json.loads(printed(capsys, "gitlab", SECOND, FIRST, again, prefix="sites/x/"))
    assert issues[0] == {
        "description": "not there. Look at line 9.",
        "check_name": "quote-not-found",
        "fingerprint": issues[0]["fingerprint"],
        "severity": "major",
        "location": {"path": "sites/x/content/a.yml", "lines": {"begin": 2}},
    }
    assert [issue["severity"] for issue in issues] == ["major", "major", "minor"]
    assert len({issue["fingerprint"] for issue in issues}) == 3


def test_gitlab_knows_a_problem_that_has_moved(capsys: pytest.CaptureFixture[str]) -> None:
    moved = replace(FIRST, span=Span("content/a.yml", 20, 5, 20, 9))
    before, after = (json.loads(printed(capsys, "gitlab", one))[0]["fingerprint"] for one in (FIRST, moved))
    assert before == after


def test_sarif_is_a_log_that_holds_to_its_specification(capsys: pytest.CaptureFixture[str]) -> None:
    label = Label(Span("content/c d.yml", 7, 1, 7, 3), "the other place")
    noted = replace(SECOND, severity=Severity.NOTE, labels=(label,), span=Span("content/ü#.yml", 3))
    log = json.loads(printed(capsys, "sarif", noted, SECOND, FIRST, prefix="sites/x/"))
    jsonschema.Draft202012Validator(SARIF).validate(log)
    run = log["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["quote-not-found", "unused-actor"]
    assert run["tool"]["driver"]["rules"][0]["help"]["markdown"].startswith("# ")
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert run["results"][0]["message"]["text"] == "not there. Look at line 9."
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "sites/x/content/a.yml"},
        "region": {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 9},
    }
    last = run["results"][2]
    assert last["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "sites/x/content/%C3%BC%23.yml"
    assert last["relatedLocations"][0]["message"] == {"text": "the other place"}


def test_sarif_of_nothing_is_a_run_without_results(capsys: pytest.CaptureFixture[str]) -> None:
    log = json.loads(printed(capsys, "sarif"))
    jsonschema.Draft202012Validator(SARIF).validate(log)
    assert log["runs"][0]["results"] == []


@pytest.mark.parametrize("format", ["full", "concise"])
def test_content_cannot_give_older_commands_either(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, format: Format
) -> None:
    monkeypatch.setenv("CI", "true")
    text = printed(capsys, format, Diagnostic("c", "##[add-mask]a ##vso[task.x]b ## heading", Span("a.yml")))
    assert "##[" not in text
    assert "##vso[" not in text
    assert "## heading" in text


def test_json_is_one_array(capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(printed(capsys, "json", SECOND, FIRST)) == [
        {
            "code": "quote-not-found",
            "severity": "error",
            "message": "not there",
            "path": "content/a.yml",
            "line": 2,
            "column": 5,
            "end_line": 2,
            "end_column": 9,
            "help": ["Look at line 9."],
        },
        {
            "code": "unused-actor",
            "severity": "warning",
            "message": "nobody",
            "path": "content/b.yml",
            "line": 1,
            "column": 1,
            "end_line": 3,
            "end_column": 4,
            "help": [],
        },
    ]


def test_json_of_nothing_is_an_empty_array(capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(printed(capsys, "json")) == []


def test_json_is_plain_ascii_whatever_the_content(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "json", Diagnostic("c", "\x1b[2J \u202e \ud800 金", Span("a.yml")))
    assert text.isascii()
    assert "\x1b" not in text
    assert json.loads(text)[0]["message"] == "\x1b[2J \u202e \ud800 金"


@pytest.mark.parametrize(
    ("problems", "expected"),
    [
        ((), "no problems"),
        ((FIRST,), "1 error in 1 file"),
        ((FIRST, SECOND), "1 error and 1 warning in 2 files"),
        ((SECOND, SECOND), "2 warnings in 1 file"),
    ],
)
def test_the_summary_counts(problems: tuple[Diagnostic, ...], expected: str) -> None:
    assert summary(problems) == expected
    assert summary(problems, "nothing was written") == f"{expected}; nothing was written"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain – “text” 金 é", "plain – “text” 金 é"),
        ("a\tb\nc", "a\\tb\\u000ac"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("bo\u200cmb", "bo\\u200cmb"),
        ("zero\u200bwidth\ufeff\u00ad", "zero\\u200bwidth\\ufeff\\u00ad"),
        ("\u2066isolated\u2069 \ud800 \U000e0041", "\\u2066isolated\\u2069 \\ud800 \\U000e0041"),
        ("12\u00a0000", "12\u00a0000"),
    ],
)
def test_what_nobody_sees_is_spelt_out(text: str, expected: str) -> None:
    assert visible(text) == expected


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colours_are_for_terminals_that_want_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert wants_colour(Terminal())
    assert not wants_colour(io.StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not wants_colour(Terminal())


def test_a_narrow_encoding_gets_numbers_for_what_it_cannot_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii", write_through=True))
    Output().result("金 – x")
    assert written.getvalue() == b"\\u91d1 \\u2013 x\n"


def test_quiet_says_only_results_and_complaints(capsys: pytest.CaptureFixture[str]) -> None:
    output = Output(quiet=True)
    output.info("done")
    output.error("broken")
    output.result("data")
    assert capsys.readouterr() == ("data\n", "broken\n")


def test_progress_in_a_log_is_a_line_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    now = iter([0.0, 1.0, 11.0, 11.0, 12.0])
    with progress(Output(), lambda: next(now)) as tell:
        tell("checking quotes", 10, 4000)
        tell("checking quotes", 2000, 4000)
        tell("checking quotes", 2100, 4000)
    assert capsys.readouterr().err == "checking quotes: 2,000 of 4,000\n"


def test_progress_on_a_terminal_is_a_bar_only_when_work_lasts(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    now = itertools.chain([0.0, 0.1], itertools.repeat(2.0))
    with progress(Output(), lambda: next(now)) as tell:
        tell("reading", 1, 2)
        assert not terminal.getvalue()
        tell("reading", 2, 2)
    assert "reading" in terminal.getvalue()

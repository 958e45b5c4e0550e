"""What is printed of many diagnostics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.report import Files, Output, show
from factbook.diagnostics.types import Diagnostic, Severity, Span

if TYPE_CHECKING:
    import pytest

    from factbook.diagnostics.report import Format


def printed(capsys: pytest.CaptureFixture[str], severity: Severity, format: Format) -> str:
    problems = [
        Diagnostic("same-code", f"the {line}th", Span("a.yml", line, 1, line, 2), severity) for line in range(1, 9)
    ]
    show(problems, format, Files({"a.yml": "words\n" * 9}.__getitem__), Output())
    return capsys.readouterr().out


def test_notes_of_one_code_are_written_out_five_times(capsys: pytest.CaptureFixture[str]) -> None:
    said = printed(capsys, Severity.NOTE, "full")
    assert "the 5th" in said
    assert "the 6th" not in said
    assert said.endswith("note[same-code]: 3 more notes like these; all of them: --format concise\n\n")


def test_no_warning_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert "the 8th" in printed(capsys, Severity.WARNING, "full")
    assert "the 8th" in printed(capsys, Severity.NOTE, "concise")

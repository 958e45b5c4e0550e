"""Whatever is printed, no words of others begin a line, steer the terminal or command a runner of workflows."""

from __future__ import annotations

import pytest

from factbook.diagnostics.colours import Paint
from factbook.diagnostics.console import Output

HOSTILE = (
    "a\n::error::b",
    "a\r\n::set-output name=x::y",
    "::stop-commands::x",
    "  ::error::indented",
    "##[error]b",
    "##vso[task.setvariable]b",
    "a\x1b[2Jb",
    "a\x1b[1;31mb",
    "a\x1b]8;;https://x\x07b",
    "a\x9b31mb",
    "a\u202eb",
    "a\u2028::error::b",
    "a\x85::error::b",
    "a\x0b::error::b",
    "a\x00b",
    "a\x7fb",
    "a\u200bb",
    "caf\udce9",
    "a\U000e0041b",
)
"""Names of files, and words, as strangers may send them."""


@pytest.fixture(autouse=True)
def _in_a_workflow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.delenv("FORCE_COLOR", raising=False)


@pytest.mark.parametrize("way", ["result", "text", "info", "debug", "error"])
@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_others_do_nothing(way: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    getattr(Output(verbose=True), way)(words)
    said = "".join(capsys.readouterr())
    rows = said.removesuffix("\n").split("\n")
    assert way == "text" or len(rows) == 1
    for row in rows:
        assert not row.lstrip().startswith("::")
        assert "##[" not in row
        assert "##vso[" not in row
        assert row.isprintable()


def test_a_command_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    Output().command("::error file=a\n::stop::b,line=1::c ##[d]")
    assert capsys.readouterr().out == "::error file=a\\u000a::stop::b,line=1::c # #[d]\n"


def test_lines_of_our_own_stay_lines(capsys: pytest.CaptureFixture[str]) -> None:
    Output().text("one\n\ttwo\n")
    assert capsys.readouterr().out == "one\n\ttwo\n\n"


def test_our_own_colours_pass_where_there_are_any(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    painted = Paint(True)("red", "error") + "\x1b[2J"
    Output().text(painted)
    monkeypatch.setenv("FORCE_COLOR", "1")
    Output().text(painted)
    plain, coloured = capsys.readouterr().out.splitlines()
    assert plain == "\\u001b[1;31mred\\u001b[0m\\u001b[2J"
    assert coloured == "\x1b[1;31mred\x1b[0m\\u001b[2J"


class Deaf:
    """A stream that nobody can write to."""

    encoding = "utf-8"

    def write(self, text: str) -> int:
        raise OSError(28, "No space left on device")

    def flush(self) -> None:
        """Nothing waits."""

    def isatty(self) -> bool:
        return False


def test_what_is_only_said_may_be_lost_and_what_was_asked_for_may_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", Deaf())
    Output(verbose=True).info("a")
    Output(verbose=True).debug("a")
    Output().error("a")
    monkeypatch.setattr("sys.stdout", Deaf())
    with pytest.raises(OSError, match="No space"):
        Output().result("a")

"""The command line itself: help, wrong words, failures of the system and of Factbook."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from factbook import __version__
from factbook.cli import check, cli
from factbook.cli.exit_status import EXIT_BUG
from factbook.diagnostics import catalogue
from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from click.testing import Result

COMMANDS = tuple(cli.list_commands(click.Context(cli)))
THINGS = ("new source", "new actor", "new topic", "new series")
"""Their options are the fields of the vocabulary, which have a page of their own."""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, prog_name="factbook")


@pytest.mark.parametrize("command", [*COMMANDS, "new fact", "new source", "new actor", "new topic", "new series"])
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = run(*command.split(), "--help")
    assert result.exit_code == 0
    assert f"  factbook {command}" in result.stdout


def commands(group: click.Group, path: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command with the words that call it."""
    ctx = click.Context(group)
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        assert command is not None
        yield f"{path}{name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path}{name} ")


ALL = dict(commands(cli))


@pytest.mark.parametrize("name", ALL)
def test_every_option_is_explained(name: str) -> None:
    options = [param for param in ALL[name].params if isinstance(param, click.Option)]
    sentences = [(option.opts, re.sub(r" *\[[^\]]*\]$", "", option.help or "")) for option in options]
    assert [opts for opts, words in sentences if not words.endswith(".")] == []


@pytest.mark.parametrize("name", ALL)
def test_every_argument_stands_in_the_help(name: str) -> None:
    words = run(*name.split(), "--help").stdout
    arguments = [param for param in ALL[name].params if isinstance(param, click.Argument)]
    assert all(argument.make_metavar(click.Context(ALL[name])).strip("[].") in words for argument in arguments)


@pytest.mark.parametrize("name", [name for name in ALL if name not in THINGS])
def test_every_command_and_so_each_option_stands_in_the_reference(name: str) -> None:
    """What stands below such a line is what the command printed (test_reference.py)."""
    page = (REPOSITORY / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    assert f"\n$ factbook {name} --help\n" in page


def test_help_is_a_command_too() -> None:
    assert run("help", "new", "fact").stdout == run("new", "fact", "--help").stdout
    assert run("help").stdout == run("--help").stdout
    result = run("help", "chek")
    assert (result.exit_code, "Did you mean `check`" in result.stderr) == (2, True)


def test_the_help_lists_the_commands_in_the_order_of_the_work() -> None:
    rows = run("--help").stdout.partition("Commands:\n")[2].splitlines()
    named = [row.split()[0] for row in rows if row.startswith("  ") and row[2] != " "]
    assert named == list(COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("chek",), "There is no command `chek`. Did you mean `check`"),
        (("check", "--formt", "json"), "Did you mean '--format'?"),
        (("check", "--format", "xml"), "'xml' is not one of"),
        (("find",), "Missing argument"),
    ],
)
def test_wrong_words_end_with_2(arguments: tuple[str, ...], words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_version() -> None:
    assert run("--version").stdout == f"factbook {__version__}\n"


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (PermissionError(13, "Permission denied", "site/x"), 2, "site/x: Permission denied.\n"),
        (OSError(28, "No space left on device"), 2, "The system refuses: No space left on device.\n"),
        (
            KeyError("x\x1b[2J"),
            EXIT_BUG,
            "Factbook itself failed, which is a bug: KeyError: 'x\\x1b[2J'. Please report it.\n",
        ),
        (RecursionError(), EXIT_BUG, "Factbook itself failed, which is a bug: RecursionError. Please report it.\n"),
    ],
)
def test_failures_are_one_line(monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, words: str) -> None:
    def fail(*_: object, **__: object) -> int:
        raise error

    monkeypatch.setattr(check, "load_settings", fail)
    result = run("check")
    assert (result.exit_code, result.stderr) == (status, words)
    assert "Traceback" in run("check", "-v").stderr


def test_explain_prints_the_page_of_a_code() -> None:
    assert run("explain", "quote-not-found").stdout.startswith("# quote-not-found\n")


def test_explain_offers_near_codes() -> None:
    result = run("explain", "qoute-not-found")
    assert result.exit_code == 2
    assert result.stderr.startswith("There is no code qoute-not-found. Did you mean quote-not-found")
    assert result.stderr.count(" or ") <= 3


@pytest.mark.parametrize("code", ["../cli", "QUOTE", "a/b", "", "quote-not-found.md"])
def test_explain_reads_no_other_file(code: str) -> None:
    assert run("explain", code).exit_code == 2


def test_explain_lists_every_code_with_its_sentence() -> None:
    rows = run("explain").stdout.splitlines()
    assert [row.split()[0] for row in rows] == list(catalogue.names())
    assert all(row.endswith((".", "!", "?", ":", "…")) for row in rows)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str) -> None:
    assert "_FACTBOOK_COMPLETE" in run("completion", shell).stdout


def test_the_list_of_commands_imports_none_of_them() -> None:
    program = (
        "import sys\nfrom factbook.cli import cli\ncli(['--help'], standalone_mode=False)\n"
        "print([name for name in sys.modules if name.startswith(('factbook.pipeline', 'factbook.cli.check'))])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "arguments",
    [
        ("{}",),
        ("--{}",),
        ("check", "--{}"),
        ("check", "--format", "{}"),
        ("check", "--site", "{}"),
        ("build", "--output", "/proc/{}"),
        ("export", "{}"),
        ("export", "csv", "{}"),
        ("export", "json", "/proc/{}"),
        ("import", "{}"),
        ("form", "{}"),
        ("find", "{}"),
        ("explain", "{}"),
        ("new", "{}"),
        ("diff", "{}"),
        ("schema", "{}"),
        ("snapshot", "{}"),
        ("fmt", "{}"),
        ("help", "{}"),
        ("completion", "{}"),
        ("serve", "--address", "{}"),
        ("serve", "--port", "{}"),
    ],
    ids=" ".join,
)
def test_what_was_typed_begins_no_line_and_steers_nothing(site: Path, arguments: tuple[str, ...]) -> None:
    typed = "x\n::error::y\r::warning::z\033[1m"
    (site / typed).mkdir()
    (site / typed / "facts.csv").touch()
    result = run(*(argument.format(typed) for argument in arguments))
    assert not re.search(r"(?m)^::(error|warning)::|[\r\033]", result.output)
    assert result.exit_code in (1, 2)

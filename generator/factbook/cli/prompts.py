"""How `new` asks a person: an answer that cannot be right is said to be so at once, and asked for again."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from factbook.authoring.scaffold.placement import unfit
from factbook.cli.options import Choice
from factbook.diagnostics.report import visible

if TYPE_CHECKING:
    from factbook.content.schema import Field
    from factbook.content.yaml import Value
    from factbook.diagnostics.report import Output
    from factbook.diagnostics.types import Diagnostic

Ask = Callable[[str, str, tuple[str, ...]], str]
"""Asks a person: what, a word on it, and the choices if it is one of a few; gives the answer or ``""``."""
Wrong = Callable[[str], str]
"""What is wrong with an answer, in a sentence; empty when it can be right."""
TRIES = 9
"""Times that one thing is asked for: whoever does not know by then looks it up."""


def asker() -> Ask | None:
    """Asks at the terminal, if somebody sits there."""
    return _ask if sys.stdin.isatty() and sys.stderr.isatty() else None


def until_right(
    ask: Ask, output: Output, what: str, word: str, wrong: Wrong, *, offered: str = "", needed: bool = False
) -> str:
    """The answer, `offered` for an empty one, and ``""`` when nobody knows one."""
    entered = offered or ("" if needed or "Enter" in word else "none")
    hint = f"{word}; Enter for {entered}" if entered else word
    for _ in range(TRIES):
        answer = ask(what, hint, ()) or offered
        words = wrong(answer) if answer else f"{what.capitalize()} is needed." if needed else ""
        if not words:
            return answer
        output.error(words)
    return ""


def field(ask: Ask, output: Output, of: str, asked: Field, offered: str = "") -> str:
    """The answer for a key of the kind `of`; one of its choices, or what has the form of its type."""
    if asked.choices:
        return ask(asked.name, asked.description.rstrip("."), asked.choices)
    return until_right(
        ask,
        output,
        asked.name,
        _word(asked),
        lambda answer: " ".join(map(sentence, problems_with(of, asked.name, answer))),
        offered=offered,
        needed=asked.required,
    )


def problems_with(of: str, name: str, answer: str | tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """What the vocabulary says of one answer."""
    value: Value = list(answer) if isinstance(answer, tuple) else answer
    return tuple(problem for problem in unfit(of, {name: value}) if problem.code != "key-missing")


def sentence(problem: Diagnostic) -> str:
    """What is wrong and what would be right, in one line."""
    return visible(" ".join((f"{problem.message}.", *problem.help)))


def _word(asked: Field) -> str:
    """What belongs there, and an example of what has a form."""
    words = asked.description.partition(". ")[0].rstrip(".") if asked.name != "id" else "a-z, 0-9 and hyphens"
    return words if asked.type in ("text", "string", "file", "slug") else f"{words}; such as {asked.example}"


def _ask(what: str, example: str, choices: tuple[str, ...]) -> str:
    kind = Choice(choices) if choices else str
    shown = f"{what.replace('_', ' ').capitalize()} ({example})" if example else what.capitalize()
    answer: str = click.prompt(shown, default="", show_default=False, type=kind if choices else None, err=True)
    return answer.strip()

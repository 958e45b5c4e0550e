"""Ground: libyaml's complaints put into words for people who know YAML from examples only."""

from __future__ import annotations

import re

Advice = tuple[str, ...]
Place = tuple[int, int]
_COLON_IN_TEXT = re.compile(r"^(\s*(?:- )?[A-Za-z_]+:\s+)([^\"'|>\[{#\s].*?:\s.*)$")


def explain(text: str, line: int, column: int, problem: str) -> tuple[str, Advice, Place]:
    """What is wrong in `text` where libyaml gave up, what to do, and the place to show.

    `line` and `column` count from 1; `problem` is libyaml's own wording, kept when no mistake is recognised.
    """
    rows = text.split("\n")
    row = rows[line - 1] if line <= len(rows) else ""
    if "\t" in row[: len(row) - len(row.lstrip())] or "'\\t'" in problem:
        at = row.find("\t") + 1
        return (
            "a tab stands where spaces indent the line",
            ("Replace the tab by spaces.",),
            (line, at or column),
        )
    for number in (line, line - 1):
        if 1 <= number <= len(rows) and (found := _COLON_IN_TEXT.match(rows[number - 1])):
            at = len(found[1]) + found[2].index(": ") + 1
            return (
                "a colon followed by a space stands inside a text that has no quotes around it",
                ("Put the text in double quotes, or write `>-` and the text on the next line, indented.",),
                (number, at),
            )
    for mark, name in (("“", "”"), ("„", "“"), ("‘", "’")):
        if f": {mark}" in row:
            advice = (
                f'A text starts with a straight quotation mark (") or none; {mark}…{name} are part of the words.',
            )
            return (
                "a curly quotation mark starts the text, and YAML does not read it as one",
                advice,
                (line, row.index(mark) + 1),
            )
    return _by_problem(problem, row, line, column)


def _by_problem(problem: str, row: str, line: int, column: int) -> tuple[str, Advice, Place]:
    if "did not find expected key" in problem or "mapping values are not allowed" in problem:
        advice = ("Compare the indentation with the lines around it; a list item starts with `- `.",)
        return (
            "a key was expected here: this line is indented otherwise than its neighbours",
            advice,
            (line, column),
        )
    if "found character that cannot start any token" in problem:
        first = row[column - 1 : column]
        return f"a text cannot start with `{first}`", ("Put the text in double quotes.",), (line, column)
    if "unexpected end of stream" in problem or "document end" in problem:
        return (
            "a quotation mark or bracket is opened and not closed",
            ("Close it where the text ends.",),
            (line, column),
        )
    if "simple key" in problem or "could not find expected ':'" in problem:
        return "a colon is missing after the key on this line", ("Write `key: value`.",), (line, column)
    return f"YAML cannot be read here: {problem}", (), (line, column)

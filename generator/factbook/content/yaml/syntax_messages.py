"""Ground: libyaml's complaints put into words for people who know YAML from examples only.

libyaml says where it gave up, which is often a line below the mistake. So the lines around that place are
held against the mistakes that people make (`rows`); only what none of them explains is told by what libyaml
expected.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.content.yaml import line_mistakes

if TYPE_CHECKING:
    from collections.abc import Iterator

Advice = tuple[str, ...]
Place = tuple[int, int]
Told = tuple[str, Advice, Place]
_CONFLICT = re.compile(r"^<{7} ", re.M)
_REACH = 2
"""Lines with words above the place where libyaml gave up that are looked at."""
_OPENED = re.compile(r"""^(?:[^"'#]*?:\s+|\s*-\s+)(["'])""")

_NOT_LOOSE = ("- ", "#", "[", "{", "}", "]")


def explain(text: str, line: int, column: int, problem: str, opened: Place | None = None) -> Told:
    """What is wrong in `text` where libyaml gave up, what to do, and the place to show.

    `line` and `column` count from 1; `problem` is libyaml's own wording, kept when no mistake is recognised;
    `opened` is where the thing began that libyaml was reading.
    """
    if found := _CONFLICT.search(text):
        advice = ("Keep the lines that are right, and delete the others and the three lines of marks.",)
        at = text.count("\n", 0, found.start()) + 1, 1
        return "two versions of this file were merged, and git left its marks for a person to choose", advice, at
    lines = text.split("\n")
    if "unexpected end of stream" in problem and opened:
        advice = ("Close it where the text ends.",)
        return "a quotation mark is opened here and not closed", advice, opened
    for number in _near(lines, line):
        if told := line_mistakes.mistake(lines[number - 1]):
            return told.message, told.advice, (number, told.column)
    return _unclosed(lines, line) or _misaligned(lines, line) or _by_problem(problem, lines, line, column)


def _near(lines: list[str], line: int) -> Iterator[int]:
    """The line where libyaml gave up, and those with words above it."""
    left = _REACH
    for number in range(min(line, len(lines)), 0, -1):
        if lines[number - 1].strip() or number == line:
            yield number
            left -= number != line
        if not left:
            return


def _unclosed(lines: list[str], line: int) -> Told | None:
    """A quotation mark that ends many lines further down, where the next text begins with one."""
    for number in range(min(line, len(lines)), 0, -1):
        found = _OPENED.match(lines[number - 1])
        if found and number < line and lines[number - 1].count(found[1]) == 1:
            advice = (f"Close it where the text ends: line {line} is read as a part of the text.",)
            return "a quotation mark is opened here and not closed", advice, (number, found.start(1) + 1)
        if number < line - 40:
            break
    return None


def _misaligned(lines: list[str], line: int) -> Told | None:
    """A key that starts in another column than its neighbours, and a line that belongs to none."""
    row = lines[line - 1] if line <= len(lines) else ""
    key = line_mistakes.key(row)
    if key is None:
        return _loose(lines, line)
    above = [found for row in lines[max(0, line - 40) : line - 1] if (found := line_mistakes.key(row))]
    if not above or above[-1].column == key.column:
        return _loose(lines, line)
    nearest = min(reversed(above), key=lambda other: abs(other.column - key.column))
    if nearest.column == key.column:
        nearest = above[-1]
    message = (
        f"`{key.name}` starts in column {key.column}, and `{nearest.name}` above it in column {nearest.column}: "
        "keys that belong together start in the same column"
    )
    advice = [_indent(key.name, nearest.column - 1)]
    if key.column > above[-1].column:
        advice.append("If the line is part of the text above: a text with a colon in it is put in double quotes.")
    return message, tuple(advice), (line, key.column)


def _loose(lines: list[str], line: int) -> Told | None:
    for number in _near(lines, line):
        row = lines[number - 1]
        if row.strip() and line_mistakes.key(row) is None and not row.lstrip().startswith(_NOT_LOOSE):
            before = next((lines[n - 1] for n in range(number - 1, 0, -1) if lines[n - 1].strip()), "")
            advice = ["Write `key: value`; a key is followed by a colon and a space."]
            if before:
                advice.insert(0, "If it goes on with the text above, indent it by two spaces more than the key.")
            column = len(row) - len(row.lstrip()) + 1
            return "this line has no key, so it belongs to nothing", tuple(advice), (number, column)
    return None


def _indent(name: str, spaces: int) -> str:
    if not spaces:
        return f"Start the line with `{name}`, without a space."
    return f"Indent `{name}` by {spaces} space{'' if spaces == 1 else 's'}."


def _by_problem(problem: str, lines: list[str], line: int, column: int) -> Told:
    if "expected ',' or" in problem or "flow" in problem:
        return _bracket(lines, line, column)
    if "escape character" in problem:
        advice = ("Put the text in single quotes, or write the backslash twice.",)
        return "a backslash in double quotes starts an escape, and this is none", advice, (line, max(1, column - 1))
    if "unexpected end of stream" in problem or "document end" in problem:
        advice = ("Close it where the text ends.",)
        return "a quotation mark or bracket is opened and not closed", advice, (line, column)
    if "simple key" in problem or "could not find expected ':'" in problem:
        return "a colon is missing after the key on this line", ("Write `key: value`.",), (line, column)
    if "did not find expected key" in problem or "mapping values are not allowed" in problem or "'-'" in problem:
        advice = ("Compare the indentation with the lines around it; a list item starts with `- `.",)
        return "a key was expected here: this line is indented otherwise than its neighbours", advice, (line, column)
    return f"YAML cannot be read here: {problem}", ("Put the text in double quotes.",), (line, column)


def _bracket(lines: list[str], line: int, column: int) -> Told:
    for number in range(min(line, len(lines)), max(0, line - 40), -1):
        row = lines[number - 1]
        for opening, closing in ("[]", "{}"):
            if row.count(opening) > row.count(closing):
                advice = (f"Close it with `{closing}` on the same line.",)
                return f"a `{opening}` is opened here and not closed", advice, (number, row.index(opening) + 1)
    advice = ("Between brackets, commas part the entries; a text with a comma or bracket in it is put in quotes.",)
    return "a comma or a closing bracket is missing here", advice, (line, column)

"""Ground: mistakes that one line of YAML shows by itself; each recogniser passes over lines that are in order."""

from __future__ import annotations

import re

from factbook.content.yaml.printable import shown
from factbook.runtime.frozen import frozen

_KEY = re.compile(r"""^([ ]*(?:-[ ]+)*)("?[^\W\d][\w -]{0,40}?"?)[ ]*:(?=\s|$)[ ]*(.*)$""")
_ITEM = re.compile(r"^([ ]*(?:-[ ]+)+)(.*)$")
_QUOTED = (re.compile(r'"(?:\\.|[^"\\])*"'), re.compile(r"'(?:''|[^'])*'"))
_BLOCK = "Put the text in double quotes, or write `>-` after the key and the text on the next line, indented."
_QUOTES = "Put the text in double quotes."
_CURLY = "“”„‟«»‘’‚‹›"


@frozen
class LineMistake:
    """What is wrong in one line, what to do, and the column from 1."""

    message: str
    advice: tuple[str, ...]
    column: int


@frozen
class Key:
    """A key, and the column in which it starts."""

    name: str
    column: int


def key(row: str) -> Key | None:
    """The key that starts a line, if one does."""
    found = _KEY.match(row)
    return Key(found[2].strip('"'), len(found[1]) + 1) if found else None


def mistake(row: str) -> LineMistake | None:
    """The first mistake that the line shows by itself."""
    for recognise in (_tab, _equals, _wide_colon, _no_space_after_colon, _no_space_after_dash):
        if told := recognise(row):
            return told
    found = _KEY.match(row) or _ITEM.match(row)
    if found is None:
        return None
    value = found[found.lastindex or 0]
    return _in_value(value, found.start(found.lastindex or 0) + 1)


def _tab(row: str) -> LineMistake | None:
    found = re.match(r"[ ]*(?:-[ ]*)?\t", row)
    if not found:
        return None
    what = "after the dash" if "-" in found[0] else "where spaces indent the line"
    return LineMistake(f"a tab stands {what}", ("Replace the tab by spaces.",), found.end())


def _equals(row: str) -> LineMistake | None:
    found = re.match(r"([ ]*(?:- )?)([a-z_]+) ?= ?(?=\S)", row)
    if not found or ": " in row:
        return None
    advice = (f"Write `{found[2]}: {row[found.end() :].strip()[:40]}`.",)
    return LineMistake(f"an equals sign stands after `{found[2]}`, where a colon belongs", advice, row.index("=") + 1)


def _wide_colon(row: str) -> LineMistake | None:
    found = re.match(r"[ ]*(?:- )?([\w-]+)\s?([：﹕꞉])", row)
    if not found:
        return None
    advice = (f"Write `{found[1]}: ` with the colon of the Latin keyboard and a space.",)
    return LineMistake(f"the colon after `{found[1]}` is another character, {found[2]}", advice, found.start(2) + 1)


def _no_space_after_colon(row: str) -> LineMistake | None:
    found = re.match(r"([ ]*(?:- )?)([A-Za-z_]+):(?=[^\s:/])", row)
    if not found:
        return None
    value = row[found.end() :].strip()
    advice = (f"Write `{found[2]}: {shown(value, 40)}`.",)
    return LineMistake(f"no space follows the colon after `{found[2]}`", advice, found.end())


def _no_space_after_dash(row: str) -> LineMistake | None:
    found = re.match(r"[ ]*-(?=[^\W\d]|[\[{\"'“„])", row)
    if not found:
        return None
    advice = ("Write `- ` with a space, then the entry.",)
    return LineMistake("no space follows the dash that starts a list entry", advice, found.end())


def _in_value(value: str, column: int) -> LineMistake | None:
    """A mistake in the value of a key or in an entry, which starts in `column`."""
    value = value.rstrip()
    if value[:1] in ("'", '"'):
        return _goes_on(value, column)
    if told := _block(value, column) or _start(value, column):
        return told
    at = re.search(r":(?=\s|$)", value)
    if at and value[:1] not in ("|", ">", "[", "{", "#"):
        return _colon(value, column, at.start())
    return _cut(value, column)


def _colon(value: str, column: int, at: int) -> LineMistake:
    message = "a colon followed by a space stands inside a text that has no quotes around it"
    if value[0] in _CURLY:
        message = "a colon followed by a space stands inside a text with curly quotation marks, which are part of it"
    return LineMistake(message, (_BLOCK,), column + at)


def _cut(value: str, column: int) -> LineMistake | None:
    """A text of some words that a comment ends; after an id or a date a comment is in order."""
    at = re.match(r"[^\s#\[{|>]\S*\s+[^\s#].*?\s#", value)
    if not at:
        return None
    message = "a `#` after a space starts a comment: the text ends before it, and the next line belongs to nothing"
    return LineMistake(message, (_BLOCK,), column + at.end() - 1)


def _goes_on(value: str, column: int) -> LineMistake | None:
    """A text that starts with a quotation mark and goes on after the closing one."""
    mark = value[0]
    found = _QUOTED[mark == "'"].match(value)
    if not found:
        return None
    rest = value[found.end() :]
    if not rest.strip() or re.match(r"\s+#|\s*:(\s|$)", rest):
        return None
    if rest.strip() == ",":
        advice = ("Delete the comma: in YAML each line ends without one.",)
        return LineMistake("a comma stands after the text", advice, column + found.end())
    if mark == "'" and rest[0].isalnum():
        message = "an apostrophe ends this text, because it starts with a single quotation mark"
        advice = ("Put the text in double quotes, or write the apostrophe twice.",)
        return LineMistake(message, advice, column + found.end() - 1)
    message = "the text starts with a quotation mark and goes on after the closing one"
    advice = ("Write `>-` after the key and the whole text on the next line, indented.",)
    return LineMistake(message, advice, column + found.end())


def _block(value: str, column: int) -> LineMistake | None:
    found = re.match(r"[|>][+-]?\d?[+-]?\s+(?=[^\s#])", value)
    if not found:
        return None
    advice = (f"Write `{value[0]}-` alone, and the text on the next line, indented by two spaces more than the key.",)
    return LineMistake(f"words stand after `{value[0]}` on the same line", advice, column + found.end())


def _start(value: str, column: int) -> LineMistake | None:
    """A text that starts with a character by which YAML means something else."""
    if value[:1] in tuple("@`%*&!"):
        sign = f"`{value[0]}`" if value[0] != "`" else "a backtick"
        return LineMistake(f"a text cannot start with {sign}", (_QUOTES,), column)
    if value.startswith(("? ", "- ")):
        advice = ("A list starts on the line below its key; a text that starts so is put in double quotes.",)
        return LineMistake(f"`{value[0]}` and a space stand where a text starts", advice, column)
    for opening, closing, what in (("[", "]", "a list"), ("{", "}", "keys and values")):
        end = value.rfind(closing)
        if value.startswith(opening) and end > 0 and re.match(r"[\s]*[^\s#,:\]}]", value[end + 1 :]):
            message = f"the text starts with `{opening}`, which YAML takes for the start of {what}"
            return LineMistake(message, (_BLOCK,), column)
    return None

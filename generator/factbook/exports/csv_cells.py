"""Exports: single cells of a table: safe in any spreadsheet, and read back to the very value.

A spreadsheet takes a cell for a formula by its first character. Such a cell gets an apostrophe before it, as
https://owasp.org/www-community/attacks/CSV_Injection advises; so does the same character after a semicolon,
a tab or a line's end inside a cell, where a program that splits rows there would begin a new cell. Reading
takes exactly that apostrophe away again.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.content.yaml import Value

_BEFORE = r"((?:^|[;\t\r\n])[ \t\r\n\u00a0]*+)"
"""A run of blanks is taken whole and once, so that a cell of nothing but tabs costs no more than its length."""
_STARTS = "'*[=+\\-@\uff1d\uff0b\uff0d\uff20|%]"
_UNSAFE = re.compile(f"{_BEFORE}(?=({_STARTS})?)")
_DIVIDED = re.compile(r"[;\t\r\n]")
_WORD = re.compile(r"[^\s,;\[{]+")
_HARMLESS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789[")
_SAFE = re.compile(f"{_BEFORE}(?:'(?={_STARTS}))?")


def safe(text: str) -> str:
    """The text with an apostrophe wherever a formula could begin."""
    if not text or (text[0] in _HARMLESS and not _DIVIDED.search(text)):
        return text
    return _UNSAFE.sub(lambda found: found[1] if found[2] is None else f"{found[1]}'", text)


def unsafe(cell: str) -> str:
    """The text of which `safe` made the cell."""
    return _SAFE.sub(r"\1", cell)


def joined(value: Value) -> str:
    """A list in one cell: plain words with spaces between them, anything else as JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        words = [item for item in value if isinstance(item, str) and _WORD.fullmatch(item)]
        if len(words) == len(value):
            return " ".join(words)
    return json.dumps(value, ensure_ascii=False)


def split(cell: str) -> Value:
    """The list, or whatever JSON stands there; commas and semicolons part words too. Raises ValueError."""
    cell = cell.strip()
    if cell[:1] in ("[", "{"):
        return _as_texts(json.loads(cell, parse_int=str, parse_float=str, object_pairs_hook=_once_each))
    return [word for word in re.split(r"[\s,;]+", cell) if word]


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object none of whose values another one of the same key would hide."""
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ValueError("a key stands twice")
    return made


def _as_texts(value: object) -> Value:
    if isinstance(value, list):
        return [_as_texts(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _as_texts(item) for key, item in value.items()}
    if isinstance(value, str):
        return value
    raise ValueError("true, false and null are no texts")

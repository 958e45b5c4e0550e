"""Search: an entry as the index holds it, the order in which hits are shown, and the pieces that hold their texts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from factbook.site.search_index.tokenize import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.site.artifacts import SearchEntry

PIECE = 32
"""Entries in one file: some 4 KB compressed."""
FACT = "fact"
"""The kind of a fact; any other is that of a page."""

_BEFORE_FACTS = ("topic", "actor", "series", "")
_AFTER_FACTS = ("source",)


class Row(NamedTuple):
    """What the index holds of an entry: texts, so that it costs little to keep and to tell another process."""

    day: str
    """Of the event: its number in the calendar; 0 where there is none."""
    address: str
    shown: str
    """Address, kind, title, text, note and language, as JSON."""
    words: str
    """Each word once, with spaces between them."""
    titles: str
    """Words of the title, where a page stands before the facts: those that titles are known by."""
    filters: str
    """Name, words and value of each, as JSON."""


def row(kind: str, entry: SearchEntry) -> Row:
    """The row of an entry; `kind` is `FACT` or that of its page."""
    shown = entry.address, kind, entry.title, entry.text, entry.note, entry.language
    return Row(
        day=str(entry.day.toordinal() if entry.day else 0),
        address=entry.address,
        shown=dumped(shown),
        words=" ".join(dict.fromkeys(words(f"{entry.title} \n {entry.text} \n {entry.note}"))),
        titles=" ".join(words(entry.title)) if _rank(kind) < len(_BEFORE_FACTS) else "",
        filters=dumped([(choice.name, choice.words, choice.value) for choice in entry.filters]),
    )


def place(kind: str, day: str, address: str) -> tuple[int, int, str]:
    """By this hits are sorted.

    Pages on topics, actors and numbers first, then facts, the latest event first, then sources, whose headlines
    repeat what the facts say. The number of a hit is its place in this order, so that a list of numbers needs no
    sorting and the hits shown together stand in few files.
    """
    return _rank(kind), -int(day), address


def pieces(size: int) -> int:
    """How many files hold the texts of so many entries."""
    return -(-size // PIECE)


def piece(shown: Iterable[str]) -> bytes:
    """A file of entries."""
    return f"[{','.join(shown)}]".encode()


def dumped(value: object) -> str:
    """JSON on one line, the same on every machine."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _rank(kind: str) -> int:
    if kind == FACT:
        return len(_BEFORE_FACTS)
    if kind in _AFTER_FACTS:
        return len(_BEFORE_FACTS) + 1
    return _BEFORE_FACTS.index(kind if kind in _BEFORE_FACTS else "")

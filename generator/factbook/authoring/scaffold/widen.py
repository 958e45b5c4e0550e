"""Scaffold: from words that were sought to a quote: the clause or sentence around them, no longer than allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.evidence.texts.normalize import tokens
from factbook.evidence.texts.sentence_context import around

if TYPE_CHECKING:
    from factbook.evidence.texts.search_index import Place, Prepared

LEAST = 6
"""Words that make a quote that can be verified without the text, and that says something."""

_BORDERS = frozenset((",", ";", ":", "-", "(", ")"))
"""Marks at which a clause ends."""


def widened(prepared: Prepared, place: Place, most: int) -> Place:
    """The place with its sentence, if that has at most `most` words; else with its clause, of at least six words."""
    context = around(prepared, place, 2 * most)
    before = [token.normal for token in tokens(context.before)]
    after = [token.normal for token in tokens(context.after)]
    own = sum(_weight(token.normal) for token in tokens(place.words))
    if own + sum(map(_weight, before)) + sum(map(_weight, after)) > most:
        before, after = _clause(before, own, after, most)
    start, end = _back(prepared.row, place.start, before), _on(prepared.row, place.end, after)
    if start is None or end is None or prepared.cuts_word(start, end):
        return place
    return prepared.place(start, end)


def _clause(before: list[str], own: float, after: list[str], most: int) -> tuple[list[str], list[str]]:
    """The words up to the next border on either side; beyond it only while there are fewer than the least."""
    rows, taken, count = (before[::-1], after), [0, 0], own
    while count < most - 1:
        left = [side for side in (1, 0) if taken[side] < len(rows[side])]
        within = [side for side in left if rows[side][taken[side]] not in _BORDERS]
        if not left or (not within and count >= LEAST):
            break
        side = (within or left)[0]
        count += _weight(rows[side][taken[side]])
        taken[side] += 1
    return before[len(before) - taken[0] :], after[: taken[1]]


def _weight(word: str) -> float:
    """How many words a reader counts in it: a character of a script without spaces is a part of one."""
    if not any(map(str.isalnum, word)):
        return 0
    return 0.5 if len(word) == 1 and word >= "\u0e00" else 1


def _trimmed(row: list[str]) -> list[str]:
    """Without the marks at the outer end, which is the last one."""
    while row and not any(map(str.isalnum, row[-1])):
        row = row[:-1]
    return row


def _back(row: bytes, start: int, words: list[str]) -> int | None:
    """Where these words begin, which stand right before a place of the row."""
    words = _trimmed(words[::-1])[::-1]
    lead = " ".join(words).encode("utf-8", "surrogatepass") + b" " if words else b""
    return start - len(lead) if row[:start].endswith(lead) else None


def _on(row: bytes, end: int, words: list[str]) -> int | None:
    """Where these words end, which stand right behind a place of the row."""
    words = _trimmed(words)
    trail = b" " + " ".join(words).encode("utf-8", "surrogatepass") if words else b""
    return end + len(trail) if row.startswith(trail, end) else None

"""What differs between words: told by the words, and by the characters' names where nobody can see it."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 3
"""Differences that are told."""

_WORDS_LIMIT = 200
_LETTERS_LIMIT = 60


def differences(quote: list[str], source: list[str]) -> tuple[str, ...]:
    """Sentences on where two rows of words in normal form differ, the quote's first; none when too much does."""
    if max(len(quote), len(source)) > _WORDS_LIMIT:
        return ()
    steps = SequenceMatcher(None, quote, source, autojunk=False).get_opcodes()
    found = [step for step in steps if step[0] != "equal"]
    if not 0 < len(found) <= MOST:
        return ()
    return tuple(_told(" ".join(quote[a:b]), " ".join(source[c:d])) for _, a, b, c, d in found)


def _told(mine: str, theirs: str) -> str:
    if not theirs:
        return f"The source has no “{mine}” there."
    if not mine:
        return f"The source has “{theirs}” there too."
    told = f"The quote has “{mine}” where the source has “{theirs}”"
    if _looks(mine) == _looks(theirs):
        names = "; ".join(islice(_characters(mine, theirs), MOST))
        return f"{told}, which looks the same: {names}." if names else f"{told}."
    return f"{told}."


def _characters(mine: str, theirs: str) -> Iterator[str]:
    """The characters in which two words differ, by their names in Unicode."""
    if max(len(mine), len(theirs)) > _LETTERS_LIMIT:
        return
    for kind, a, b, c, d in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if kind != "equal":
            yield f"{_named(mine[a:b])} in the quote, {_named(theirs[c:d])} in the source"


def _named(characters: str) -> str:
    if not characters:
        return "nothing"
    return " + ".join(f"{unicodedata.name(one, 'a character')} (U+{ord(one):04X})" for one in characters[:MOST])


def _looks(words: str) -> str:
    """Words as a reader sees them: letters that look like Latin ones are those, marks and case are none."""
    plain = unicodedata.normalize("NFKD", words.translate(_LOOKALIKES))
    return "".join(one for one in plain if not unicodedata.combining(one) and one.isprintable()).casefold()


_LOOKALIKES = str.maketrans(
    # Cyrillic, then Greek letters, that no reader tells from Latin ones; then other signs.
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ" + "ıľ|‐−×",
    "ABESIJKMHOPCTYXaesijopcyxdh" + "ABEZHIKMNOPTYXovp" + "ill--x",
)

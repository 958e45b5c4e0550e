"""Ground: the nearest right names for one that was not found, as Elm's compiler offers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LIMIT = 4
_ENOUGH = 62.0
"""Likeness in percent below which a suggestion would only confuse."""


def near(word: str, candidates: Iterable[str], limit: int = LIMIT) -> tuple[str, ...]:
    """At most `limit` of `candidates` that are like `word`, closest first; empty when none is close."""
    from rapidfuzz import fuzz, process

    wanted = word[:200].casefold()
    names = {name: name.casefold() for name in candidates}
    found = process.extract(wanted, names, scorer=fuzz.WRatio, limit=limit, score_cutoff=_ENOUGH)
    return tuple(name for _, _, name in found)

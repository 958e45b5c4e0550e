"""Comparison: two texts word by word, so that a reviewer sees the one word that changed."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Piece = tuple[Literal["same", "old", "new"], str]
"""Words that stand in both texts, only in the old one, or only in the new one."""
_TOKEN = re.compile(r"\s+|[^\W_]+|.", re.S)
MOST = 4000
"""Characters beyond which texts are shown whole: comparing grows with the square."""


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """How `old` becomes `new`, in reading order; joined, old and same give `old`, new and same give `new`."""
    if len(old) > MOST or len(new) > MOST:
        return (("old", old), ("new", new))
    return tuple(_pieces(_TOKEN.findall(old), _TOKEN.findall(new)))


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    for action, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if action == "equal":
            yield "same", "".join(old[i:j])
            continue
        if i < j:
            yield "old", "".join(old[i:j])
        if k < m:
            yield "new", "".join(new[k:m])

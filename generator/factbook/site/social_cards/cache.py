"""Previews: pictures kept between builds; only speed depends on it.

A picture is found by the words in it, and taken when the code and fonts of this room and the version of Pillow are
the ones that it was drawn with. No clock is asked.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from factbook.runtime import disk_cache as kept

if TYPE_CHECKING:
    from factbook.site.social_cards.card import Card

_MOST = 4000
"""Pictures that are kept; the oldest go first."""


def picture_of(card: Card) -> bytes:
    """The picture of `card` as a PNG: the one that was drawn before, else a new one."""
    name = hashlib.sha256(repr(card).encode()).hexdigest()[:40]
    path = kept.folder("previews") / name
    found = _read(path)
    if found is None:
        from factbook.site.social_cards.draw import drawn

        found = drawn(card)
        kept.store(path, _drawing(), found, most=_MOST)
    return found


def _read(path: Path) -> bytes | None:
    try:
        found: bytes | None = kept.load(path, _drawing())
    except kept.CorruptEntry:
        return None
    return found


@cache
def _drawing() -> bytes:
    """What decides how a card is drawn, beside the card."""
    room = Path(__file__).parent
    digest = hashlib.sha256(version("pillow").encode())
    for part in sorted((*room.glob("*.py"), *room.glob("fonts/*.ttf"))):
        digest.update(hashlib.sha256(part.read_bytes()).digest())
    return digest.digest()

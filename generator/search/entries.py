"""Search: all entries of an edition in the order in which hits are shown, and the pieces that hold their texts."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from generator.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.bodies import Body, SearchEntry

PIECE = 32
"""Entries in one file: some 4 KB compressed."""

_BEFORE_FACTS = ("topic", "actor", "series", "")
_AFTER_FACTS = ("source",)


@frozen
class Hit:
    """An entry and where it leads."""

    address: str
    """From the edition's root: `topics/flood/#river-rose-40`."""
    kind: str
    """fact | the kind of its page"""
    entry: SearchEntry


def in_order(bodies: Iterable[Body]) -> tuple[tuple[Hit, ...], int]:
    """All hits, and how many of them stand before the facts.

    Pages on topics, actors and numbers first, then facts, the latest event first, then sources, whose
    headlines repeat what the facts say. The number of a hit is its place in this order, so that a list of
    numbers needs no sorting and the hits shown together stand in few files.
    """
    found = [_hit(body, entry) for body in bodies for entry in body.search]
    found.sort(key=_place)
    return tuple(found), sum(1 for hit in found if _rank(hit.kind) < len(_BEFORE_FACTS))


def pieces(size: int) -> int:
    """How many files hold the texts of so many entries."""
    return -(-size // PIECE)


def piece(hits: Sequence[Hit], number: int) -> bytes:
    """The file of that number: address, kind, title, text, note and language of each of its entries."""
    shown = hits[number * PIECE : (number + 1) * PIECE]
    rows = [
        (hit.address, hit.kind, hit.entry.title, hit.entry.text, hit.entry.note, hit.entry.language) for hit in shown
    ]
    return dumped(rows)


def version(hits: Iterable[Hit]) -> str:
    """Stands for all that the index is made from: as long as it is the same, so is every file."""
    digest = hashlib.sha256(b"1")
    for hit in hits:
        entry = hit.entry
        said = [hit.address, hit.kind, entry.title, entry.text, entry.note, entry.language]
        for choice in entry.filters:
            said += (choice.name, choice.value, choice.words)
        said.append("\x1e")
        digest.update("\x1f".join(said).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:16]


def dumped(value: object) -> bytes:
    """JSON on one line, the same bytes on every machine."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _hit(body: Body, entry: SearchEntry) -> Hit:
    if entry.anchor:
        return Hit(f"{body.path}#{entry.anchor}", "fact", entry)
    return Hit(body.path, body.kind, entry)


def _place(hit: Hit) -> tuple[int, int, str]:
    day = hit.entry.day
    return _rank(hit.kind), -day.toordinal() if day else 0, hit.address


def _rank(kind: str) -> int:
    if kind == "fact":
        return len(_BEFORE_FACTS)
    if kind in _AFTER_FACTS:
        return len(_BEFORE_FACTS) + 1
    return _BEFORE_FACTS.index(kind if kind in _BEFORE_FACTS else "")

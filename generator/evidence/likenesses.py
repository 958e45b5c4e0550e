"""Stage, a part of it: documents whose wording is so like another's that one must come from the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import Likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.snapshots.prepared import Prepared

ENOUGH = 0.3
"""Part of the shorter document's wording that the other must hold to be spoken of."""


def likenesses(documents: Mapping[str, Prepared]) -> Iterator[Likeness]:
    """Pairs of documents, in order of their ids, that share at least `ENOUGH` of the shorter one's wording."""
    try:  # until the room has it
        from generator.snapshots.likeness import alike, candidates
    except ImportError:
        return

    for one, other in candidates(documents):
        share, passage = alike(documents[one], documents[other])
        if share >= ENOUGH:
            yield Likeness(one, other, share, passage)

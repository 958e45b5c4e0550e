"""Linked data: what its makers need: the corpus, the language it is told in, and where things stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.frozen import frozen

if TYPE_CHECKING:
    from generator.exports.addresses import Addresses
    from generator.model import Corpus


@frozen
class Voice:
    """One language's telling of the corpus. It stays inside the room."""

    corpus: Corpus
    language: str
    first: str
    """The site's first language."""
    addresses: Addresses

"""Exports: each fact as JSON and as linked data: made once, though its page and a file of `/data/` both hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bodies import Shared
from generator.exports import documents, linked

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model import Corpus, Evidence, Fact
    from generator.settings import Settings


class Facts:
    """The facts of one edition."""

    def __init__(self, corpus: Corpus, evidence: Evidence, settings: Settings, language: str) -> None:
        self.json = Once(documents.fact(corpus, evidence, settings))
        self.claim = Once(linked.fact(corpus, settings, language))
        self._corpus = corpus

    @property
    def shared(self) -> Shared:
        """The making of both, for whoever will need them more than once."""

        def make(name: str) -> tuple[bytes, bytes]:
            fact = self._corpus.facts[name]
            return self.json(fact), self.claim(fact)

        def learn(name: str, made: tuple[bytes, bytes]) -> None:
            self.json.told[name], self.claim.told[name] = made

        return Shared(make, learn)


class Once:
    """A text of each fact: what was told of it, else it is made when it is asked for."""

    def __init__(self, make: Callable[[Fact], bytes]) -> None:
        self._make = make
        self.told: dict[str, bytes] = {}

    def __call__(self, fact: Fact) -> bytes:
        """The text of a fact."""
        return self.told.get(fact.id) or self._make(fact)

"""Exports: each fact as JSON and as linked data: made once, though its page and a file of `/data/` both hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.exports import json_files, jsonld
from factbook.runtime.spill_store import Told
from factbook.site.artifacts import Shared

if TYPE_CHECKING:
    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Fact
    from factbook.evidence.model import Evidence


class Facts:
    """The facts of one edition; what several files hold may be made already."""

    def __init__(self, corpus: Corpus, evidence: Evidence, settings: Settings, language: str) -> None:
        self._corpus = corpus
        self._json, self._claim = json_files.fact(corpus, evidence, settings), jsonld.fact(corpus, settings, language)
        self._told = Told("json", "claim")

    def json(self, fact: Fact) -> str:
        """A fact in `facts.json` and beside its page."""
        return self._told.form("json", fact.id) or self._json(fact)

    def claim(self, fact: Fact) -> str:
        """A fact in `factbook.jsonld` and in its page."""
        return self._told.form("claim", fact.id) or self._claim(fact)

    @property
    def shared(self) -> Shared:
        """The making of both, for whoever will need them more than once."""

        def make(name: str) -> tuple[str, str]:
            fact = self._corpus.facts[name]
            return self._json(fact), self._claim(fact)

        return Shared(make, self._told.learn)

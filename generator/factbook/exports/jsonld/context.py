"""Linked data: what its makers need: the corpus, the language it is told in, and where things stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.exports.public_urls import ROOT, prefix_of, public
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.exports.public_urls import Addresses


@frozen
class EditionContext:
    """One language's telling of the corpus. It stays inside the room."""

    corpus: Corpus
    language: str
    first: str
    """The site's first language."""
    addresses: Addresses


def edition_context(corpus: Corpus, settings: Settings, language: str) -> EditionContext:
    """That of an edition; where the site has no known public address, addresses begin with the mark `ROOT`."""
    addresses = public(settings, prefix_of(settings, language), otherwise=ROOT)
    return EditionContext(corpus, language, settings.languages[0], addresses)

"""Stage, beside the checks: how much of each source its quotes print together.

Quotes are counted once, whoever cites them; what stands inside a longer quote is not counted again. The words of the
text are counted as those of the quotes, from the text or from its fingerprint, which knows how many there are.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factbook.evidence.texts.normalize import words
from factbook.evidence.texts.word_count import word_count
from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factbook.content.model import Corpus
    from factbook.evidence.model import Evidence

_SKIP = "[…]"


@frozen
class Share:
    """How many words of a source its quotes print, and which part of it that is."""

    quoted: int
    """As readers count them."""
    percent: float


def shares(corpus: Corpus, evidence: Evidence) -> Mapping[str, Share]:
    """The share of each source that is quoted and whose length is known."""
    quotes: defaultdict[str, set[str]] = defaultdict(set)
    for fact in corpus.facts.values():
        for citation in fact.citations:
            quotes[citation.source].update(citation.quote.replace("[...]", _SKIP).split(_SKIP))
    return {
        source: _share(_distinct(found), length)
        for source, found in quotes.items()
        if (length := evidence.lengths.get(source, 0))
    }


def _share(quotes: list[str], length: int) -> Share:
    """`length` counts as comparisons do: a mark of punctuation or a character of Chinese is a word."""
    compared = sum(len(quote.split()) for quote in quotes)
    return Share(sum(map(word_count, quotes)), 100 * compared / length)


def _distinct(quotes: Iterable[str]) -> list[str]:
    """The quotes in normal form that stand in no longer one."""
    rows = sorted({f" {' '.join(words(quote))} " for quote in quotes}, key=len, reverse=True)
    kept: list[str] = []
    for row in rows:
        if not any(row in longer for longer in kept):
            kept.append(row)
    return kept

"""Check: quotes are short (evidence rule 5): quote, do not republish.

Wrong: a quote of a whole paragraph.
Right: the few words that carry the fact; `[…]` skips what stands between.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.texts.word_count import word_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.evidence.model import Evidence

_LETTERS = re.compile("[A-Za-z0-9]+")


@check_of("fact", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A message for each quote above the site's limit."""
    for fact in corpus.facts.values():
        for number, citation in enumerate(fact.citations):
            if _is_short(citation.quote, settings.quote_words):
                continue
            count = word_count(citation.quote)
            if count > settings.quote_words:
                message = f"this quote has {count} words; at most {settings.quote_words} are quoted"
                span = fact.record.span("citations", number, "quote")
                advice = "Keep the words that carry the fact, and skip others with […]."
                yield Diagnostic("quote-too-long", message, span, help=(advice,))


def _is_short(quote: str, limit: int) -> bool:
    """Whether a quote has surely no more words: in ASCII each one holds a row of letters and digits of its own."""
    return quote.isascii() and len(_LETTERS.findall(quote)) <= limit

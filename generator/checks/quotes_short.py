"""Check: quotes are short (evidence rule 5): quote, do not republish.

Wrong: a quote of a whole paragraph.
Right: the few words that carry the fact; `[…]` skips what stands between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic
from generator.snapshots.normal import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Corpus, Evidence
    from generator.settings import Settings


def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A message for each quote above the site's limit."""
    for fact in corpus.facts.values():
        for number, citation in enumerate(fact.citations):
            count = _count(citation.quote)
            if count > settings.quote_words:
                message = f"this quote has {count} words; at most {settings.quote_words} are quoted"
                span = fact.record.span("citations", number, "quote")
                advice = "Keep the words that carry the fact, and skip others with […]."
                yield Diagnostic("quote-too-long", message, span, help=(advice,))


def _count(quote: str) -> int:
    """Words as a reader counts them; in scripts without spaces, where each character is one here, two make one."""
    found = [word for word in words(quote) if any(character.isalnum() for character in word)]
    single = sum(1 for word in found if len(word) == 1 and ord(word) >= _FIRST_SPACELESS)
    return len(found) - single // 2


_FIRST_SPACELESS = 0x0E00

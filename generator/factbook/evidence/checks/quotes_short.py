"""Check: quotes are short (evidence rule 5): quote, do not republish.

Wrong: a quote of a whole paragraph.
Right: the few words that carry the fact; `[…]` skips what stands between.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.texts.normalize import words

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
            count = _count(citation.quote)
            if count > settings.quote_words:
                message = f"this quote has {count} words; at most {settings.quote_words} are quoted"
                span = fact.record.span("citations", number, "quote")
                advice = "Keep the words that carry the fact, and skip others with […]."
                yield Diagnostic("quote-too-long", message, span, help=(advice,))


def _is_short(quote: str, limit: int) -> bool:
    """Whether a quote has surely no more words: in ASCII each one holds a row of letters and digits of its own."""
    return quote.isascii() and len(_LETTERS.findall(quote)) <= limit


def _count(quote: str) -> int:
    """Words as a reader counts them.

    In scripts without spaces, where each character with its marks is one here, two make a word in Chinese and
    Japanese, and seven make two in Thai, Lao, Khmer and Burmese.
    """
    found = [word for word in words(quote) if any(character.isalnum() for character in word)]
    ideographs = sum(1 for word in found if len(word) == 1 and _IDEOGRAPHS <= word <= _LAST)
    syllables = sum(1 for word in found if _THAI <= word[0] <= _LAST_LAO or _BURMESE <= word[0] <= _LAST_BURMESE)
    syllables += sum(1 for word in found if _KHMER <= word[0] <= _LAST_KHMER)
    return len(found) - ideographs // 2 - syllables * 5 // 7


_IDEOGRAPHS, _LAST = "\u3005", "\U0003ffff"
_THAI, _LAST_LAO = "\u0e01", "\u0edf"
_BURMESE, _LAST_BURMESE = "\u1000", "\u109f"
_KHMER, _LAST_KHMER = "\u1780", "\u17df"

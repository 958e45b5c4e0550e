"""Check: a quote and its statement have at least one word, number or name in common.

Wrong: `statement: Two bridges were closed.` over the quote "the mayor thanked all helpers".
Right: the quote that says what the statement says.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factbook.evidence.checks.declaration import check_of
from factbook.evidence.checks.statement_and_quotes import compared, keys, same_language
from factbook.evidence.numerals import read
from factbook.evidence.texts.normalize import words
from factbook.evidence.texts.word_count import word_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.diagnostics.types import Diagnostic
    from factbook.evidence.checks.two_languages import SaidText
    from factbook.evidence.model import Evidence

CODE = "quote-unrelated"
_ADVICE = "Is it the right quote? Quote the words from which a reader can see the statement."


@check_of("fact", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning for a fact none of whose quotes shares a telling word with the statement."""
    for pair in compared(corpus, settings.languages[0]):
        if pair.is_complete and not any(_related(pair.statement, quote) for quote in pair.quotes):
            yield pair.warning(CODE, "the statement and its quote have no word in common", _ADVICE)


def _related(statement: SaidText, quote: SaidText) -> bool:
    if not same_language(statement, quote):
        return True
    if not keys(statement.words, statement.language).isdisjoint(keys(quote.words, quote.language)):
        return True
    if not _pairs(statement).isdisjoint(_pairs(quote)):
        return True
    return not _values(statement).isdisjoint(_values(quote))


def _pairs(text: SaidText) -> set[str]:
    """Of scripts without spaces, each two characters that make one word."""
    pairs = {f"{one} {other}" for one, other in pairwise(words(text.words))}
    return {pair for pair in pairs if word_count(pair) == 1}


def _values(text: SaidText) -> set[object]:
    return {quantity.low for quantity in read(text.words, text.language)}

"""Check: a statement is a sentence; one or two words are what a mistake has left of it.

Wrong: `statement: Protest`
Right: `statement: A protest drew 3,000 people to the square.`
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content.model import variants
from factbook.diagnostics.types import Diagnostic, Severity
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.texts.word_count import word_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.evidence.model import Evidence

FEWEST = 3
"""Words of the shortest sentence that says who did what."""


@check_of("fact", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning for each language in which a statement has one or two words."""
    for fact in corpus.facts.values():
        for language, text in variants(fact.statement, settings.languages[0]):
            if text.count(" ") < FEWEST and (count := word_count(text)) < FEWEST:
                way = ("statement",) if isinstance(fact.statement, str) else ("statement", language)
                message = f"this statement has {count} word{'s' if count > 1 else ''}"
                advice = "Write a sentence: who, what, and when it is not the fact's date."
                span = fact.record.span(*way)
                yield Diagnostic("statement-short", message, span, Severity.WARNING, help=(advice,))

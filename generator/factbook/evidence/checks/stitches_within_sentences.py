"""Check: `[…]` leaves words out of one sentence, and does not sew two sentences into a third.

Wrong: `quote: Reuters has […] a hiring freeze` where the first words end another sentence.
Right: two citations, each with its own words.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from factbook.content.yaml import passage
from factbook.diagnostics.types import Diagnostic, Severity
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.texts.sentence_context import begun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.evidence.model import Evidence

_GAP = re.compile(r"\s*\[(?:…|\.\.\.)\]\s*")
_ADVICE = "Quote each sentence in a citation of its own."


@check_of("fact", needs_texts=True)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning for each quote whose `[…]` skips the end of a sentence, where its text is at hand."""
    for (name, number), finding in evidence.lookups.items():
        fact = corpus.facts[name]
        citation = fact.citations[number]
        text = evidence.texts.get(citation.source)
        if text is None or finding.offset is None or not _GAP.search(citation.quote):
            continue
        for skipped in _skipped(citation.quote, text[finding.offset :]):
            if begun(skipped) != skipped:
                message = f"`[…]` skips the end of a sentence: “{passage(skipped)}”"
                span = fact.record.span("citations", number, "quote")
                yield Diagnostic("quote-stitched", message, span, Severity.WARNING, help=(_ADVICE,))


def _skipped(quote: str, text: str) -> Iterator[str]:
    """What stands in the text between the parts of a quote that begins with it."""
    end = 0
    for part, following in pairwise(_GAP.split(quote)):
        here = _pattern(part).search(text, end)
        there = _pattern(following).search(text, here.end()) if here else None
        if here is None or there is None:
            return
        yield text[here.end() : there.start()]
        end = there.start()


def _pattern(words: str) -> re.Pattern[str]:
    """The words with any white space and punctuation between them."""
    return re.compile(r"\W+".join(map(re.escape, re.findall(r"\w+", words))))

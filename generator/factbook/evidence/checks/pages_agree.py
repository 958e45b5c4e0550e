"""Check: a page that a citation names is one on which its quote stands, where the text has pages.

Wrong: `at: p. 3` for words of the second page.
Right: `at: p. 2`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic, Severity
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.texts.page_breaks import as_place, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.evidence.model import Evidence


@check_of("fact", needs_texts=True)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning for each page on which the quote does not stand."""
    for (name, number), lookup in evidence.lookups.items():
        fact = corpus.facts[name]
        citation = fact.citations[number]
        said = named(citation.at or "")
        if not lookup.pages or not said or (said[0] <= lookup.pages[1] and lookup.pages[0] <= said[1]):
            continue
        message = f"this quote does not stand on `{citation.at}` of `{citation.source}`"
        advice = f"It stands on {as_place(lookup.pages)}, counted from the first page of the file."
        span = fact.record.span("citations", number, "at")
        yield Diagnostic("page-differs", message, span, Severity.WARNING, help=(advice,))

"""Check: a quote in another language than the site's first comes with our translation.

Wrong: a quote from a German source without `translation` on an English site.
Right: `translation: Up to 12,000 North Korean soldiers were sent to Russia`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic
from factbook.evidence.checks.declaration import check_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.evidence.model import Evidence


@check_of("fact", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A message for each foreign quote that readers could not read."""
    first = settings.languages[0].partition("-")[0]
    for fact in corpus.facts.values():
        for number, citation in enumerate(fact.citations):
            source = corpus.sources.get(citation.source)
            if source is None or citation.translation or source.language.partition("-")[0] == first:
                continue
            message = f"this quote is in `{source.language}` and has no `translation`"
            span = fact.record.span("citations", number, "quote")
            advice = f"Add `translation:` with the words in `{first}`, below the quote."
            yield Diagnostic("translation-missing", message, span, help=(advice,))

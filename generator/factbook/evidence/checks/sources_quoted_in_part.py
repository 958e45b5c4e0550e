"""Check: the quotes of a source print a part of it together, not the whole (evidence rule 5).

Wrong: twenty short quotes that put together are the article.
Right: as few words as carry the facts; facts that say less than the article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic, Severity
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.quoted_share import shares

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.evidence.model import Evidence

ALWAYS_ALLOWED = 60
"""Words of a source: one paragraph is quickly quoted."""


@check_of("site", needs_texts=True)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning for each source of which more is printed than the site's limit."""
    for name, share in shares(corpus, evidence).items():
        if name in corpus.sources and share.quoted > ALWAYS_ALLOWED and share.percent > settings.quoted_share:
            message = f"the quotes of `{name}` print {share.percent:.0f} % of it together, {share.quoted:,} words"
            advice = f"Shorten them to the words that carry each fact; at most {settings.quoted_share} % are printed."
            span = corpus.sources[name].record.span("id")
            yield Diagnostic("quoted-too-much", message, span, Severity.WARNING, help=(advice,))

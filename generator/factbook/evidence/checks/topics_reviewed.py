"""Check: a topic is looked at again by the day that it says, and while its newest source is not too old.

Wrong: `review_by: 2024-12-31` in 2025.
Right: the topic looked at, and a later day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic, Severity
from factbook.evidence.checks.declaration import check_of
from factbook.runtime.today import today

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus
    from factbook.evidence.model import Evidence


@check_of("site", needs_texts=False)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning for each topic whose day has passed, or that no newer source supports."""
    now = today()
    for topic in corpus.topics.values():
        if topic.draft:
            continue
        if topic.review_by and topic.review_by.day < now:
            message = f"`{topic.id}` was to be looked at again by {topic.review_by.text}"
            advice = "Read it against newer sources, and write the day by which it needs that again."
            span = topic.record.span("review_by")
            yield Diagnostic("review-due", message, span, Severity.WARNING, help=(advice,))
        newest = corpus.newest_source(corpus.facts[name] for name in corpus.facts_by_topic.get(topic.id, ()))
        if settings.source_age and newest and (now - newest.span()[1]).days > settings.source_age:
            message = (
                f"the newest source of `{topic.id}` is of {newest.text}, more than {settings.source_age} days ago"
            )
            advice = "Look for newer sources; `source_age` in site_config.yml says how old the newest may be."
            yield Diagnostic("sources-old", message, topic.record.span("id"), Severity.WARNING, help=(advice,))

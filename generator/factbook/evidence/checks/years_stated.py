"""Check: a fact of another year than its report's has that year in the report's words (rule 3).

Wrong: `date: 2017-07-06` with a report of 6 July 2018 in which no earlier year stands.
Right: the year that the report means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic, Label, Severity
from factbook.evidence.checks.declaration import check_of
from factbook.evidence.texts.years import years_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.config.settings import Settings
    from factbook.content.model import Citation, Corpus, Fact, Source
    from factbook.evidence.model import Evidence

FAR = 330
"""Days before a publication from which it must name the year: "in December" is said without one until then."""


@check_of("fact", needs_texts=True)
def check(corpus: Corpus, evidence: Evidence, settings: Settings) -> Iterator[Diagnostic]:
    """A warning for each fact long before its reports, none of which names or looks back to its year."""
    for fact in corpus.facts.values():
        if fact.date.precision not in ("day", "month", "year"):
            continue
        cited = [(corpus.sources[one.source], one) for one in fact.citations if one.source in corpus.sources]
        if cited and not any(_may_mean(fact, source, citation, evidence) for source, citation in cited):
            yield _nowhere(fact, cited[0][0])


def _may_mean(fact: Fact, source: Source, citation: Citation, evidence: Evidence) -> bool:
    """Whether the report can be about the fact's year, as far as can be seen."""
    if source.published is None or (source.published.day - fact.date.last).days < FAR:
        return True
    years = evidence.years.get(source.id)
    return (
        years is None
        or years.allow(fact.date.first.year)
        or years_in(citation.quote, source.language).allow(fact.date.first.year)
    )


def _nowhere(fact: Fact, source: Source) -> Diagnostic:
    year, published = fact.date.first.year, source.published.text if source.published else ""
    message = f"the year {year} stands nowhere in `{source.id}`, which was published {published}"
    labels = (Label(source.record.span("published"), "published here"),)
    advice = f"Is {year} right? A report that leaves the year out means its own, or the last twelve months."
    return Diagnostic("year-not-stated", message, fact.record.span("date"), Severity.WARNING, labels, (advice,))

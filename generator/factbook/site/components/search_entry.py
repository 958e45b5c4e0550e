"""Pages: facts as hits of the search."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factbook.site.artifacts import SearchEntry, SearchFilter
from factbook.site.components import fact as facts
from factbook.site.components import statement as statements
from factbook.site.components import text_and_links as parts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from factbook.content.model import Fact
    from factbook.site.context import Desk
    from factbook.site.views import parts as view


def hit(desk: Desk, whole: view.Fact) -> SearchEntry:
    """A fact as a hit: found by its statement, the words of its quotes, and who says so when."""
    fact = desk.corpus.facts[whole.id]
    quotes = " … ".join(
        words
        for citation in whole.citations
        for words in (citation.quote.words, citation.translation.words if citation.translation else "")
        if words
    )
    return SearchEntry(
        address=f"{whole.home}#{fact.id}",
        title=whole.statement.plain,
        text=quotes,
        filters=tuple(_filters(desk, fact, whole)),
        note=desk.wording.say("{who}, {date}", who=facts.speakers(desk, fact), date=whole.when.words),
        day=_day(fact),
        language=whole.statement.language,
    )


def _filters(desk: Desk, fact: Fact, whole: view.Fact) -> Iterator[SearchFilter]:
    corpus = desk.corpus
    for actor in statements.concerned(desk, fact):
        yield _filter("actor", actor, parts.actor_name(desk, actor).words)
    for topic in fact.topics:
        if topic in corpus.topics:
            yield _filter("topic", topic, parts.text(desk, corpus.topics[topic].title).words)
    for source in dict.fromkeys(parts.publisher(desk, corpus.sources[c.source]).words for c in fact.citations):
        yield _filter("source", source, source)
    yield _filter("year", str(_day(fact).year), str(_day(fact).year))
    for kind, word in {status.kind: status.word for status in whole.statuses}.items():
        yield _filter("status", kind, word)


@lru_cache(maxsize=65_536)
def _filter(name: str, value: str, words: str) -> SearchFilter:
    """One object for all facts that share it: a large corpus has hundreds of thousands."""
    return SearchFilter(name, value, words)


def _day(fact: Fact) -> date:
    """The day by which a fact is found; its end when the start is open."""
    return fact.date.last if fact.date.precision == "before" else fact.date.first

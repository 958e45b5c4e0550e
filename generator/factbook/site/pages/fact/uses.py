"""Site: where a fact is used: its topics, the judgements that rest on it, the texts of the editors that cite it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.html import items, link
from factbook.site.urls import ROOT, page_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.content.model import Fact
    from factbook.site.fragments import Fragments


def uses(made: Fragments, fact: Fact) -> Iterator[tuple[str, str]]:
    """Each kind of place with its links, as finished HTML."""
    say = made.words.say
    topics = [made.texts.topic_link(name) for name in fact.topics if name in made.corpus.topics]
    yield say("Topics"), " · ".join(topics)
    yield say("Our judgements"), items(made.judgements_on.get(fact.id, ()), '<ul class="links">')
    if fact.id in made.cited_at_home:
        yield say("Home page"), f'<a href="{ROOT}">{say("The briefing")}</a>'
    if fact.figure and fact.figure.series in made.corpus.series:
        series = made.corpus.series[fact.figure.series]
        yield say("Numbers"), link(page_path("series", series.id), made.texts.html(series.title))
    actors = [made.texts.actor_link(name) for name in fact.actors if name in made.corpus.actors]
    yield say("Names"), " · ".join(actors)

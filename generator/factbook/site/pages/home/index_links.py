"""Pages: the ways into the site from its home page, the best covered first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.components import text_and_links as parts
from factbook.site.pages.home import view
from factbook.site.pages.topic import builder as topics
from factbook.site.views.parts import Heading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.site.context import Desk
    from factbook.site.views.parts import Link

_WAYS = 8
"""Actors, and topics, that are named."""


def ways_in(desk: Desk) -> view.WaysIn:
    """The lists beside the latest facts: topics, actors, and everything else."""
    say = desk.wording.say
    groups = (
        view.Ways(say("Topics"), tuple(_topics(desk))),
        view.Ways(say("Actors"), tuple(_actors(desk))),
        view.Ways(say("Everything"), tuple(_everything(desk))),
    )
    return view.WaysIn(Heading("Ways-in", say("Ways in")), tuple(group for group in groups if group.links))


def _topics(desk: Desk) -> Iterable[Link]:
    sized = {name: len(desk.facts(desk.corpus.facts_by_topic.get(name, ()))) for name in desk.corpus.topics}
    order = sorted(sized, key=lambda name: (-sized[name], name))
    for name in order[:_WAYS]:
        yield parts.topic_link(desk, name, desk.wording.count("{n} fact", "{n} facts", sized[name]))
    if len(order) > _WAYS:
        yield parts.page_link(desk, desk.wording.count("All {n} topic", "All {n} topics", len(order)), "topics/")


def _actors(desk: Desk) -> Iterable[Link]:
    """Those who speak most, people and states before the media that carry their words."""
    said = {name: len(desk.facts(facts)) for name, facts in desk.corpus.facts_said_by.items()}
    order = sorted((name for name in said if name in desk.corpus.actors), key=lambda name: (-said[name], name))
    for name in order[:_WAYS]:
        yield parts.actor_link(desk, name, desk.wording.count("says {n} fact", "says {n} facts", said[name]))
    total = len(desk.corpus.actors)
    if total > _WAYS:
        yield parts.page_link(desk, desk.wording.count("All {n} actor", "All {n} actors", total), "actors/")


def _everything(desk: Desk) -> Iterable[Link]:
    say, count, corpus = desk.wording.say, desk.wording.count, desk.corpus
    disputed = sum(1 for fact in desk.current if topics.is_disputed(desk, fact))
    yield parts.page_link(desk, say("Timeline"), "timeline/", _span(desk))
    yield parts.page_link(desk, say("Numbers"), "numbers/", count("{n} series", "{n} series", len(corpus.series)))
    yield parts.page_link(desk, say("Disputed"), "disputed/", count("{n} fact", "{n} facts", disputed))
    of = say("of {origins}", origins=count("{n} origin", "{n} origins", len(corpus.origins)))
    yield parts.page_link(desk, say("Relations"), "relations/", say("who appears with whom"))
    yield parts.page_link(desk, say("Sources"), "sources/", f"{desk.wording.number(len(corpus.sources))} {of}")


def _span(desk: Desk) -> str:
    """`Aug 2024 to Jul 2025`"""
    days = [fact.date.sort_key[0] for fact in desk.current if fact.stance != "expects"]
    if not days:
        return ""
    return desk.wording.say(
        "{start} to {end}", start=desk.wording.month(min(days)), end=desk.wording.month(max(days))
    )

"""Pages: an actor: who it is, what it says, what is said of it, with whom it appears; and the list."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factbook.site import frame as frames
from factbook.site.components import date_words as when
from factbook.site.components import fact as made
from factbook.site.components import source_list as origins
from factbook.site.components import text_and_links as parts
from factbook.site.components import timeline_section as timelines
from factbook.site.components import wiki_links as links
from factbook.site.frame import About
from factbook.site.page_type import PageKind, alone
from factbook.site.pages.actor import card as cards
from factbook.site.pages.actor import view
from factbook.site.pages.relations import builder as relations
from factbook.site.views.parts import Heading, Link, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.content.model import Actor, Fact
    from factbook.site.context import Desk
    from factbook.site.views.parts import FactList


_IN_FULL = 60
"""Facts of a section that stand in full; older ones stand in the timeline, each in one line."""
_EARLIER = 6
"""Facts with another actor that are named beside the newest one."""
_RELATED = 12
"""Other actors in the table; the page of relations has them all."""


def actor(desk: Desk, name: str) -> view.ActorView:
    """The page of one actor."""
    given = desk.corpus.actors[name]
    every = desk.facts(desk.corpus.facts_by_actor.get(name, ()))
    said = tuple(reversed(desk.facts(desk.corpus.facts_said_by.get(name, ()))))
    said_of = tuple(fact for fact in reversed(every) if name not in fact.asserted_by)
    gone = _retracted(desk, name)
    shown = (*said[:_IN_FULL], *said_of[:_IN_FULL], *gone)
    cited = origins.numbering(desk, shown)
    say = desk.wording.say
    sources = say("Sources, by origin")
    sections = (
        _latest(desk, Heading("Says", say("Says"), say("Latest first.")), said),
        _latest(desk, Heading("Said-of", say("Is said of"), _said_of_note(desk, given)), said_of),
        _related(desk, name),
        timelines.timeline(desk, Heading("Timeline", say("Timeline")), every, ("actor", name)),
        made.fact_list(desk, Heading("Retracted", say("Retracted")), gone),
        origins.source_list(desk, Heading("Sources", sources), cited),
    )
    return view.ActorView(
        frames.frame(_about(desk, given), sections, shown=shown, numbers=cited),
        parts.some_text(desk, given.summary),
        cards.card(desk, given, said, said_of),
        *sections,
    )


def actors(desk: Desk, _: str) -> view.ActorsView:
    """The list of actors, by kind."""
    say = desk.wording.say
    about = About(
        path="actors/",
        kind="actors",
        title=Text(say("Actors")),
        kicker=(parts.page_link(desk, say("Briefing"), ""),),
        description=say("Everybody who speaks or is spoken of on this site."),
        section="actors",
        in_navigation=True,
    )
    groups = _groups(desk)
    frame = frames.frame(about, groups, updated=frames.latest(desk.current))
    return view.ActorsView(frame, parts.page_link(desk, say("Who appears with whom"), "relations/"), groups)


KINDS = (
    PageKind("actors", alone, actors, "actors/", "actors", listed="Actors"),
    PageKind("actor", lambda desk: desk.corpus.actors, actor, "actors/", "actors"),
)


def _about(desk: Desk, given: Actor) -> About:
    say = desk.wording.say
    kind = Link(Text(cards.kind(desk.wording, given.kind)))
    back = parts.page_link(desk, say("Briefing"), ""), parts.page_link(desk, say("Actors"), "actors/")
    title = parts.name(desk, given.name)
    summary = parts.text(desk, given.summary).words if given.summary else ""
    return About(
        path=links.actor_path(given.id),
        kind="actor",
        id=given.id,
        title=title,
        kicker=(*back, kind),
        description=summary or title.words,
        also=" · ".join(alias.text for alias in given.aliases),
        section="actors",
        record=given.record,
    )


def _said_of_note(desk: Desk, given: Actor) -> str:
    name = parts.name(desk, given.name).words
    return desk.wording.say("By others, latest first: facts in which {name} is named.", name=name)


def _latest(desk: Desk, heading: Heading, facts: Sequence[Fact]) -> FactList | None:
    """The newest facts in full, and how many older ones there are, so that no page grows without end."""
    older = len(facts) - _IN_FULL
    words = desk.wording.count(
        "{n} older fact, in one line in the timeline", "{n} older facts, in one line each in the timeline", older
    )
    more = Link(Text(words), "#Timeline") if older > 0 else None
    return made.fact_list(desk, heading, facts[:_IN_FULL], more)


def _retracted(desk: Desk, name: str) -> tuple[Fact, ...]:
    found = (desk.corpus.facts[fact] for fact in desk.corpus.facts_by_actor.get(name, ()))
    return tuple(f for f in found if f.retracted is not None and parts.home(desk, f) == links.actor_path(name))


def _related(desk: Desk, name: str) -> view.Related | None:
    """Who else stands in the same facts, most facts first."""
    shared = relations.others(desk, name)
    if not shared:
        return None
    order = sorted(shared, key=lambda other: (-len(shared[other]), other))
    rows = tuple(_related_row(desk, other, shared[other]) for other in order[:_RELATED])
    return view.Related(Heading("Related", desk.wording.say("Related"), relations.rule(desk)), rows)


def _related_row(desk: Desk, other: str, facts: Sequence[Fact]) -> view.RelatedRow:
    *earlier, last = desk.in_order(facts)
    dates = (Link(Text(when.words(desk.wording, fact.date)), parts.fact_href(desk, fact)) for fact in earlier)
    return view.RelatedRow(
        actor=parts.actor_link(desk, other, cards.who(desk, desk.corpus.actors[other])),
        latest=made.brief(desk, last),
        earlier=tuple(dates)[: -_EARLIER - 1 : -1],
        shared=desk.wording.number(len(facts)),
        last=when.words(desk.wording, last.date),
        last_iso=when.dated(desk.wording, last.date).iso,
    )


def _groups(desk: Desk) -> tuple[view.ActorGroup, ...]:
    by_kind: defaultdict[str, list[Actor]] = defaultdict(list)
    for given in desk.corpus.actors.values():
        by_kind[given.kind].append(given)
    return tuple(
        view.ActorGroup(_kind_heading(desk, kind), _rows(desk, by_kind[kind]))
        for kind in cards.KINDS
        if by_kind[kind]
    )


def _kind_heading(desk: Desk, kind: str) -> Heading:
    return Heading(kind.capitalize(), cards.kinds(desk.wording, kind))


def _rows(desk: Desk, found: list[Actor]) -> tuple[view.ActorRow, ...]:
    """By country, then by name."""
    rows = [_row(desk, given) for given in found]
    return tuple(sorted(rows, key=lambda row: (row.country == "", row.country, row.link.text.words)))


def _row(desk: Desk, given: Actor) -> view.ActorRow:
    """An actor of whom only what is to come is told has that as its latest; a state does not name itself twice."""
    every = desk.facts(desk.corpus.facts_by_actor.get(given.id, ()))
    said = desk.facts(desk.corpus.facts_said_by.get(given.id, ()))
    happened = tuple(fact.date for fact in every if fact.stance != "expects")
    last = max(happened or [fact.date for fact in every], key=lambda date: date.sort_key, default=None)
    words = when.words(desk.wording, last) if last else ""
    number = desk.wording.number
    return view.ActorRow(
        link=parts.actor_link(desk, given.id, cards.role(desk, given)),
        country=desk.wording.country(given.country) if given.country and given.kind != "state" else "",
        says=number(len(said)),
        named=number(len(every) - len(said)),
        latest=words if happened or not words else f"{words} ({desk.wording.say('expected')})",
        latest_iso=when.dated(desk.wording, last).iso if last else "",
    )

"""Pages: who appears with whom, from the facts alone: a line is one or more facts that name both."""

from __future__ import annotations

from itertools import combinations, groupby
from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site import frame as frames
from factbook.site.components import date_words as when
from factbook.site.components import fact as facts
from factbook.site.components import statement as statements
from factbook.site.components import text_and_links as parts
from factbook.site.page_type import PageKind, alone
from factbook.site.pages.relations import view
from factbook.site.views import charts
from factbook.site.views.parts import Heading, Text

if TYPE_CHECKING:
    from factbook.content.model import Fact
    from factbook.site.context import Desk

_LINES, _NAMES = 60, 30
"""What a drawing can hold and still be read."""
_ROWS = 400
"""Pairs in the table; what lies beyond stands on the pages of the actors."""


@frozen
class Meeting:
    """Two actors, by id, and the facts that name both."""

    first: str
    second: str
    facts: tuple[Fact, ...]


def relations(desk: Desk, _: str) -> view.Relations:
    """The page of all relations."""
    say = desk.wording.say
    found = meetings(desk)
    listed = found[:_ROWS]
    drawn, pairs = _drawn(desk, found), _pairs(desk, found, listed)
    cited = tuple({fact.id: fact for meeting in listed for fact in meeting.facts}.values())
    about = frames.About(
        path="relations/",
        kind="relations",
        title=Text(say("Relations")),
        kicker=(parts.page_link(desk, say("Briefing"), ""), parts.page_link(desk, say("Actors"), "actors/")),
        description=say("Who appears with whom in the facts of this briefing, and in which facts."),
        section="actors",
        hide=frozenset({"navigation"}),
    )
    return view.Relations(
        frame=frames.frame(about, (drawn, pairs), updated=frames.latest(cited)),
        lead=rule(desk),
        drawn=drawn,
        pairs=pairs,
        none=say("No fact names two actors."),
    )


KINDS = (PageKind("relations", alone, relations, "relations/", "actors"),)


def others(desk: Desk, name: str) -> dict[str, tuple[Fact, ...]]:
    """For one actor, everybody that a fact names together with it, and those facts, by the rule of `meetings`."""
    shared: dict[str, list[Fact]] = {}
    for fact in desk.facts(desk.corpus.facts_by_actor.get(name, ())):
        concerned = statements.concerned(desk, fact)
        for other in concerned if name in concerned else ():
            if other != name:
                shared.setdefault(other, []).append(fact)
    return {other: tuple(facts) for other, facts in shared.items()}


def rule(desk: Desk) -> str:
    """When two actors belong together, in words for readers."""
    return desk.wording.say(
        "Two actors are joined when one fact names both: as speaker, as taking part, or in its words. "
        "That says that they appear together, not that they are on good terms."
    )


def meetings(desk: Desk) -> tuple[Meeting, ...]:
    """Every two actors that a fact names together, most facts first."""
    together: dict[tuple[str, str], list[Fact]] = {}
    for fact in desk.current:
        for first, second in combinations(sorted(statements.concerned(desk, fact)), 2):
            together.setdefault((first, second), []).append(fact)
    found = (Meeting(first, second, tuple(shared)) for (first, second), shared in together.items())
    return tuple(sorted(found, key=lambda meeting: (-len(meeting.facts), meeting.first, meeting.second)))


def _drawn(desk: Desk, found: tuple[Meeting, ...]) -> view.Drawn | None:
    least, shown = _readable(found)
    if not shown:
        return None
    say, count = desk.wording.say, desk.wording.count
    names = tuple(sorted({name for meeting in shown for name in (meeting.first, meeting.second)}))
    actors = count("{n} actor", "{n} actors", len(names))
    pairs = count("{n} pair", "{n} pairs", len(shown))
    every = count("{n} pair", "{n} pairs", len(found))
    top = shown[0]
    headline = say(
        "{first} and {second} appear together most often, in {facts}",
        first=parts.actor_name(desk, top.first).words,
        second=parts.actor_name(desk, top.second).words,
        facts=count("{n} fact", "{n} facts", len(top.facts)),
    )
    limit = count("at least {n} fact", "at least {n} facts", least)
    reading = say(
        "{pairs} of {actors} that share {limit}, of {every} in all. A thicker line is more facts; it leads to them. "
        "Places and distances are only there to keep lines apart.",
        pairs=pairs,
        actors=actors,
        limit=limit,
        every=every,
    )
    if len(shown) > 1 and len(shown[1].facts) == len(top.facts):
        headline = say("{pairs} of {actors} share {limit}", pairs=pairs, actors=actors, limit=limit)
    heading = Heading("Drawing", say("Who appears with whom"))
    return view.Drawn(heading, headline, reading, _chart(desk, names, shown, reading))


def _readable(found: tuple[Meeting, ...]) -> tuple[int, tuple[Meeting, ...]]:
    """The smallest number of shared facts at which the drawing can still be read, and the pairs that have it."""
    least, shown, names = 1, 0, set[str]()
    for count, group in groupby(found[: _LINES + 1], key=lambda meeting: len(meeting.facts)):
        pairs = tuple(group)
        names.update(name for meeting in pairs for name in (meeting.first, meeting.second))
        if shown + len(pairs) > _LINES or len(names) > _NAMES:
            break
        least, shown = count, shown + len(pairs)
    return least, found[:shown]


def _chart(desk: Desk, names: tuple[str, ...], shown: tuple[Meeting, ...], reading: str) -> charts.RelationChart:
    place = {name: number for number, name in enumerate(names)}
    return charts.RelationChart(
        id="relations",
        title=desk.wording.say("Who appears with whom"),
        description=reading,
        nodes=tuple(_node(desk, name) for name in names),
        edges=tuple(_edge(desk, meeting, place) for meeting in shown),
    )


def _node(desk: Desk, name: str) -> charts.Node:
    link = parts.actor_link(desk, name)
    count = len(desk.facts(desk.corpus.facts_by_actor.get(name, ())))
    return charts.Node(name, link.href, link.text.words, desk.wording.count("{n} fact", "{n} facts", count))


def _edge(desk: Desk, meeting: Meeting, place: dict[str, int]) -> charts.Edge:
    label = desk.wording.say(
        "{first} and {second}: {facts}",
        first=parts.actor_name(desk, meeting.first).words,
        second=parts.actor_name(desk, meeting.second).words,
        facts=desk.wording.count("{n} fact", "{n} facts", len(meeting.facts)),
    )
    return charts.Edge(
        place[meeting.first], place[meeting.second], len(meeting.facts), f"#{_pair_id(meeting)}", label
    )


def _pairs(desk: Desk, found: tuple[Meeting, ...], listed: tuple[Meeting, ...]) -> view.Pairs | None:
    if not listed:
        return None
    say = desk.wording.say
    note = say("Most facts first. Each fact leads to its words.")
    if len(listed) < len(found):
        more = desk.wording.count("{n} more pair stands", "{n} more pairs stand", len(found) - len(listed))
        note = say("{note} {more} on the pages of the actors.", note=note, more=more)
    often = tuple(_pair(desk, meeting) for meeting in listed if len(meeting.facts) > 1)
    once = tuple(_pair(desk, meeting) for meeting in listed if len(meeting.facts) == 1)
    words = desk.wording.count("{n} pair that shares a single fact", "{n} pairs that share a single fact", len(once))
    return view.Pairs(Heading("Pairs", say("The facts behind it"), note), often, once, words)


def _pair(desk: Desk, meeting: Meeting) -> view.Pair:
    last = desk.in_order(meeting.facts)[-1]
    return view.Pair(
        id=_pair_id(meeting),
        first=parts.actor_link(desk, meeting.first),
        second=parts.actor_link(desk, meeting.second),
        shared=len(meeting.facts),
        facts=tuple(facts.brief(desk, fact) for fact in meeting.facts),
        facts_words=desk.wording.count("{n} fact", "{n} facts", len(meeting.facts)),
        last=when.words(desk.wording, last.date),
        last_iso=when.dated(desk.wording, last.date).iso,
    )


def _pair_id(meeting: Meeting) -> str:
    """Ids of actors never hold two hyphens in a row, so this one is unique."""
    return f"{meeting.first}--{meeting.second}"

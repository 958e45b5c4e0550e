"""Pages: what changed on the site, newest first, as the facts themselves date it."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from factbook.content.model.history import history
from factbook.site import frame as frames
from factbook.site.components import fact as facts
from factbook.site.components import statement as statements
from factbook.site.components import status
from factbook.site.components import text_and_links as parts
from factbook.site.page_type import PageKind, alone
from factbook.site.pages.changes import view
from factbook.site.views.parts import Heading, Link, Run, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from factbook.content.model.history import Event, What
    from factbook.site.context import Desk

PATH = "changes/"
_ADDED = 100
"""Added facts of one day that are listed; a first publication may hold thousands."""
_TONES = {"retracted": "conflict", "corrected": "qualified", "superseded": "past", "added": "plain"}


def changes(desk: Desk, _: str) -> view.Changes:
    """The page of changes."""
    say = desk.wording.say
    found = history(desk.corpus)
    months = tuple(_month(desk, tuple(group)) for _, group in groupby(found, key=lambda event: _first(event.on.day)))
    return view.Changes(
        frame=frames.frame(_about(desk), months, updated=found[0].on.day if found else None),
        lead=say(
            "What the site says otherwise than before. Facts are corrected with a note, and retracted rather than "
            "deleted."
        ),
        counts=tuple(_counts(desk, found)),
        ways=tuple(_ways(desk)),
        months=months,
        none=say("No fact says yet when it was published here."),
    )


KINDS = (PageKind("changes", alone, changes, PATH, "changes", listed="Changes"),)


def _about(desk: Desk) -> frames.About:
    say = desk.wording.say
    return frames.About(
        path=PATH,
        kind="changes",
        title=Text(say("Changes")),
        kicker=(parts.page_link(desk, say("Briefing"), ""),),
        description=say("Everything that was added, corrected, superseded or retracted on this site, by date."),
        section="changes",
        in_navigation=True,
    )


def _counts(desk: Desk, found: Iterable[Event]) -> Iterator[str]:
    """`125 added`, `1 corrected`: only what there is."""
    say, numbers = desk.wording.say, Counter(event.what for event in found)
    words: dict[What, str] = {
        "added": say("{n} added", n=desk.wording.number(numbers["added"])),
        "corrected": say("{n} corrected", n=desk.wording.number(numbers["corrected"])),
        "superseded": desk.wording.count("{n} superseded", "{n} superseded", numbers["superseded"]),
        "retracted": say("{n} retracted", n=desk.wording.number(numbers["retracted"])),
    }
    return (shown for what, shown in words.items() if numbers[what])


def _ways(desk: Desk) -> Iterator[Link]:
    say = desk.wording.say
    root = "" if desk.language == desk.first else "../"
    yield parts.page_link(desk, say("Follow the changes (Atom feed)"), "feed.xml")
    yield parts.page_link(desk, say("All facts as a table (CSV)"), f"{root}data/facts.csv")
    yield parts.page_link(desk, say("as data (JSON)"), f"{root}data/facts.json")


def _month(desk: Desk, events: tuple[Event, ...]) -> view.Month:
    first = _first(events[0].on.day)
    heading = Heading(f"M{first:%Y-%m}", desk.wording.month(first))
    return view.Month(heading, tuple(_day(desk, tuple(day)) for _, day in groupby(events, key=lambda e: e.on.day)))


def _day(desk: Desk, events: tuple[Event, ...]) -> view.Day:
    day = events[0].on.day
    added = [event for event in events if event.what == "added"]
    beyond = added[_ADDED:]
    listed = events[: len(events) - len(beyond)]  # what was added comes last
    return view.Day(
        words=desk.wording.day(day),
        iso=day.isoformat(),
        entries=tuple(_entry(desk, event) for event in listed),
        more=desk.wording.count("and {n} fact more", "and {n} facts more", len(beyond)) if beyond else "",
        topics=tuple(_topics(desk, beyond)),
    )


def _entry(desk: Desk, event: Event) -> view.Entry:
    fact = desk.corpus.facts[event.fact]
    brief = facts.brief(desk, fact)
    was = event.change.was if event.change else None
    return view.Entry(
        kind=event.what,
        word=_word(desk, event.what),
        tone=_TONES[event.what],
        href=brief.href,
        words=statements.unlinked(brief.words),
        note=_note(desk, event),
        was=None if was is None else parts.text(desk, was),
        now=None if was is None else facts.fact(desk, fact).statement,
        id=parts.change_id(fact.id, event.number) if event.what == "corrected" else "",
    )


def _note(desk: Desk, event: Event) -> tuple[Run, ...]:
    if event.change is not None:
        return parts.runs(parts.text(desk, event.change.note))
    if event.by:
        newer = desk.corpus.facts[event.by]
        return (Run(desk.wording.say("by") + " "), Run(status.label(desk, newer), parts.fact_href(desk, newer)))
    return ()


def _word(desk: Desk, what: str) -> str:
    say = desk.wording.say
    words = {
        "retracted": say("Retracted"),
        "corrected": say("Corrected"),
        "superseded": say("Superseded"),
        "added": say("Added"),
    }
    return words[what]


def _topics(desk: Desk, events: Iterable[Event]) -> Iterator[Link]:
    """The home topics of facts, each with their number."""
    homes = Counter(desk.corpus.facts[event.fact].topics[0] for event in events)
    for topic in sorted(homes, key=lambda topic: (-homes[topic], topic)):
        if topic in desk.corpus.topics:
            yield parts.topic_link(desk, topic, desk.wording.count("{n} fact", "{n} facts", homes[topic]))


def _first(day: date) -> date:
    return day.replace(day=1)

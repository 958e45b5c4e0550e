"""Pages: all dated facts on one line, each as precisely dated as its source dates it."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from generator.pages import facts, frames, origins, parts
from generator.pages.kinds import PageKind, alone
from generator.views import timeline as view
from generator.views.parts import Heading, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.dates import Date
    from generator.model import Fact
    from generator.pages.desk import Desk

    Table = Mapping[str, tuple[str, ...]]

_STANCES = ("asserts", "denies", "declines-to-confirm", "expects")


def timeline(desk: Desk, _: str) -> view.Timeline:
    """The page of all facts that still stand, oldest first."""
    say = desk.wording.say
    in_order = tuple(sorted(desk.current, key=lambda fact: (fact.date.sort_key, fact.id)))
    actors = _actors(desk)
    years = tuple(
        _year(desk, year, tuple(found), actors)
        for year, found in groupby(in_order, key=lambda f: _shown(f.date).year)
    )
    about = frames.About(
        path="timeline/",
        kind="timeline",
        title=Text(say("Timeline")),
        kicker=(parts.page_link(desk, say("Briefing"), ""),),
        description=say("Everything dated in this briefing, on one line, as precisely as the sources date it."),
        section="timeline",
        in_navigation=True,
        hide=frozenset({"navigation", "toc"}),
    )
    return view.Timeline(
        frame=frames.frame(
            desk, about, years, numbers=origins.numbering(desk, in_order), updated=frames.latest(in_order)
        ),
        lead=say(
            "The date on the left is the day of the event, no more precise than the source gives it; "
            "when it was said or reported stands below, where that was another day."
        ),
        legend=_legend(desk, in_order),
        filters=_filters(desk, in_order),
        shown=say("{n} of {all} facts", n="{n}", all="{all}"),
        none=say("No fact answers to all of these filters."),
        total=desk.wording.count("{n} fact", "{n} facts", len(in_order)),
        years=years,
    )


KINDS = (PageKind("timeline", alone, timeline),)


def _shown(when: Date) -> date:
    """The day by which a fact stands on the line: the end of "by", the start of everything else."""
    return when.sort_key[0]


def _year(desk: Desk, year: int, found: tuple[Fact, ...], actors: Table) -> view.Year:
    months = tuple(
        _month(desk, month, tuple(_entry(desk, fact, actors.get(fact.id, ())) for fact in group))
        for month, group in groupby(sorted(found, key=_month_of), key=_month_of)
    )
    return view.Year(Heading(f"Year-{year}", desk.wording.year(date(year, 1, 1))), months)


def _month_of(fact: Fact) -> tuple[int, int]:
    """Year and month; month 0 for a fact of which only the year is known."""
    day = _shown(fact.date)
    left, _, right = fact.date.text.partition("/")
    typed = right if left in ("", "..") else left
    return day.year, 0 if len(typed.rstrip("~?%")) == 4 else day.month


def _month(desk: Desk, month: tuple[int, int], entries: tuple[view.Entry, ...]) -> view.Month:
    year, number = month
    words = desk.wording.month(date(year, number, 1)) if number else desk.wording.say("Month not stated")
    return view.Month(f"Month-{year}-{number:02}", words, entries)


def _entry(desk: Desk, fact: Fact, actors: tuple[str, ...]) -> view.Entry:
    return view.Entry(
        brief=facts.brief(desk, fact),
        stance=fact.stance,
        stance_word="" if fact.stance == "asserts" else _stance(desk, fact.stance),
        topics=fact.topics,
        actors=actors,
    )


def _actors(desk: Desk) -> dict[str, tuple[str, ...]]:
    """By fact: all who say it, pass it on or are named in it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for actor, ids in desk.corpus.facts_by_actor.items():
        for fact in ids:
            found[fact].append(actor)
    return {fact: tuple(actors) for fact, actors in found.items()}


def _stance(desk: Desk, stance: str) -> str:
    say = desk.wording.say
    words = {
        "asserts": say("Said or reported"),
        "denies": say("Denied"),
        "declines-to-confirm": say("Declines to confirm"),
        "expects": say("Announced or expected"),
    }
    return words[stance]


def _legend(desk: Desk, found: Iterable[Fact]) -> tuple[tuple[str, str], ...]:
    """How the marks on the line differ, for the kinds of date that are there."""
    say = desk.wording.say
    words = {
        "day": say("on that day"),
        "before": say("by that day, start not stated"),
        "after": say("since that day"),
        "interval": say("some time in these days"),
        "month": say("some time in that month"),
        "year": say("some time in that year"),
        "other": say("as described"),
    }
    there = {fact.date.precision for fact in found}
    return tuple((precision, told) for precision, told in words.items() if precision in there)


def _filters(desk: Desk, found: tuple[Fact, ...]) -> tuple[view.Filter, ...]:
    say = desk.wording.say
    ids = {fact.id for fact in found}
    topics = [
        (topic, _topic(desk, topic), len(ids.intersection(names)))
        for topic, names in desk.corpus.facts_by_topic.items()
        if topic in desk.corpus.topics
    ]
    actors = [
        (actor, parts.actor_name(desk, actor).words, len(ids.intersection(names)))
        for actor, names in desk.corpus.facts_by_actor.items()
        if actor in desk.corpus.actors
    ]
    kinds = Counter(fact.stance for fact in found)
    stances = [(stance, _stance(desk, stance), kinds[stance]) for stance in _STANCES]
    return (
        view.Filter("topic", say("Topic"), say("All topics"), _choices(sorted(topics, key=_by_words))),
        view.Filter("actor", say("Actor"), say("All actors"), _choices(sorted(actors, key=_by_words))),
        view.Filter("kind", say("Kind"), say("All kinds"), _choices(stances)),
    )


def _topic(desk: Desk, topic: str) -> str:
    return parts.text(desk, desk.corpus.topics[topic].title).words


def _choices(found: Iterable[tuple[str, str, int]]) -> tuple[view.Choice, ...]:
    return tuple(view.Choice(value, words, count) for value, words, count in found if count)


def _by_words(choice: tuple[str, str, int]) -> tuple[str, str]:
    return choice[1].casefold(), choice[0]

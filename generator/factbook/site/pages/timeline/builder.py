"""Pages: all dated facts on one line, each as precisely dated as its source dates it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from factbook.site import frame as frames
from factbook.site.components import fact as facts
from factbook.site.components import source_list as origins
from factbook.site.components import statement as statements
from factbook.site.components import text_and_links as parts
from factbook.site.page_type import PageKind
from factbook.site.pages.timeline import periods, view
from factbook.site.views.parts import Heading, Link, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.content.model import Fact
    from factbook.site.context import Desk

_STANCES = ("asserts", "denies", "declines-to-confirm", "expects")


def timeline(desk: Desk, name: str) -> view.Timeline:
    """A page of the timeline: all facts that still stand, oldest first, or those of one period."""
    say, found = desk.wording.say, periods.periods(desk)
    in_order = found[name]
    years = tuple(
        _year(desk, year, tuple(group))
        for year, group in groupby(in_order, key=lambda fact: periods.shown(fact.date).year)
    )
    numbered = origins.numbering(desk, in_order)
    return view.Timeline(
        frame=frames.frame(_about(desk, name), years, numbers=numbered, updated=frames.latest(in_order)),
        lead=say(
            "The date on the left is the day of the event, no more precise than the source gives it; "
            "when it was said or reported stands below, where that was another day."
        ),
        pages=_pages(desk, name) if len(found) > 1 else (),
        legend=_legend(desk, in_order),
        filters=_filters(desk, in_order),
        shown=say("{n} of {all} facts", n="{n}", all="{all}"),
        none=say("No fact answers to all of these filters."),
        total=desk.wording.count("{n} fact", "{n} facts", len(in_order)),
        years=years,
    )


KINDS = (PageKind("timeline", periods.periods, timeline, "timeline/", "timeline", listed="Timeline"),)


def _about(desk: Desk, name: str) -> frames.About:
    say = desk.wording.say
    home, whole = parts.page_link(desk, say("Briefing"), ""), parts.page_link(desk, say("Timeline"), "timeline/")
    period = periods.title(desk.wording, name) if name else ""
    return frames.About(
        path=f"timeline/{name}/" if name else "timeline/",
        kind="timeline",
        id=name,
        title=Text(say("Timeline: {period}", period=period) if name else say("Timeline")),
        kicker=(home, whole) if name else (home,),
        description=say("Everything dated in this briefing, on one line, as precisely as the sources date it."),
        section="timeline",
        in_navigation=not name,
        hide=frozenset({"navigation", "toc"}),
    )


def _pages(desk: Desk, here: str) -> tuple[Link, ...]:
    """The ways to all pages of the line; the one that is open has none."""
    say, found = desk.wording.say, periods.periods(desk)
    links = [parts.page_link(desk, say("Latest"), "timeline/", desk.wording.number(len(found[""])))]
    links.extend(
        parts.page_link(desk, periods.title(desk.wording, name), f"timeline/{name}/", desk.wording.number(len(facts)))
        for name, facts in found.items()
        if name
    )
    return tuple(
        Link(link.text, "", link.note) if name == here else link for name, link in zip(found, links, strict=True)
    )


def _year(desk: Desk, year: int, found: tuple[Fact, ...]) -> view.Year:
    months = tuple(
        _month(desk, month, tuple(_entry(desk, fact) for fact in group))
        for month, group in groupby(sorted(found, key=periods.month_of), key=periods.month_of)
    )
    return view.Year(Heading(f"Year-{year}", desk.wording.year(date(year, 1, 1))), months)


def _month(desk: Desk, month: tuple[int, int], entries: tuple[view.Entry, ...]) -> view.Month:
    year, number = month
    words = desk.wording.month(date(year, number, 1)) if number else desk.wording.say("Month not stated")
    return view.Month(f"Month-{year}-{number:02}", words, entries)


def _entry(desk: Desk, fact: Fact) -> view.Entry:
    return view.Entry(
        brief=facts.brief(desk, fact),
        precision=fact.date.precision,
        faint=facts.is_faint(desk, fact),
        stance=fact.stance,
        stance_word="" if fact.stance == "asserts" else _stance(desk, fact.stance),
        topics=tuple(topic for topic in fact.topics if topic in desk.corpus.topics),
        actors=_actors(desk, fact),
    )


def _actors(desk: Desk, fact: Fact) -> tuple[str, ...]:
    """All who say a fact, pass it on or are named in it."""
    carried = (actor for actor in fact.via if actor in desk.corpus.actors)
    return tuple(dict.fromkeys((*statements.concerned(desk, fact), *carried)))


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
    topics = Counter(topic for fact in found for topic in fact.topics if topic in desk.corpus.topics)
    actors = Counter(actor for fact in found for actor in _actors(desk, fact))
    kinds = Counter(fact.stance for fact in found)
    named = sorted(((parts.actor_name(desk, actor).words, actor) for actor in actors), key=_by_words)
    titled = sorted(((_topic(desk, topic), topic) for topic in topics), key=_by_words)
    stances = [(_stance(desk, stance), stance) for stance in _STANCES if kinds[stance]]
    return (
        view.Filter("topic", say("Topic"), say("All topics"), _choices(titled, topics)),
        view.Filter("actor", say("Actor"), say("All actors"), _choices(named, actors)),
        view.Filter("kind", say("Kind"), say("All kinds"), _choices(stances, kinds)),
    )


def _topic(desk: Desk, topic: str) -> str:
    return parts.text(desk, desk.corpus.topics[topic].title).words


def _choices(found: Iterable[tuple[str, str]], counts: Counter[str]) -> tuple[view.Choice, ...]:
    return tuple(view.Choice(value, words, counts[value]) for words, value in found)


def _by_words(choice: tuple[str, str]) -> tuple[str, str]:
    return choice[0].casefold(), choice[1]

"""Pages: facts as a timeline, one entry a date."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from factbook.site.components import date_words as when
from factbook.site.components import fact as made
from factbook.site.components import text_and_links as parts
from factbook.site.pages.timeline import periods
from factbook.site.views.parts import Heading, Timeline, TimelineEntry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.content.model import Fact
    from factbook.site.context import Desk
    from factbook.site.views.parts import Link


def timeline(desk: Desk, heading: Heading, facts: Iterable[Fact], only: tuple[str, str]) -> Timeline | None:
    """The facts, oldest first, those of one date together; none when there are none.

    `only` is the filter, and its value, by which the site's timeline shows the same facts.
    """
    in_order = desk.in_order(facts)
    entries = tuple(entry(desk, group) for _, group in groupby(in_order, key=lambda fact: fact.date.text))
    return Timeline(heading, entries, _on_the_whole(desk, only)) if entries else None


def _on_the_whole(desk: Desk, only: tuple[str, str]) -> Link | None:
    """The way to the site's timeline, filtered; none where several pages divide it, which no filter spans."""
    if periods.are_several(desk):
        return None
    words = desk.wording.say("The same on the whole timeline, to filter further and to share")
    return parts.page_link(desk, words, f"timeline/?{only[0]}={only[1]}")


def entry(desk: Desk, facts: Iterable[Fact]) -> TimelineEntry:
    """What is told of one date."""
    briefs = tuple(made.brief(desk, fact) for fact in facts)
    return TimelineEntry(when.dated(desk.wording, desk.corpus.facts[briefs[0].id].date), briefs)

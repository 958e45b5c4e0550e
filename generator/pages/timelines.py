"""Pages: facts as a timeline, one entry a date."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.pages import facts as made
from generator.pages import when
from generator.views.parts import Heading, Timeline, TimelineEntry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import Fact
    from generator.pages.desk import Desk


def timeline(desk: Desk, heading: Heading, facts: Iterable[Fact]) -> Timeline | None:
    """The facts, oldest first, those of one date together; none when there are none."""
    in_order = sorted(facts, key=lambda fact: (fact.date.sort_key, fact.id))
    entries = tuple(entry(desk, group) for _, group in groupby(in_order, key=lambda fact: fact.date.text))
    return Timeline(heading, entries) if entries else None


def entry(desk: Desk, facts: Iterable[Fact]) -> TimelineEntry:
    """What is told of one date."""
    briefs = tuple(made.brief(desk, fact) for fact in facts)
    return TimelineEntry(when.dated(desk.wording, desk.corpus.facts[briefs[0].id].date), briefs)

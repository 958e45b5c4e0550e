"""Site: what is new on the site, by the day on which it was put there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content.model.history import history
from factbook.site.html import escape, link
from factbook.site.urls import fact_path

if TYPE_CHECKING:
    from datetime import date

    from factbook.content.model.history import Event
    from factbook.site.fragments import Fragments

_DAYS = 3
_NAMED = 4
"""So many facts of one day are named: new ones, and those that were taken back, corrected or replaced."""


def news(made: Fragments) -> str:
    """The last few days on which something changed, a row each."""
    days: dict[date, list[Event]] = {}
    for event in history(made.corpus):
        days.setdefault(event.on.day, []).append(event)
    rows = [_row(made, day, events, first=day == min(days)) for day, events in list(days.items())[:_DAYS]]
    return f'<ul class="list">{"".join(rows)}</ul>' if rows else ""


def _row(made: Fragments, day: date, events: list[Event], *, first: bool) -> str:
    date = link(f"changes/#{day.isoformat()}", made.words.day(day))
    added = [event.fact for event in events if event.what == "added"]
    said = _added(made, added, first=first) if added else ""
    taken = [event for event in events if event.what != "added"]
    new = [link(fact_path(name), escape(made.fact(name).plain)) for name in added if len(added) <= _NAMED]
    named = "<br>".join([*(_changed(made, event) for event in taken[:_NAMED]), *new])
    meta = f'<p class="meta wide">{named}</p>' if named else ""
    line = f'<p class="say2">{said}</p>' if said else ""
    return f'<li class="fact"><p class="when">{date}</p>{line}{meta}</li>'


def _added(made: Fragments, added: list[str], *, first: bool) -> str:
    count = made.words.count
    topics = {name for fact in added for name in made.corpus.facts[fact].topics[:1]}
    facts, where = count("{n} fact", "{n} facts", len(added)), count("{n} topic", "{n} topics", len(topics))
    lead = made.words.say("First edition:") if first else made.words.say("Added:")
    return f"{lead} {made.words.say('{facts} in {topics}', facts=facts, topics=where)}."


def _changed(made: Fragments, event: Event) -> str:
    say = made.words.say
    names = {"retracted": say("Retracted"), "corrected": say("Corrected"), "superseded": say("Superseded")}
    text = made.fact(event.fact)
    now = ""
    if event.by:
        now = f" {say('now')} {link(fact_path(event.by), escape(made.fact(event.by).when))}"
    word = f'<span class="status" data-status="{event.what}">{names[event.what]}</span>'
    return f"{word} {link(fact_path(event.fact), escape(text.plain))}{now}"

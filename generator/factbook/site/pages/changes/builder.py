"""Site: what is new, corrected, replaced or withdrawn, by the day on which it was put on the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content.model.history import history
from factbook.site.frames import framed
from factbook.site.html import escape, items, link, link_bar
from factbook.site.page import Page, PageType, alone
from factbook.site.pages.changes.markdown import markdown
from factbook.site.urls import fact_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from factbook.content.model.history import Event
    from factbook.site.fragments import Fragments

_DAYS = 30
"""Days on the first page; older ones stand on a page for each year."""
_NAMED = 12
"""Up to so many new facts of a day are named; of more it is said in which topics they are."""
_CHANGED = 40
_TOPICS = 20


def pages(made: Fragments, _: str) -> Iterator[Page]:
    """The newest days, and a page for each year when there are more."""
    days: dict[date, list[Event]] = {}
    for event in history(made.corpus):
        days.setdefault(event.on.day, []).append(event)
    years = sorted({day.year for day in days}, reverse=True) if len(days) > _DAYS else []
    first = list(days)[:_DAYS]
    oldest = min(days, default=None)
    title = made.words.say("What we have changed")
    about = made.words.say("New facts, corrections and withdrawals on this site, newest first")
    html = framed(
        "changes",
        made.words,
        line=made.words.say("last edited {date}", date=made.words.day(first[0])) if first else "",
        feed="feed.xml" in dict(made.feeds),
        months=_months(made, first),
        days="".join(_day(made, day, days[day], first=day == oldest) for day in first),
        years=_years(made, years),
    )
    yield Page("changes/", "changes", "", title, about, html, "", max(days, default=None))
    for year in years:
        told = "".join(_day(made, day, days[day], first=day == oldest) for day in days if day.year == year)
        inner = f"<h1>{title} <small>{year}</small></h1>{_years(made, years, year)}{told}"
        path, plain = f"changes/{year}/", f"{title}, {year}"
        yield Page(path, "changes", "", plain, about, inner, "", markdown=False, picture_of="changes/")


def _months(made: Fragments, days: Sequence[date]) -> str:
    """Links to the newest day of each month, so that a reader finds what came since the last visit."""
    newest: dict[str, date] = {}
    for day in days:
        newest.setdefault(made.words.month(day), day)
    if len(newest) < 2:
        return ""
    links = (f'<a href="#{day.isoformat()}">{month}</a>' for month, day in newest.items())
    return link_bar(made.words.say("By month"), links)


def _years(made: Fragments, years: Sequence[int], current: int = 0) -> str:
    if not years:
        return ""
    links = (link(f"changes/{year}/", str(year), ' aria-current="page"' if year == current else "") for year in years)
    return link_bar(made.words.say("All, by year"), links)


def _day(made: Fragments, day: date, events: Sequence[Event], *, first: bool) -> str:
    added = [event.fact for event in events if event.what == "added"]
    taken = [event for event in events if event.what != "added"]
    changed = items((_changed(made, event) for event in taken[:_CHANGED]), '<ul class="links">')
    rest = len(taken) - _CHANGED
    more = f'<p class="keyline">{made.words.count("and {n} more", "and {n} more", rest)}</p>' if rest > 0 else ""
    return (
        f'<section class="day" id="{day.isoformat()}"><h2>{made.words.day(day)}</h2>'
        f"{changed}{more}{_added(made, added, first=first) if added else ''}</section>"
    )


def _added(made: Fragments, added: Sequence[str], *, first: bool) -> str:
    say, count = made.words.say, made.words.count
    lead = say("First edition:") if first else say("Added:")
    facts = count("{n} fact", "{n} facts", len(added))
    if len(added) <= _NAMED:
        rows = items((link(fact_path(name), escape(made.fact(name).plain)) for name in added), '<ul class="links">')
        return f"<p>{lead} {facts}</p>{rows}"
    topics: dict[str, int] = {}
    for name in added:
        home = next((topic for topic in made.corpus.facts[name].topics if topic in made.corpus.topics), "")
        topics[home] = topics.get(home, 0) + 1
    order = sorted(topics, key=lambda topic: -topics[topic])
    rows = items(
        (
            f"{made.texts.topic_link(topic) if topic else say('No topic')}&nbsp;"
            f"<small>{count('{n} fact', '{n} facts', topics[topic])}</small>"
            for topic in order[:_TOPICS]
        ),
        '<ul class="links wide">',
    )
    rest = len(order) - _TOPICS
    more = f'<p class="keyline">{count("and {n} more topic", "and {n} more topics", rest)}</p>' if rest > 0 else ""
    where = say("{facts} in {topics}", facts=facts, topics=count("{n} topic", "{n} topics", len(order)))
    return f"<p>{lead} {where}</p>{rows}{more}"


def _changed(made: Fragments, event: Event) -> str:
    """A fact that was taken back, corrected or replaced, with the note and the old words."""
    say, texts = made.words.say, made.texts
    names = {"retracted": say("Retracted"), "corrected": say("Corrected"), "superseded": say("Superseded")}
    parts = [
        f'<span class="status" data-status="{event.what}">{names[event.what]}</span> '
        f"{link(fact_path(event.fact), escape(made.fact(event.fact).plain))}"
    ]
    if event.by:
        parts.append(f"{say('now')} {link(fact_path(event.by), escape(made.fact(event.by).plain))}")
    if event.change is not None:
        parts.append(texts.html(event.change.note))
        if event.change.was is not None:
            parts.append(f"{say('Before:')} <del>{texts.html(event.change.was)}</del>")
    return "<br>".join(parts)


TYPE = PageType("changes", "changes/", alone, pages, markdown)

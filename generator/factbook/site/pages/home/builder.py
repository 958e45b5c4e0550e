"""Pages: the home page: bottom line, key numbers, what is disputed, what is new, and the ways in."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factbook.site import frame as frames
from factbook.site.components import citation as citations
from factbook.site.components import date_words as when
from factbook.site.components import fact as made
from factbook.site.components import figure_words as numbers
from factbook.site.components import source_list as origins
from factbook.site.components import status
from factbook.site.components import text_and_links as parts
from factbook.site.frame import About
from factbook.site.page_type import PageKind, alone
from factbook.site.pages.home import disputes, view
from factbook.site.pages.home import index_links as ways
from factbook.site.views.parts import Heading, Link, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.content.model import Fact, Words
    from factbook.site.context import Desk

_LATEST = 6
"""Facts that stand under "Latest facts"."""
_OF_ONE_ORIGIN = 2
"""Facts of one report among them, so that the last report read does not fill the list."""
_NUMBERS = 4


def home(desk: Desk, _: str) -> view.HomeView:
    """The briefing."""
    key = _key_facts(desk)
    disputed = disputes.disputes(desk)
    latest = _latest(desk)
    cited = (*key, *disputes.cited(desk, disputed))
    numbering = origins.numbering(desk, (*cited, *latest))
    behind = {fact.id: fact for fact in cited if fact not in latest}
    say = desk.wording.say
    sections = (
        _key_numbers(desk, key),
        disputed,
        made.fact_list(desk, Heading("Latest", say("Latest facts")), latest),
        ways.ways_in(desk),
    )
    frame = frames.frame(
        _about(desk),
        sections,
        shown=latest,
        numbers=numbering,
        evidence=behind,
        updated=frames.latest(desk.corpus.facts.values()),
    )
    behind_views = tuple(made.fact(desk, fact) for fact in behind.values())
    return view.HomeView(frame, _bottom_line(desk), _meta(desk), *sections, behind_views)


KINDS = (PageKind("home", alone, home, "", None, listed="Briefing"),)


def _about(desk: Desk) -> About:
    briefing = desk.corpus.briefing
    title = parts.text(desk, briefing.title or desk.settings.name)
    bottom_line = _bottom_line(desk)
    return About(
        path="",
        kind="home",
        title=title,
        short_title=desk.wording.say("Briefing"),
        kicker=(Link(Text(_as_of(desk))),),
        description=bottom_line.words if bottom_line else title.words,
        section=None,
        in_navigation=True,
        hide=frozenset({"navigation", "toc"}),
        record=briefing.record,
    )


def _bottom_line(desk: Desk) -> Text | None:
    words: Words | None = desk.corpus.briefing.summary or desk.settings.description
    return parts.text(desk, words) if words else None


def _as_of(desk: Desk) -> str:
    """`Briefing · information as of 13 Jul 2025`: the day of the newest source that is cited."""
    say = desk.wording.say
    cited = {citation.source for fact in desk.current for citation in fact.citations}
    days = [
        source.published.day for source in desk.corpus.sources.values() if source.published and source.id in cited
    ]
    if not days:
        return say("Briefing")
    return say("Briefing · information as of {date}", date=desk.wording.day(max(days)))


def _meta(desk: Desk) -> tuple[Link, ...]:
    wording, corpus = desk.wording, desk.corpus
    quotes = sum(len(fact.citations) for fact in desk.current)
    found = (
        Link(Text(wording.count("{n} fact", "{n} facts", len(desk.current)))),
        Link(Text(origins.summary(desk, desk.current))) if quotes else None,
        Link(Text(_quotes(desk, quotes))) if quotes else None,
        parts.page_link(desk, wording.say("Changes"), "changes/") if corpus.facts else None,
    )
    return tuple(link for link in found if link)


def _quotes(desk: Desk, quotes: int) -> str:
    """`148 quotes, all found`"""
    count = desk.wording.count
    sound = sum(1 for finding in desk.evidence.findings.values() if finding.standing in ("found", "confirmed"))
    if sound >= quotes:
        return count("{n} quote, found in its source", "{n} quotes, all found in their sources", quotes)
    return count("{n} quote, {found} found", "{n} quotes, {found} found", quotes, found=desk.wording.number(sound))


def _key_facts(desk: Desk) -> tuple[Fact, ...]:
    """The facts that the briefing names, else the newest figure of each series with the most values."""
    named = [desk.corpus.facts[name] for name in desk.corpus.briefing.numbers if name in desk.corpus.facts]
    if named:
        return tuple(fact for fact in named if fact.figure and fact.retracted is None)
    by_size = sorted(desk.corpus.facts_by_series.items(), key=lambda item: (-len(item[1]), item[0]))
    newest = (_standing_last(desk, facts) for _, facts in by_size)
    return tuple(fact for fact in newest if fact)[:_NUMBERS]


def _standing_last(desk: Desk, names: tuple[str, ...]) -> Fact | None:
    standing = [fact for fact in desk.facts(names) if not made.is_faint(desk, fact)]
    return standing[-1] if standing else None


def _key_numbers(desk: Desk, key: Iterable[Fact]) -> view.KeyNumbers | None:
    found = tuple(_key_number(desk, fact) for fact in key)
    if not found:
        return None
    say = desk.wording.say
    more = parts.page_link(desk, say("All values, charted, with who gave them"), "numbers/")
    return view.KeyNumbers(Heading("Numbers", say("Key numbers")), found, more)


def _key_number(desk: Desk, fact: Fact) -> view.KeyNumber:
    assert fact.figure is not None
    series = desk.corpus.series.get(fact.figure.series)
    who = desk.wording.say("{who}, {date}", who=made.speakers(desk, fact), date=when.words(desk.wording, fact.date))
    return view.KeyNumber(
        modifier=numbers.modifier(desk.wording, fact.figure) or desk.wording.say("as given"),
        value=numbers.value(desk.wording, fact.figure),
        what=parts.text(desk, series.title) if series else Text(""),
        who=who,
        href=parts.fact_href(desk, fact),
        cites=citations.cites(desk, fact),
    )


def _latest(desk: Desk) -> tuple[Fact, ...]:
    """The newest of what has happened, from more than one report."""
    found: list[Fact] = []
    origins_shown: Counter[str] = Counter()
    for fact in reversed(desk.current):
        origin = desk.corpus.origin_of.get(fact.citations[0].source, "") if fact.citations else ""
        if _is_news(desk, fact) and origins_shown[origin] < _OF_ONE_ORIGIN:
            origins_shown[origin] += 1
            found.append(fact)
        if len(found) == _LATEST:
            break
    return tuple(found)


def _is_news(desk: Desk, fact: Fact) -> bool:
    """Whether something has happened: neither expected, nor withdrawn, nor an editorial's opinion."""
    opinion = any(found.kind == "opinion" for found in status.statuses(desk, fact))
    return fact.stance != "expects" and not opinion and not made.is_faint(desk, fact)

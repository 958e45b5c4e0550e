"""Site: the home page: the bottom line, the questions, what is new, the topics, who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.dates import telling
from factbook.site.fact_lines import kind_path
from factbook.site.frames import framed
from factbook.site.html import labelled, link
from factbook.site.page import Page, PageType, alone
from factbook.site.pages.home.markdown import markdown
from factbook.site.pages.home.news import news
from factbook.site.pages.home.questions import questions
from factbook.site.pages.home.speaking import speaking
from factbook.site.pages.home.topics import topics
from factbook.site.paging import parted
from factbook.site.provenance import edit_path, updated
from factbook.site.source_table import report_count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factbook.content.model import Fact
    from factbook.site.fragments import Fragments


def pages(made: Fragments, _: str) -> Iterator[Page]:
    """The one home page."""
    briefing = made.corpus.briefing
    html = framed(
        "home",
        made.words,
        title=made.texts.html(briefing.title) or made.name,
        answer=made.prose(briefing.summary),
        dates=_dates(made),
        questions=questions(made),
        news=news(made),
        topics=topics(made),
        speaking=speaking(made),
    )
    yield Page(
        path="",
        kind="home",
        id="",
        title=made.texts.plain(briefing.title) or made.name,
        description=made.texts.plain(briefing.summary),
        html=html,
        section="home",
        updated=updated(made.corpus.facts.values()),
        edit_path=edit_path(briefing.record) if briefing.record else None,
    )


def _dates(made: Fragments) -> str:
    """What readers ask before they believe: how new it is, what it rests on, what is confirmed."""
    say = made.words.say
    return labelled(
        (
            (say("Newest source"), _newest_source(made)),
            (say("Newest event"), made.newest_event(made.standing(made.corpus.facts))),
            (say("Last edited"), _edited(made)),
            (say("Rests on"), _rests_on(made)),
            (say("Independently confirmed"), _confirmed(made)),
            (say("Two reports, one speaker"), _one_speaker(made)),
        ),
        "side",
    )


def _newest_source(made: Fragments) -> str:
    newest = made.corpus.newest_source(made.standing(made.corpus.facts))
    return telling(made.words, newest)[-1] if newest else ""


def _edited(made: Fragments) -> str:
    day = updated(made.corpus.facts.values())
    changes = link("changes/", made.words.say("changes"))
    return f"{made.words.day(day)} · {changes}" if day else ""


def _rests_on(made: Fragments) -> str:
    count = made.words.count
    facts = made.standing(made.corpus.facts)
    quotes = sum(len(fact.citations) for fact in facts)
    return made.words.say(
        "{facts}, {quotes}, {sources} from {reports}",
        facts=count("{n} fact", "{n} facts", len(facts)),
        quotes=count("{n} quote", "{n} quotes", quotes),
        sources=count("{n} source", "{n} sources", len(made.corpus.sources)),
        reports=count("{n} report", "{n} reports", report_count(made, facts)),
    )


def _confirmed(made: Fragments) -> str:
    """How many facts independent reports carry, with the way to them."""
    facts = made.standing(made.corpus.facts)
    confirmed = sum(made.corpus.counts(fact).corroborated for fact in facts)
    told = made.words.say(
        "{n} of {total} facts, by independent reports",
        n=made.words.number(confirmed),
        total=made.words.number(len(facts)),
    )
    return link(_picked(facts, "two-reports"), told) if confirmed else told


def _one_speaker(made: Fragments) -> str:
    """How many facts have several reports that go back to one speaker; empty where there are none."""
    facts = made.standing(made.corpus.facts)
    counts = [made.corpus.counts(fact) for fact in facts]
    told = sum(one.origins > 1 and not one.corroborated for one in counts)
    return link(_picked(facts, "one-speaker"), made.words.count("{n} fact", "{n} facts", told)) if told else ""


def _picked(facts: Sequence[Fact], kind: str) -> str:
    """The facts of a kind on the timeline, which has pages of their own for them where it is long."""
    return kind_path("timeline/", kind if parted(facts)[1] else "")


TYPE = PageType("home", "", alone, pages, markdown)

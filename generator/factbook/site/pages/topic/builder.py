"""Pages: a topic: the answer first, then the numbers, the positions and every fact behind them; and the list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factbook.site import frame as frames
from factbook.site.charts import series_chart as figures
from factbook.site.components import date_words as when
from factbook.site.components import fact as made
from factbook.site.components import source_list as origins
from factbook.site.components import status
from factbook.site.components import text_and_links as parts
from factbook.site.components import timeline_section as timelines
from factbook.site.components import wiki_links as links
from factbook.site.frame import About
from factbook.site.page_type import PageKind, alone
from factbook.site.pages.topic import positions, view
from factbook.site.pages.topic.judgements import judgements
from factbook.site.views.parts import Heading, Link, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factbook.content.model import Fact, Topic
    from factbook.site.context import Desk
    from factbook.site.pages.series.view import Figure


def topic(desk: Desk, name: str) -> view.TopicView:
    """The page of one topic."""
    given = desk.corpus.topics[name]
    standing = desk.facts(desk.corpus.facts_by_topic.get(name, ()))
    gone = _retracted(desk, name)
    say = desk.wording.say
    numbers = _numbers(desk, standing)
    found = positions.positions(desk, standing)
    cited = origins.numbering(desk, (*_cited(desk, numbers, found), *standing, *gone))
    sections = (
        judgements(desk, given),
        numbers,
        found,
        timelines.timeline(desk, Heading("Timeline", say("Timeline")), standing, ("topic", name)),
        made.fact_list(desk, Heading("Facts", say("Facts"), _how_to_read(desk)), standing),
        made.fact_list(desk, Heading("Retracted", say("Retracted")), gone),
        _unknowns(desk, given),
        origins.source_list(desk, _sources_heading(desk), cited),
        _related(desk, given),
    )
    return view.TopicView(
        frames.frame(_about(desk, given), sections, shown=(*standing, *gone), numbers=cited),
        parts.some_text(desk, given.summary),
        _meta(desk, standing),
        *sections,
    )


def topics(desk: Desk, _: str) -> view.TopicsView:
    """The list of topics, the best covered first."""
    say = desk.wording.say
    about = About(
        path="topics/",
        kind="topics",
        title=Text(say("Topics")),
        kicker=(parts.page_link(desk, say("Briefing"), ""),),
        description=say("Every question on this site, with the bottom line of each."),
        section="topics",
        in_navigation=True,
    )
    order = sorted(desk.corpus.topics.values(), key=lambda given: (-_size(desk, given.id), given.id))
    rows = tuple(_row(desk, given) for given in order)
    return view.TopicsView(frames.frame(about, (), updated=frames.latest(desk.current)), rows)


KINDS = (
    PageKind("topics", alone, topics, "topics/", "topics", listed="Topics"),
    PageKind("topic", lambda desk: desk.corpus.topics, topic, "topics/", "topics"),
)


def _about(desk: Desk, given: Topic) -> About:
    say = desk.wording.say
    title = parts.text(desk, given.title)
    summary = parts.text(desk, given.summary).words if given.summary else ""
    return About(
        path=links.topic_path(given.id),
        kind="topic",
        id=given.id,
        title=title,
        kicker=(parts.page_link(desk, say("Briefing"), ""), parts.page_link(desk, say("Topics"), "topics/")),
        description=summary or title.words,
        section="topics",
        record=given.record,
    )


def _retracted(desk: Desk, name: str) -> tuple[Fact, ...]:
    """Facts at home here that were retracted: their address still leads to a place that says so."""
    found = (desk.corpus.facts[fact] for fact in desk.corpus.facts_by_topic.get(name, ()))
    return tuple(f for f in found if f.retracted is not None and parts.home(desk, f) == links.topic_path(name))


def _numbers(desk: Desk, standing: Sequence[Fact]) -> view.Figures | None:
    """The series on which the topic's facts put a value, those of one group in one chart."""
    say = desk.wording.say
    groups: dict[str, dict[str, None]] = {}
    for fact in standing:
        series = desk.corpus.series.get(fact.figure.series) if fact.figure else None
        if series is not None:
            groups.setdefault(series.group or series.id, {})[series.id] = None
    found = (_figure(desk, tuple(sorted(names)), group) for group, names in groups.items())
    made_figures = tuple(figure for figure in found if figure)
    return view.Figures(Heading("Numbers", say("The numbers")), made_figures) if made_figures else None


def _figure(desk: Desk, names: tuple[str, ...], group: str) -> Figure | None:
    """A chart, which several topics may show; that of a single series names it, since the topic is about more."""
    if names not in desk.figures:
        made = figures.figure(desk, names, group)
        if made is not None and not made.several:
            title = parts.text(desk, desk.corpus.series[made.series].title).words
            stop = "" if title.endswith((".", "?", "!", "؟", "。")) else desk.wording.full_stop
            made = replace(made, headline=f"{title}{stop} {made.headline}")
        desk.figures[names] = made
    return desk.figures[names]


def _cited(desk: Desk, numbers: view.Figures | None, found: view.Positions | None) -> tuple[Fact, ...]:
    """The facts that the sections above the list of facts cite, in order of reading."""
    of_numbers = (value.fact for figure in (numbers.figures if numbers else ()) for value in figure.values)
    return tuple(desk.corpus.facts[name] for name in (*of_numbers, *positions.cited(found)))


def _how_to_read(desk: Desk) -> str:
    return desk.wording.say(
        "Oldest first. A number opens the words behind it; 1a and 1b are copies of one origin and count once."
    )


def _sources_heading(desk: Desk) -> Heading:
    say = desk.wording.say
    note = say("Copies and translations stand under the report that they come from.")
    return Heading("Sources", say("Sources, by origin"), note)


def _unknowns(desk: Desk, given: Topic) -> view.Unknowns | None:
    if not given.unknowns:
        return None
    texts = tuple(parts.text(desk, words) for words in given.unknowns)
    return view.Unknowns(Heading("Unknowns", desk.wording.say("What is not known")), texts)


def _related(desk: Desk, given: Topic) -> view.RelatedTopics | None:
    """Topics named by the editors, and those that name this one."""
    backwards = (other.id for other in desk.corpus.topics.values() if given.id in other.related)
    names = [name for name in dict.fromkeys((*given.related, *backwards)) if name in desk.corpus.topics]
    if not names:
        return None
    links = tuple(parts.topic_link(desk, name, _count(desk, name)) for name in names)
    return view.RelatedTopics(Heading("Related", desk.wording.say("Related topics")), links)


def _count(desk: Desk, name: str) -> str:
    return desk.wording.count("{n} fact", "{n} facts", _size(desk, name))


def _size(desk: Desk, name: str) -> int:
    return len(desk.facts(desk.corpus.facts_by_topic.get(name, ())))


def _meta(desk: Desk, standing: Sequence[Fact]) -> tuple[Link, ...]:
    words = [
        desk.wording.count("{n} fact", "{n} facts", len(standing)),
        origins.summary(desk, standing),
        latest(desk, standing),
    ]
    return tuple(Link(Text(found)) for found in words if found)


def latest(desk: Desk, facts: Iterable[Fact]) -> str:
    """`Latest fact: 13 Jul 2025`: of what has happened, not of what is expected."""
    happened = [fact for fact in facts if fact.stance != "expects"]
    if not happened:
        return ""
    last = max(happened, key=lambda fact: fact.date.sort_key)
    return desk.wording.say("Latest fact: {date}", date=when.words(desk.wording, last.date))


def _row(desk: Desk, given: Topic) -> view.TopicRow:
    standing = desk.facts(desk.corpus.facts_by_topic.get(given.id, ()))
    disputed = sum(1 for fact in standing if is_disputed(desk, fact))
    return view.TopicRow(
        link=parts.topic_link(desk, given.id),
        summary=parts.some_text(desk, given.summary),
        facts=desk.wording.count("{n} fact", "{n} facts", len(standing)),
        sources=origins.summary(desk, standing),
        latest=latest(desk, standing),
        disputed=desk.wording.count("{n} disputed", "{n} disputed", disputed) if disputed else "",
    )


def is_disputed(desk: Desk, fact: Fact) -> bool:
    """Whether another fact contradicts this one, or its own parts do not add up."""
    open_sum = any(not status.adds_up(fact, computed) for computed in fact.computed)
    return open_sum or bool(status.differing(desk, fact))

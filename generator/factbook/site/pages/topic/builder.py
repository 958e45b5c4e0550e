"""Site: the page of a topic: the answer, what we think, who says what, every fact once, what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.charts.series_chart import how_to_read
from factbook.site.dates import telling
from factbook.site.fact_lines import PageFacts, fact_lines
from factbook.site.frames import framed
from factbook.site.html import items, link
from factbook.site.judgements import judgement_table
from factbook.site.matrix import matrix, speakers
from factbook.site.page import Page, PageType
from factbook.site.pages.topic.markdown import markdown
from factbook.site.pages.topic.numbers import series_of, topic_numbers
from factbook.site.paging import further_page
from factbook.site.provenance import edit_path, updated
from factbook.site.section_bar import section_bar
from factbook.site.source_table import report_count, source_table
from factbook.site.urls import page_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factbook.content.model import Fact, Topic
    from factbook.site.fragments import Fragments


def _ids(made: Fragments) -> Iterable[str]:
    return made.corpus.topics


def pages(made: Fragments, name: str) -> Iterator[Page]:
    """The page of a topic, and further ones of its facts when they are many."""
    topic = made.corpus.topics[name]
    facts = made.standing(made.corpus.facts_by_topic.get(name, ()))
    lines = fact_lines(made, page_path("topic", name), facts)
    first = _first(made, topic, facts, next(lines))
    yield first
    for line in lines:
        yield _further(made, first, topic, line)


def _first(made: Fragments, topic: Topic, facts: Sequence[Fact], line: PageFacts) -> Page:
    path = page_path("topic", topic.id)
    sources, numbers = report_count(made, facts), topic_numbers(made, facts)
    html = framed(
        "topic",
        made.words,
        bar=_bar(made, topic, facts, sources),
        kicker=_kicker(made, topic),
        title=made.texts.html(topic.title),
        answer=made.prose(topic.summary),
        line=_line(made, topic, facts, sources),
        judgements=judgement_table(made, topic),
        numbers=numbers,
        reading=how_to_read(made) if 'class="mark' in numbers else "",
        matrix=matrix(made, facts, frozenset(fact.id for fact in line.facts)),
        facts=line.html,
        further=line.further,
        unknowns=items((made.prose(one) for one in topic.unknowns), '<ul class="plain">'),
        sources=source_table(made, facts),
        related=_related(made, topic),
    )
    return Page(
        path=path,
        kind="topic",
        id=topic.id,
        title=made.texts.plain(topic.title),
        description=made.texts.plain(topic.summary),
        html=html,
        section="topics",
        updated=updated(facts),
        edit_path=edit_path(topic.record),
        feed=True,
    )


def _further(made: Fragments, first: Page, topic: Topic, line: PageFacts) -> Page:
    inner = line.further + line.html
    return further_page(first, line.path, made.texts.html(topic.title), line.title, inner, line.facts)


def _bar(made: Fragments, topic: Topic, facts: Sequence[Fact], sources: int) -> str:
    say = made.words.say
    return section_bar(
        made.words,
        (
            ("Answer", say("Answer"), None, topic.summary is not None),
            ("Judgements", say("What we think"), len(topic.judgements), bool(topic.judgements)),
            ("Numbers", say("Numbers"), len(series_of(facts)), any(fact.figure for fact in facts)),
            ("Speakers", say("Who says what"), speakers(made, facts), bool(facts)),
            ("Every-fact", say("Every fact"), len(facts), bool(facts)),
            ("Unknowns", say("Not known"), len(topic.unknowns), bool(topic.unknowns)),
            ("Sources", say("Sources"), sources, bool(facts)),
        ),
    )


def _kicker(made: Fragments, topic: Topic) -> str:
    home = link("topics/", made.words.say("Topics"))
    group = next((one for one in made.corpus.briefing.groups if topic.id in one.topics), None)
    return f"{home} › {made.texts.html(group.title)}" if group else home


def _line(made: Fragments, topic: Topic, facts: Sequence[Fact], sources: int) -> str:
    """How much the page rests on, how new it is, and until when it is good."""
    words = made.words
    parts = [
        words.say(
            "{facts} from {reports}",
            facts=words.count("{n} fact", "{n} facts", len(facts)),
            reports=words.count("{n} report", "{n} reports", sources),
        )
    ]
    if event := made.newest_event(facts):
        parts.append(words.say("newest event {date}", date=event))
    if (newest := made.corpus.newest_source(facts)) is not None:
        parts.append(words.say("newest source {date}", date=telling(words, newest)[-1]))
    if (day := updated(facts)) is not None:
        parts.append(words.say("last edited {date}", date=words.day(day)))
    if topic.review_by is not None:
        parts.append(words.say("to be reviewed by {date}", date=words.day(topic.review_by.day)))
    return "".join(f"<span>{part}</span>" for part in parts)


def _related(made: Fragments, topic: Topic) -> str:
    links = [made.texts.topic_link(name) for name in topic.related if name in made.corpus.topics]
    label = made.words.say("Next to it")
    return f'<p class="more-line"><span>{label}:</span> {" ".join(links)}</p>' if links else ""


TYPE = PageType("topic", "topics/", _ids, pages, markdown)

"""Pages: what is disputed, as the home page shows it: each question with its answers under one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.site.charts import sum_chart as sums
from factbook.site.components import date_words as when
from factbook.site.components import fact as made
from factbook.site.components import figure_words as numbers
from factbook.site.components import statement as statements
from factbook.site.components import status
from factbook.site.components import text_and_links as parts
from factbook.site.pages.home import view
from factbook.site.views import parts as part
from factbook.site.views.parts import Heading, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factbook.content.model import Fact, Question, Words
    from factbook.site.context import Desk

_SHOWN = 6
"""Questions on the home page; the rest stands on the page of everything disputed."""


def disputes(desk: Desk) -> view.Disputes | None:
    """The questions that the briefing names, then every other contradiction and sum that does not add up."""
    named = tuple(_named(desk, dispute) for dispute in desk.corpus.briefing.questions)
    listed = {fact for dispute in desk.corpus.briefing.questions for fact in dispute.facts}
    others = tuple(_found(desk, group) for group in groups(desk, listed))
    found = tuple(dispute for dispute in (*named, *others) if dispute.sides or dispute.sum)
    if not found:
        return None
    say = desk.wording.say
    more = parts.page_link(desk, say("Everything that is disputed, side by side"), "disputed/")
    return view.Disputes(Heading("Disputed", say("What is disputed")), found[:_SHOWN], more)


def cited(desk: Desk, found: view.Disputes | None) -> tuple[Fact, ...]:
    """The facts behind the answers, in order of reading."""
    sides = (side for dispute in (found.disputes if found else ()) for side in dispute.sides)
    return tuple(desk.corpus.facts[side.fact] for side in sides)


def groups(desk: Desk, without: set[str]) -> Iterator[tuple[Fact, ...]]:
    """Facts that contradict one another, together; alone, one whose own parts do not add up."""
    seen = set(without)
    for fact in desk.current:
        if fact.id in seen:
            continue
        together = _connected(desk, fact)
        if len(together) > 1 or sums.open_sums(fact):
            seen.update(other.id for other in together)
            yield together


def _connected(desk: Desk, start: Fact) -> tuple[Fact, ...]:
    found, waiting = {start.id: start}, [start]
    while waiting:
        for other in status.differing(desk, waiting.pop()):
            if other.id not in found:
                found[other.id] = other
                waiting.append(other)
    return desk.in_order(found.values())


def _named(desk: Desk, dispute: Question) -> view.DisputeView:
    return _dispute(desk, parts.text(desk, dispute.title), desk.facts(dispute.facts), dispute.note)


def _found(desk: Desk, group: tuple[Fact, ...]) -> view.DisputeView:
    """A question that nobody has worded: named by the series in which the figures differ, else by the topic."""
    fact = group[0]
    series = desk.corpus.series.get(fact.figure.series) if fact.figure else None
    topic = next((desk.corpus.topics[name] for name in fact.topics if name in desk.corpus.topics), None)
    words = series.title if series else topic.title if topic else None
    title = parts.text(desk, words) if words else Text(desk.wording.say("Disputed"))
    return _dispute(desk, title, group, fact.caveat if len(group) == 1 else None)


def _dispute(desk: Desk, title: Text, facts: Sequence[Fact], note: Words | None) -> view.DisputeView:
    chart = sums.chart(desk, facts[0]) if len(facts) == 1 else None
    return view.DisputeView(
        title=title,
        href=parts.fact_href(desk, facts[0]) if facts else "",
        sides=tuple(_side(desk, fact) for fact in facts),
        sum=chart,
        note=_plain(desk, note),
    )


def _plain(desk: Desk, note: Words | None) -> Text | None:
    if note is None:
        return None
    said = statements.linked(desk, note)
    return Text(said.plain, said.language, said.direction, said.notice)


def _side(desk: Desk, fact: Fact) -> view.Side:
    whole = made.brief(desk, fact)
    words = (
        part.Statement((part.Run(numbers.with_unit(desk, fact.figure), "", True),)) if fact.figure else whole.words
    )
    who = desk.wording.say("{who}, {date}", who=whole.speaker, date=when.words(desk.wording, fact.date))
    return view.Side(fact.id, who, words, whole.href, whole.cites)

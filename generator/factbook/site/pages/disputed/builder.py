"""Pages: where sources and speakers disagree: contradictions, denials, open sums, different values."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from factbook.site import frame as frames
from factbook.site.charts import sum_chart as sums
from factbook.site.components import fact as facts
from factbook.site.components import source_list as origins
from factbook.site.components import statement as statements
from factbook.site.components import text_and_links as parts
from factbook.site.page_type import PageKind, alone
from factbook.site.pages.disputed import find as disagreements
from factbook.site.pages.disputed import view
from factbook.site.views.parts import Heading, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factbook.content.model import Fact, Question
    from factbook.site.context import Desk
    from factbook.site.views.parts import Link


_CASES = 60
"""Cases of one kind that a page can hold and still open on a phone."""
_VALUES = 12
"""Values of one number that can be read side by side; the chart on its own page shows them all."""


def disputed(desk: Desk, _: str) -> view.Disputed:
    """The page of disagreements, each with the facts on every side."""
    say = desk.wording.say
    kinds = tuple(
        kind
        for kind in (_questions(desk), _contradictions(desk), _different(desk), _refusals(desk), _sums(desk))
        if kind is not None
    )
    shown = _in_full(desk, kinds)
    numbered = origins.numbering(desk, shown)
    full = facts.fact_list(desk, Heading("Facts", say("All of these facts in full"), say("Oldest first.")), shown)
    sources = origins.source_list(desk, Heading("Sources", say("Sources, by origin")), numbered)
    about = frames.About(
        path="disputed/",
        kind="disputed",
        title=Text(say("What is disputed")),
        kicker=(parts.page_link(desk, say("Briefing"), ""),),
        description=say("Contradictions, denials, sums that do not add up and different values, side by side."),
        section="disputed",
        in_navigation=True,
    )
    return view.Disputed(
        frame=frames.frame(about, (*kinds, full, sources), shown=shown, numbers=numbered),
        lead=say(
            "Where the sources held do not agree. All sides stand as they were said; who is right is left open."
        ),
        kinds=kinds,
        facts=full,
        sources=sources,
    )


KINDS = (PageKind("disputed", alone, disputed, "disputed/", "disputed", listed="What is disputed"),)


def _questions(desk: Desk) -> view.Kind | None:
    """What the briefing itself sets side by side."""
    say = desk.wording.say
    asked = tuple(_question(desk, dispute) for dispute in desk.corpus.briefing.questions)
    heading = Heading("Questions", say("Open questions"), say("Asked by the editors, answered by the speakers."))
    return view.Kind(heading, tuple(case for case in asked if case.sides), "") if asked else None


def _contradictions(desk: Desk) -> view.Kind | None:
    say = desk.wording.say
    heading = Heading(
        "Contradictions", say("They contradict each other"), say("Statements that cannot both be true as they stand.")
    )
    named = [set(dispute.facts) for dispute in desk.corpus.briefing.questions]
    found = disagreements.contradictions(desk)
    cases = tuple(_case(desk, together) for together in found if not _all_in(together, named))
    return _kind(desk, heading, cases, bool(found), say("No two facts held contradict each other."))


def _different(desk: Desk) -> view.Kind | None:
    say = desk.wording.say
    heading = Heading(
        "Different-values",
        say("Different values for one number"),
        desk.wording.count(
            "Only values of one series, from different speakers, dated at most {n} day apart.",
            "Only values of one series, from different speakers, dated at most {n} days apart.",
            disagreements.NEAR.days,
        ),
    )
    shown = [{fact.id for fact in together} for together in disagreements.contradictions(desk)]
    found = disagreements.different_values(desk)
    others = (together for together in found if not _all_in(together, shown))
    cases = tuple(case for _, groups in groupby(others, _series) for case in _values(desk, tuple(groups)))
    return _kind(desk, heading, cases, bool(found), say("No series has two different values of about the same time."))


def _refusals(desk: Desk) -> view.Kind:
    say = desk.wording.say
    heading = Heading("Denials", say("Denied, or not confirmed"), say("To decline to confirm is not to deny."))
    cases = tuple(_case(desk, (fact,)) for fact in disagreements.refusals(desk))
    return _first_of(
        desk, view.Kind(heading, cases, say("Nobody denies or declines to confirm, in the sources held."))
    )


def _sums(desk: Desk) -> view.Kind | None:
    say = desk.wording.say
    heading = Heading(
        "Sums", say("Parts that do not add up"), say("The sums are ours; the numbers in them are the source’s.")
    )
    named = [set(dispute.facts) for dispute in desk.corpus.briefing.questions if len(dispute.facts) == 1]
    found = disagreements.open_sums(desk)
    cases = tuple(_sum(desk, fact) for fact in found if not _all_in((fact,), named))
    return _kind(desk, heading, cases, bool(found), say("All sums that were worked out agree with what is stated."))


def _kind(desk: Desk, heading: Heading, cases: tuple[view.Case, ...], found: bool, none: str) -> view.Kind | None:
    """A kind of disagreement; none when all there is of it stands above already."""
    return None if found and not cases else _first_of(desk, view.Kind(heading, cases, none))


def _first_of(desk: Desk, kind: view.Kind) -> view.Kind:
    """As many cases as a page can hold, and a word on the others."""
    beyond = len(kind.cases) - _CASES
    if beyond <= 0:
        return kind
    more = desk.wording.count(
        "{n} more stands on the page of its topic.", "{n} more stand on the pages of their topics.", beyond
    )
    return replace(kind, cases=kind.cases[:_CASES], more=more)


def _case(desk: Desk, together: tuple[Fact, ...]) -> view.Case:
    """Facts under the topic that all of them share."""
    topic = _topic(desk, together)
    title, href = (topic.text, topic.href) if topic else (None, "")
    return view.Case(title, href, tuple(_side(desk, fact) for fact in together), (), None)


def _question(desk: Desk, dispute: Question) -> view.Case:
    """Facts under a question that the editors worded."""
    found = desk.facts(dispute.facts)
    note = statements.linked(desk, dispute.note).runs if dispute.note else ()
    chart = sums.chart(desk, found[0]) if len(found) == 1 else None
    return view.Case(parts.text(desk, dispute.title), "", tuple(_side(desk, fact) for fact in found), note, chart)


def _values(desk: Desk, groups: Sequence[tuple[Fact, ...]]) -> tuple[view.Case, ...]:
    """The values of one series that stand against one another, under its title; the latest where there are many."""
    way = parts.series_link(desk, _series(groups[0]))
    latest = _latest(groups)
    cases = tuple(
        view.Case(way.text, way.href, tuple(_side(desk, fact) for fact in together), (), None) for together in latest
    )
    earlier = sum(map(len, groups)) - sum(map(len, latest))
    if not earlier:
        return cases
    more = desk.wording.count(
        "{n} earlier value stands on the page of this number.",
        "{n} earlier values stand on the page of this number.",
        earlier,
    )
    return replace(cases[0], more=more), *cases[1:]


def _series(together: tuple[Fact, ...]) -> str:
    return next(fact.figure.series for fact in together if fact.figure)


def _latest(groups: Sequence[tuple[Fact, ...]]) -> list[tuple[Fact, ...]]:
    """As many groups as a reader can take in, each whole, the last ones first; of a very large one its end."""
    found = [groups[-1][-_VALUES:]]
    for together in reversed(groups[:-1]):
        if sum(map(len, found)) + len(together) > _VALUES:
            break
        found.insert(0, together)
    return found


def _sum(desk: Desk, fact: Fact) -> view.Case:
    whole = _case(desk, (fact,))
    return view.Case(whole.title, whole.href, whole.sides, (), sums.chart(desk, fact))


def _topic(desk: Desk, together: tuple[Fact, ...]) -> Link | None:
    """The first topic that all of them share; none when they share none."""
    shared = [topic for topic in together[0].topics if all(topic in fact.topics for fact in together)]
    return parts.topic_link(desk, shared[0]) if shared else None


def _side(desk: Desk, fact: Fact) -> view.Side:
    say = desk.wording.say
    stances = {"denies": say("Denied"), "declines-to-confirm": say("Declines to confirm")}
    return view.Side(facts.brief(desk, fact), facts.figure_words(desk, fact), stances.get(fact.stance, ""))


def _all_in(together: tuple[Fact, ...], shown: list[set[str]]) -> bool:
    """Whether these facts stand side by side already."""
    return any({fact.id for fact in together} <= ids for ids in shown)


def _in_full(desk: Desk, kinds: Iterable[view.Kind]) -> tuple[Fact, ...]:
    """Every fact of the page once, by date."""
    named = {side.brief.id for kind in kinds for case in kind.cases for side in case.sides}
    return desk.facts(tuple(named))

"""Pages: where sources and speakers disagree: contradictions, denials, open sums, different values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages import disagreements, facts, frames, numbers, origins, parts, sums
from generator.pages.kinds import PageKind, alone
from generator.views import disputed as view
from generator.views.parts import Heading, Run, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import Fact
    from generator.pages.desk import Desk
    from generator.views.parts import Link


def disputed(desk: Desk, _: str) -> view.Disputed:
    """The page of disagreements, each with the facts on every side."""
    say = desk.wording.say
    kinds = (_contradictions(desk), _different(desk), _refusals(desk), _sums(desk))
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
        frame=frames.frame(desk, about, (*kinds, full, sources), shown=shown, numbers=numbered),
        lead=say(
            "Where the sources held do not agree. All sides stand as they were said; who is right is left open."
        ),
        kinds=kinds,
        facts=full,
        sources=sources,
    )


KINDS = (PageKind("disputed", alone, disputed),)


def _contradictions(desk: Desk) -> view.Kind:
    say = desk.wording.say
    heading = Heading(
        "Contradictions", say("They contradict each other"), say("Statements that cannot both be true as they stand.")
    )
    cases = tuple(_case(desk, together) for together in disagreements.contradictions(desk))
    return view.Kind(heading, cases, say("No two facts held contradict each other."))


def _different(desk: Desk) -> view.Kind:
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
    cases = tuple(_values(desk, together) for together in disagreements.different_values(desk))
    return view.Kind(heading, cases, say("No series has two different values of about the same time."))


def _refusals(desk: Desk) -> view.Kind:
    say = desk.wording.say
    heading = Heading("Denials", say("Denied, or not confirmed"), say("To decline to confirm is not to deny."))
    cases = tuple(_case(desk, (fact,)) for fact in disagreements.refusals(desk))
    return view.Kind(heading, cases, say("Nobody denies or declines to confirm, in the sources held."))


def _sums(desk: Desk) -> view.Kind:
    say = desk.wording.say
    heading = Heading(
        "Sums", say("Parts that do not add up"), say("The sums are ours; the numbers in them are the source’s.")
    )
    cases = tuple(_sum(desk, fact) for fact in disagreements.open_sums(desk))
    return view.Kind(heading, cases, say("All sums that were worked out agree with what is stated."))


def _case(desk: Desk, together: tuple[Fact, ...]) -> view.Case:
    return view.Case("", _topic(desk, together), tuple(_side(desk, fact) for fact in together), (), None)


def _values(desk: Desk, together: tuple[Fact, ...]) -> view.Case:
    """The values of one series, under its title."""
    figure = next(fact.figure for fact in together if fact.figure)
    title = parts.text(desk, desk.corpus.series[figure.series].title).words
    way = parts.series_link(desk, figure.series)
    note = (Run(desk.wording.say("All values of the series: ")), Run(way.text.words, way.href))
    return view.Case(title, None, tuple(_side(desk, fact) for fact in together), note, None)


def _sum(desk: Desk, fact: Fact) -> view.Case:
    chart = sums.chart(desk, fact)
    told = "; ".join(
        desk.wording.say(
            "{working} = {value}, our sum",
            working=computed.working,
            value=numbers.number(desk.wording, computed.value),
        )
        for computed in sums.open_sums(fact)
    )
    return view.Case("", _topic(desk, (fact,)), (_side(desk, fact),), () if chart else (Run(told),), chart)


def _topic(desk: Desk, together: tuple[Fact, ...]) -> Link | None:
    """The topic that all of them share and where the first is at home; none when they share none."""
    shared = [topic for topic in together[0].topics if all(topic in fact.topics for fact in together)]
    return parts.topic_link(desk, shared[0]) if shared else None


def _side(desk: Desk, fact: Fact) -> view.Side:
    say = desk.wording.say
    stances = {"denies": say("Denied"), "declines-to-confirm": say("Declines to confirm")}
    return view.Side(facts.brief(desk, fact), facts.figure_words(desk, fact), stances.get(fact.stance, ""))


def _in_full(desk: Desk, kinds: Iterable[view.Kind]) -> tuple[Fact, ...]:
    """Every fact of the page once, by date."""
    named = {side.brief.id for kind in kinds for case in kind.cases for side in case.sides}
    return desk.facts(tuple(named))

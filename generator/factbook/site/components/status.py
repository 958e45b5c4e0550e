"""Pages: what a claim is worth, in words computed from the data; nobody types a status."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factbook.site.components import date_words as when
from factbook.site.components import figure_words as numbers
from factbook.site.components import text_and_links as parts
from factbook.site.views.parts import Run, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.content.model import Change, Computed, Fact
    from factbook.site.context import Desk

_SUM = re.compile(r"[\d._]+(?:\s*\+\s*[\d._]+)+")


def statuses(desk: Desk, fact: Fact) -> tuple[Status, ...]:
    """A fact's status words, the weightiest first; a plain claim is `Asserted`."""
    found = (
        *_withdrawn(desk, fact),
        *_stance(desk, fact),
        *_disagreement(desk, fact),
        *_limits(desk, fact),
        *_voice(desk, fact),
        *_edits(desk, fact),
        *_unverified(desk, fact),
    )
    named = fact.asserted_by and fact.stance == "asserts"
    if named and not any(status.kind in _INSTEAD_OF_ASSERTED for status in found):
        return (_asserted(desk, fact), *found)
    return found


_INSTEAD_OF_ASSERTED = frozenset({"retracted", "superseded", "differs", "disputed", "sum", "ceiling", "floor"})


def adds_up(fact: Fact, computed: Computed) -> bool:
    """Whether what the editors worked out can stand beside the fact's figure.

    It cannot when parts that were added are more than the whole. Parts that are less may only be some of
    them ("35 drones, including 20 over Kursk and 11 over Bryansk"), and a difference is no total.
    """
    figure = fact.figure
    if (
        figure is None
        or figure.modifier not in ("exactly", "up-to", "less-than")
        or not _SUM.fullmatch(computed.working)
    ):
        return True
    return Decimal(computed.value) <= Decimal(figure.high)


def differing(desk: Desk, fact: Fact) -> tuple[Fact, ...]:
    """The facts that still stand and contradict this one."""
    return desk.facts(desk.corpus.contradictions.get(fact.id, ()))


def label(desk: Desk, fact: Fact) -> str:
    """A few words that stand for a fact in a link: its figure, else who says so and when."""
    if fact.figure is not None:
        return numbers.with_unit(desk, fact.figure)
    speakers = tuple(parts.actor_name(desk, actor).words for actor in desk.corpus.asserters(fact)[:2])
    who, date = desk.wording.listed(speakers), when.words(desk.wording, fact.date)
    return desk.wording.say("{who}, {date}", who=who, date=date)


def _asserted(desk: Desk, fact: Fact) -> Status:
    speakers = len(fact.asserted_by)
    reason = desk.wording.count("by {n} speaker", "by {n} speakers", speakers) if speakers > 1 else ""
    return Status("asserted", desk.wording.say("Asserted"), _runs(reason))


def _withdrawn(desk: Desk, fact: Fact) -> Iterator[Status]:
    say = desk.wording.say
    if fact.retracted is not None:
        yield Status("retracted", say("Retracted"), _noted(desk, fact.retracted), "conflict")
    newer = desk.facts(desk.corpus.superseded_by.get(fact.id, ()))
    if newer:
        yield Status("superseded", say("Superseded"), _linked(desk, say("by"), newer), "past")
    if fact.rank == "deprecated" and not newer:
        reason = parts.runs(parts.text(desk, fact.rank_reason)) if fact.rank_reason else ()
        yield Status("deprecated", say("Deprecated"), reason, "qualified")


def _stance(desk: Desk, fact: Fact) -> Iterator[Status]:
    say = desk.wording.say
    match fact.stance:
        case "denies":
            yield Status("denied", say("Denied"))
        case "declines-to-confirm":
            yield Status("declines", say("Declines to confirm"))
        case "expects":
            word = say("Announced") if fact.asserted_by else say("Expected")
            yield Status("announced", word, _runs(say("before the event")))


def _disagreement(desk: Desk, fact: Fact) -> Iterator[Status]:
    say = desk.wording.say
    others = differing(desk, fact)
    numeric = [other for other in others if fact.figure and other.figure]
    plain = [other for other in others if other not in numeric]
    if numeric:
        yield Status("differs", say("Differs"), _linked(desk, say("from"), tuple(numeric)), "conflict")
    if plain:
        yield Status("disputed", say("Disputed"), _linked(desk, say("see"), tuple(plain)), "conflict")
    for computed in fact.computed:
        sum_words = say("{working} = {value}, our sum", working=computed.working, value=computed.value)
        if adds_up(fact, computed):
            yield Status("computed", say("Worked out"), _runs(sum_words))
        else:
            yield Status("sum", say("Does not add up"), _runs(sum_words), "conflict")


def _limits(desk: Desk, fact: Fact) -> Iterator[Status]:
    say = desk.wording.say
    modifier = fact.figure.modifier if fact.figure else ""
    if modifier in ("up-to", "less-than"):
        yield Status("ceiling", say("Ceiling, not a count"))
    elif modifier in ("at-least", "more-than"):
        yield Status("floor", say("Floor, not a count"))


def _voice(desk: Desk, fact: Fact) -> Iterator[Status]:
    say = desk.wording.say
    genres = {source.genre for c in fact.citations if (source := desk.corpus.sources.get(c.source))}
    if "editorial" in genres and not fact.asserted_by:
        yield Status("opinion", say("Opinion"), _runs(say("an editorial’s own words")), "qualified")
    elif not fact.asserted_by:
        yield Status("voice", say("Publisher’s own voice"), _runs(say("nobody is named")))
    elif "editorial" in genres:
        yield Status("opinion", say("Told in an editorial"), (), "qualified")
    if fact.via:
        through = desk.wording.listed(tuple(parts.actor_name(desk, actor).words for actor in fact.via))
        yield Status("second", say("Second hand"), _runs(say("by way of {names}", names=through)), "qualified")


def _edits(desk: Desk, fact: Fact) -> Iterator[Status]:
    say = desk.wording.say
    for change in fact.revised[-1:]:
        words = say("The words before and after") if change.was is not None else say("In the list of changes")
        told = (*_noted(desk, change), Run(" "), Run(words, parts.change_href(fact, len(fact.revised))))
        yield Status("corrected", say("Corrected"), told, "qualified")


def _unverified(desk: Desk, fact: Fact) -> Iterator[Status]:
    standings = [desk.evidence.findings.get((fact.id, number)) for number in range(len(fact.citations))]
    open_ones = sum(1 for finding in standings if finding is None or finding.standing in ("unverifiable", "unread"))
    if open_ones:
        reason = desk.wording.count("{n} quote", "{n} quotes", open_ones)
        yield Status("unverifiable", desk.wording.say("Not verifiable here"), _runs(reason), "qualified")


def _noted(desk: Desk, change: Change) -> tuple[Run, ...]:
    """`5 Jun 2024: The sum was missing.`"""
    return (Run(f"{desk.wording.day(change.on.day)}: "), *parts.runs(parts.text(desk, change.note)))


def _linked(desk: Desk, lead: str, facts: tuple[Fact, ...]) -> tuple[Run, ...]:
    """`from 10,000, 12,000`, each leading to its fact."""
    runs = [Run(f"{lead} ")]
    for number, other in enumerate(facts):
        runs.extend((*((Run(", "),) if number else ()), Run(label(desk, other), parts.fact_href(desk, other))))
    return tuple(runs)


def _runs(words: str) -> tuple[Run, ...]:
    return (Run(words),) if words else ()

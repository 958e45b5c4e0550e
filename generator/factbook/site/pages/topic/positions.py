"""Pages: who asserts, denies, declines to confirm, expects, and who says nothing, side by side.

Positions are those of the named speakers; what a publisher says in its own voice is nobody's position.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from factbook.site.components import fact as made
from factbook.site.components import statement as statements
from factbook.site.components import text_and_links as parts
from factbook.site.pages.topic import view
from factbook.site.views import parts as part

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factbook.content.model import Fact
    from factbook.site.context import Desk

_SHOWN = 2
"""Statements of one speaker that stand open; older ones are folded away."""
_SILENT = 4
"""Parties that are named most often and say nothing."""


def positions(desk: Desk, facts: Sequence[Fact]) -> view.Positions | None:
    """The section of positions on what `facts` tell; none when nobody is named in any of them."""
    if not any(fact.asserted_by for fact in facts):
        return None
    say = desk.wording.say
    nobody = say("Nobody, in these facts.")
    stances = [
        view.Stance("asserts", say("Asserts"), _of(desk, facts, "asserts"), nobody),
        view.Stance("denies", say("Denies"), _of(desk, facts, "denies"), nobody),
        view.Stance("declines", say("Declines to confirm"), _of(desk, facts, "declines-to-confirm"), nobody),
    ]
    if expects := _of(desk, facts, "expects"):
        stances.append(view.Stance("expects", say("Expects or announces"), expects, nobody))
    stances.append(
        view.Stance("silent", say("Says nothing"), _silent(desk, facts), say("All states that are named speak."))
    )
    note = say("By who speaks, latest first. An empty column is a finding too.")
    return view.Positions(part.Heading("Positions", say("Positions"), note), tuple(stances))


def cited(found: view.Positions | None) -> tuple[str, ...]:
    """Ids of the facts that a section of positions cites, in order of reading."""
    stances = found.stances if found else ()
    return tuple(
        brief.id
        for stance in stances
        for position in stance.positions
        for brief in (*position.briefs, *position.more)
    )


def party(desk: Desk, actor: str) -> str:
    """The party for which an actor stands: the top of what it is part of, or in which it has its role."""
    seen = {actor}
    while (above := _above(desk, actor)) is not None and above not in seen:
        actor = above
        seen.add(actor)
    return actor


def _above(desk: Desk, actor: str) -> str | None:
    known = desk.corpus.actors.get(actor)
    if known is None:
        return None
    roles = [role.of for role in known.roles if role.of and role.until is None]
    above = known.part_of or next(iter(roles), None)
    return above if above in desk.corpus.actors else None


def _of(desk: Desk, facts: Iterable[Fact], stance: str) -> tuple[view.Position, ...]:
    """Who takes a stance, in the order of their latest word."""
    by_speaker: defaultdict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.stance == stance and fact.asserted_by:
            by_speaker[fact.asserted_by].append(fact)
    spoken = sorted(by_speaker.items(), key=lambda item: item[1][-1].date.sort_key, reverse=True)
    return tuple(_position(desk, actor, said) for actor, said in spoken)


def _position(desk: Desk, speakers: tuple[str, ...], said: list[Fact]) -> view.Position:
    briefs = tuple(made.position(desk, fact) for fact in reversed(said))
    note = _for_whom(desk, speakers[0]) if len(speakers) == 1 else ""
    who = tuple(parts.actor_link(desk, actor, note) for actor in speakers)
    return view.Position(who, briefs[:_SHOWN], briefs[_SHOWN:])


def _for_whom(desk: Desk, actor: str) -> str:
    top = party(desk, actor)
    return parts.actor_name(desk, top).words if top != actor else ""


def _silent(desk: Desk, facts: Sequence[Fact]) -> tuple[view.Position, ...]:
    """Parties that are named in the facts, though nobody of theirs speaks in any of them."""
    speaking = {party(desk, actor) for fact in facts for actor in fact.asserted_by}
    named: Counter[str] = Counter()
    for fact in facts:
        concerned = {party(desk, actor) for actor in statements.concerned(desk, fact)}
        named.update(sorted(concerned - speaking))
    silent = [actor for actor, _ in named.most_common() if _may_speak(desk, actor)][:_SILENT]
    return tuple(_nothing(desk, actor, named[actor]) for actor in silent)


def _may_speak(desk: Desk, actor: str) -> bool:
    """States only: of whom else a statement would be expected, no one can compute."""
    known = desk.corpus.actors.get(actor)
    return known is not None and known.kind == "state"


def _nothing(desk: Desk, actor: str, times: int) -> view.Position:
    note = desk.wording.count(
        "Named in {n} of these facts, speaks in none.",
        "Named in {n} of these facts, speaks in none.",
        times,
    )
    return view.Position((parts.actor_link(desk, actor),), (), (), note)

"""Site: the facts that concern an actor, in three parts: its words, what it does, what others say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from factbook.content.model import Fact
    from factbook.site.fragments import Fragments


@frozen
class Concerned:
    """No fact is in two of the three parts, which begin with the newest."""

    all: tuple[Fact, ...]
    """By date, the oldest first."""
    says: tuple[Fact, ...]
    does: tuple[Fact, ...]
    others: tuple[Fact, ...]


def concerned(made: Fragments, name: str) -> Concerned:
    """What stands on the page of an actor."""
    said, done = made.spoken.facts.get(name, {}), made.acting.get(name, {})
    named = made.corpus.facts_by_actor.get(name, ())
    facts = made.standing({**dict.fromkeys(named), **said, **done})
    newest = facts[::-1]
    return Concerned(
        facts,
        tuple(fact for fact in newest if fact.id in said),
        tuple(fact for fact in newest if fact.id in done and fact.id not in said),
        tuple(fact for fact in newest if fact.id not in said and fact.id not in done),
    )

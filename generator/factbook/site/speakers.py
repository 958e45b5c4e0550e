"""Site: whose words a statement is: of those who say it, and of the states and bodies that speak through them.

A state speaks through those who hold a role of it on the day and those who say that they speak for it; other parts of
it, a parliament or demonstrators, do not.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.content.dates import Date
    from factbook.content.model import Corpus, Fact
    from factbook.content.model.entities import Role


@frozen
class Spoken:
    """Who says what, looked up once for all facts."""

    facts: dict[str, dict[str, None]]
    """By actor, the ids of the facts that are its words."""
    through: dict[str, Counter[str]]
    """By actor, who said how many of them."""


def spoken(corpus: Corpus, facts: Iterable[Fact]) -> Spoken:
    """Whose words all facts are."""
    words: dict[str, dict[str, None]] = {}
    through: dict[str, Counter[str]] = {}
    for fact in facts:
        for name in corpus.asserters(fact):
            for whose in speaking_for(corpus, name, fact.asserted_on or fact.date):
                words.setdefault(whose, {})[fact.id] = None
                through.setdefault(whose, Counter())[name] += 1
    return Spoken(words, through)


def acting(corpus: Corpus, facts: Iterable[Fact]) -> dict[str, dict[str, None]]:
    """By actor, the ids of the facts that tell what it does, itself or through those who speak for it."""
    found: dict[str, dict[str, None]] = {}
    for fact in facts:
        for name in fact.actor_roles:
            for whose in speaking_for(corpus, name, fact.date):
                found.setdefault(whose, {})[fact.id] = None
    return found


def speaking_for(corpus: Corpus, name: str, when: Date) -> tuple[str, ...]:
    """An actor and all for which it speaks on a day: by a role, or because it says so."""
    found: dict[str, None] = {name: None}
    waiting = [name]
    while waiting:
        known = corpus.actors.get(waiting.pop())
        if known is None:
            continue
        roles = (role.of for role in known.roles if role.of and _held(role, when))
        for whole in (*known.speaks_for, *roles):
            if whole not in found:
                found[whole] = None
                waiting.append(whole)
    return tuple(found)


def _held(role: Role, when: Date) -> bool:
    """Whether somebody can have held a role at a time; what is not known is no reason against it."""
    begun = role.since is None or role.since.first <= when.last
    return begun and (role.until is None or role.until.last >= when.first)

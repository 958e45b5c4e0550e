"""Site: with whom an actor appears in facts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.content.model import Fact
    from factbook.site.fragments import Fragments

_SHOWN = 8


def company(made: Fragments, name: str, facts: Iterable[Fact]) -> str:
    """The actors named in most of the same facts, with how many."""
    found = Counter(other for fact in facts for other in made.actors_of.get(fact.id, ()) if other != name)
    links = [
        f"{made.texts.actor_link(other)} <b>{made.words.number(count)}</b>"
        for other, count in found.most_common(_SHOWN)
    ]
    rest = len(found) - _SHOWN
    if rest > 0:
        links.append(f'<span class="nil">{made.words.count("and {n} more", "and {n} more", rest)}</span>')
    return f"<p>{' · '.join(links)}</p>" if links else ""

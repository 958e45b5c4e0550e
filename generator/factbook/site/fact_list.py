"""Site: facts in full under filters, and the ways to further pages of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factbook.site.html import link, link_bar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.content.model import Fact
    from factbook.site.fragments import Fragments
    from factbook.site.paging import Part


def fact_list(made: Fragments, facts: Sequence[Fact], *, filters: bool = True) -> str:
    """The rows of facts, in the order given, with filters for what is unusual among them."""
    rows = "".join(made.fact(fact.id).row for fact in facts)
    return f'{_filters(made, facts) if filters else ""}<ol class="list" id="Facts">{rows}</ol>'


def further(made: Fragments, folder: str, parts: Sequence[Part], current: str = "") -> str:
    """Links to the further pages of a list; empty when there are none."""
    if not parts:
        return ""
    links = (
        link(
            f"{folder}{part.name}/",
            f"{part.name} <b>{made.words.number(len(part.facts))}</b>",
            _current(part, current),
        )
        for part in parts
    )
    return link_bar(made.words.say("All facts, by year"), links)


def _current(part: Part, current: str) -> str:
    return ' aria-current="page"' if part.name == current else ""


def _filters(made: Fragments, facts: Sequence[Fact]) -> str:
    found = Counter(kind for fact in facts for kind in dict.fromkeys(made.fact(fact.id).kinds))
    found.update("figure" for fact in facts if fact.figure)
    if not found or len(facts) < 4:
        return ""
    names = {kind: name for kind, name in filter_names(made).items() if found[kind]}
    count = made.words.number
    every = (
        f'<button type="button" data-f="" aria-pressed="true">{made.words.say("All")} {count(len(facts))}</button>'
    )
    rest = "".join(
        f'<button type="button" data-f="{kind}" aria-pressed="false">{name} {count(found[kind])}</button>'
        for kind, name in names.items()
    )
    return f'<p class="filter noprint" hidden>{every}{rest}</p>'


def filter_names(made: Fragments) -> dict[str, str]:
    """What can be picked out, by the kind of status."""
    say = made.words.say
    return {
        "disputed": say("Disputed"),
        "two-reports": say("Two reports"),
        "figure": say("With a figure"),
        "second-hand": say("Second hand"),
        "denies": say("Denied"),
        "declines": say("Neither confirmed nor denied"),
        "expected": say("Expected"),
        "superseded": say("Superseded"),
        "opinion": say("Editorial opinion"),
    }

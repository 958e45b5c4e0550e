"""Site: facts in full under filters, and the ways to further pages of them."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
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
    """Links to the years of a list, and on the pages of a year with several to each of these; empty for no parts."""
    if not parts:
        return ""
    number = made.words.number
    years = {year: tuple(those) for year, those in groupby(parts, lambda part: part.year)}
    now = next((part.year for part in parts if part.name == current), None)
    bar = link_bar(
        made.words.say("All facts, by year"),
        (
            link(
                f"{folder}{those[0].name}/",
                f"{year} <b>{number(sum(len(part.facts) for part in those))}</b>",
                f' aria-current="{"page" if len(those) == 1 else "true"}"' if year == now else "",
            )
            for year, those in years.items()
        ),
    )
    pages = years.get(now, ()) if now is not None else ()
    if len(pages) < 2:
        return bar
    links = (
        link(f"{folder}{part.name}/", number(place), ' aria-current="page"' if part.name == current else "")
        for place, part in enumerate(pages, 1)
    )
    return bar + link_bar(str(now), links)


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
        "two-reports": say("Two independent reports"),
        "one-speaker": say("Two reports, one speaker"),
        "figure": say("With a figure"),
        "second-hand": say("Second hand"),
        "denies": say("Denied"),
        "declines": say("Neither confirmed nor denied"),
        "expected": say("Expected"),
        "superseded": say("Superseded"),
        "opinion": say("Editorial opinion"),
    }

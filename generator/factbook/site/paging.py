"""Site: a long list of facts on several pages: the newest first, the others by year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factbook.runtime.frozen import frozen
from factbook.site.html import escape, link, link_bar
from factbook.site.provenance import updated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.content.model import Fact
    from factbook.site.i18n import Wording
    from factbook.site.page import Page

AT_MOST = 50
"""Facts in full on one page."""
_NEWEST = 40
"""Facts on the first page when there are others."""


@frozen
class Part:
    """The facts of one further page."""

    name: str
    """Its folder: `2024`, and `2024-2` for what did not go on the first of that year."""
    year: int
    facts: tuple[Fact, ...]

    @property
    def title(self) -> str:
        """`2024`, and `2024 (2)`: as `2024-2` it would look like a month."""
        year, _, place = self.name.partition("-")
        return f"{year} ({place})" if place else year


def parted(facts: Sequence[Fact]) -> tuple[tuple[Fact, ...], tuple[Part, ...]]:
    """The facts of the first page, and the further pages, on which all facts stand by year, newest year first."""
    if len(facts) <= AT_MOST:
        return tuple(facts), ()
    years: dict[int, list[Fact]] = {}
    for fact in facts:
        years.setdefault(_year(fact), []).append(fact)
    parts = [part for year in sorted(years, reverse=True) for part in _parts(year, years[year])]
    return tuple(facts[-_NEWEST:]), tuple(parts)


def _parts(year: int, facts: Sequence[Fact]) -> list[Part]:
    chunks = [tuple(facts[at : at + AT_MOST]) for at in range(0, len(facts), AT_MOST)]
    return [Part(str(year) if not place else f"{year}-{place + 1}", year, one) for place, one in enumerate(chunks)]


def _year(fact: Fact) -> int:
    """The year under which a fact stands: that in which it is certain that the thing has begun."""
    return fact.date.sort_key[0].year


def further_page(first: Page, path: str, heading: str, name: str, inner: str, facts: Sequence[Fact]) -> Page:
    """A page of some of a thing's facts, under its heading (finished HTML) and their name (plain text).

    `first` is the thing's own page, to which it leads and whose preview it shows.
    """
    html = f'<p class="kick">{link(first.path, heading)} ›</p><h1>{heading} <small>{escape(name)}</small></h1>{inner}'
    return replace(
        first,
        path=path,
        title=f"{first.title}, {name}",
        html=html,
        updated=updated(facts),
        edit_path=None,
        feed=False,
        markdown=False,
        picture_of=first.path,
    )


def numbered_path(folder: str, number: int) -> str:
    """The path of a page of a long list that is simply numbered."""
    return folder if number == 1 else f"{folder}page-{number}/"


def numbered_bar(words: Wording, folder: str, number: int, of: int) -> str:
    """Links to all pages of such a list; empty for a single one."""
    if of < 2:
        return ""
    links = (
        link(numbered_path(folder, one), words.number(one), ' aria-current="page"' if one == number else "")
        for one in range(1, of + 1)
    )
    return link_bar(words.say("Pages"), links)
